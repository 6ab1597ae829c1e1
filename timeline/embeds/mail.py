"""A message for a newsletter: a still picture, the weightiest sentences, their notes.

A whole message (.eml) and not a fragment of HTML, because the picture has to travel inside: mail programs block
pictures in data: addresses, and a remote picture tells its host who reads. A part named by `cid:` is shown by all.
"""

import hashlib
from email.message import EmailMessage
from email.policy import SMTP
from html import escape

from ..cite import house
from ..narrative import Narrative, Sentence
from ..prose import to_text
from ..store import Store

MOST_BYTES = 100_000
_INK, _SOFT, _LINK = "#1d1f23", "#5b6069", "#0b5cad"


def to_mail(store: Store, narrative: Narrative, png: bytes, url: str = "", image: str = "") -> bytes:
    """The message: plain text beside HTML. `url` leads to the whole story; `image` is a remote picture, if asked for.

    Mail programs cut what is larger than MOST_BYTES; the caller sees to it.
    """
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " ".join(narrative.title.split())
    message["X-Unsent"] = "1"  # opened, it is a draft and not something received
    message["X-Mailer"] = "sourced-timeline"
    # Quoted-printable writes every "=" as "=3D": no line of an author can be the one that parts the message.
    message.set_content(to_text(narrative) + (f"\n{url}\n" if url else ""), cte="quoted-printable")
    message.add_alternative(
        _html(store, narrative, url, image or "cid:picture"), subtype="html", cte="quoted-printable"
    )
    if not image:
        part = message.get_payload(1)
        assert isinstance(part, EmailMessage)  # the alternative that was just added
        part.add_related(png, "image", "png", cid="<picture>", filename="timeline.png", disposition="inline")
    _fixed_boundaries(message)
    return message.as_bytes()


def _fixed_boundaries(message: EmailMessage) -> None:
    """Boundaries by content and not by chance, so that the same story gives the same message."""
    for n, part in enumerate(p for p in message.walk() if p.is_multipart()):
        key = hashlib.sha256(f"{n}{message['Subject']}".encode()).hexdigest()[:24]
        part.set_boundary(f"=-{key}")


def _html(store: Store, narrative: Narrative, url: str, picture: str) -> str:
    """Tables and inline styles, which is what mail programs understand."""
    title = escape(narrative.title)
    body = "".join(
        _heading(passage.heading) + "".join(_paragraph(paragraph) for paragraph in passage.paragraphs)
        for passage in narrative.passages
    )
    notes = "".join(f'<li style="margin:4px 0">{_note(house(n.source), n.source.url)}</li>' for n in narrative.notes)
    more = f'<p style="margin:18px 0">{_note("The whole story", url)}</p>' if url else ""
    return (
        f'<!DOCTYPE html><html lang="{escape(store.timeline.language)}">'
        f'<head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="color-scheme" content="light"></head><body style="margin:0;background:#fff">'
        '<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">'
        '<table role="presentation" width="640" cellpadding="0" cellspacing="0" style="max-width:640px;width:100%">'
        f'<tr><td style="padding:20px;font:16px/1.5 Georgia,serif;color:{_INK}">'
        f'<h1 style="font:700 26px/1.2 Georgia,serif;margin:0">{title}</h1>'
        f'<p style="margin:6px 0 14px;color:{_SOFT}">{escape(store.timeline.subtitle or "")}</p>'
        f'<img src="{escape(picture)}" width="600" alt="{title}: a timeline" style="width:100%;height:auto;border:0">'
        f'{body}{more}<ol style="font:13px/1.45 sans-serif;color:{_SOFT};padding-left:24px">{notes}</ol>'
        "</td></tr></table></td></tr></table></body></html>"
    )


def _heading(text: str) -> str:
    return f'<h2 style="font:600 15px sans-serif;color:{_SOFT};margin:22px 0 6px">{escape(text)}</h2>' if text else ""


def _paragraph(sentences: tuple[Sentence, ...]) -> str:
    return f'<p style="margin:10px 0">{" ".join(map(_sentence, sentences))}</p>'


def _sentence(sentence: Sentence) -> str:
    numbers = " ".join(map(str, sentence.notes))
    marks = f'<sup style="font:11px sans-serif;color:{_SOFT}">&nbsp;{numbers}</sup>' if numbers else ""
    return f"{escape(sentence.text)}{marks}"


def _note(text: str, url: str | None) -> str:
    return f'<a href="{escape(url)}" style="color:{_LINK}">{escape(text)}</a>' if url else escape(text)
