"""The element that shows a page in another page."""

from html import escape


def frame_element(address: str, title: str, width: int | str, height: int) -> str:
    """An iframe for the page at `address`.

    The frame may run its script and open links in new tabs, and nothing else: it has no origin, no storage, no forms.
    """
    return (
        f'<iframe src="{escape(address)}" title="{escape(title)}" loading="lazy" width="{width}" height="{height}" '
        # An attribute that HTML calls obsolete, and not a style: hosts with a strict policy refuse inline styles.
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" frameborder="0"></iframe>'
    )


def frame_code(address: str, title: str, height: int = 720) -> str:
    """The iframe, and how its host can follow the height that the page tells.

    Where the host has no such script the frame keeps its height and scrolls.
    """
    return (
        f"{frame_element(address, title, '100%', height)}\n"
        "<script>\n"
        'addEventListener("message", function (event) {\n'
        '  if (!event.data || event.data.type !== "timeline:resize" || !(event.data.height > 0)) return;\n'
        '  document.querySelectorAll("iframe").forEach(function (frame) {\n'
        "    if (frame.contentWindow === event.source) frame.height = Math.min(event.data.height, 20000);\n"
        "  });\n"
        "});\n"
        "</script>\n"
    )
