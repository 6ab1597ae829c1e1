"""The story pane's controls: native elements, which keyboards and screen readers know, drawn by timeline-page.js."""

from ..component import Drawn


class Choice(Drawn):
    """A labelled native select. `options` is a list of [value, words]; `value` is the chosen one; `hidden` hides it."""

    _namespace = "timeline_page"
    _type = "Choice"
    _props = ("id", "label", "options", "value", "hidden")


class DaySlider(Drawn):
    """A slider over days on which something became known: `days` is a list of [EDTF, words], the last is now.

    `value` is the EDTF of the chosen day, or None for now.
    """

    _namespace = "timeline_page"
    _type = "DaySlider"
    _props = ("id", "label", "days", "value")


class StepPlayer(Drawn):
    """Back, play and next through `steps`, a list of [event id, [from, to]]; `asked` becomes [event id, n, window]."""

    _namespace = "timeline_page"
    _type = "StepPlayer"
    _props = ("id", "steps", "asked")


class CopyButton(Drawn):
    """A button that copies the text at `address` to the clipboard and says so."""

    _namespace = "timeline_page"
    _type = "CopyButton"
    _props = ("id", "label", "address")
