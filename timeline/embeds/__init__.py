"""The story in other people's places: a frame, a snippet, an e-mail, Markdown, a picture as PDF."""

from .frame import frame_code, frame_element
from .mail import to_mail
from .markdown import to_markdown
from .snippet import to_snippet

__all__ = ["frame_code", "frame_element", "to_mail", "to_markdown", "to_snippet"]
