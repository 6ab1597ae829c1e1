"""A narrative written out: Markdown with footnotes, HTML, plain text, or JSON with every span."""

from .data import as_data, explain, to_json
from .markdown import to_markdown
from .page import to_html
from .plain import to_text

__all__ = ["as_data", "explain", "to_html", "to_json", "to_markdown", "to_text"]
