"""The page's own parts, each drawn by a script in assets/app: native controls that keyboards and readers know."""

from ..component import Drawn


class Choice(Drawn):
    """A native select. `options` is a list of [value, words]; `value` is the chosen one; `hidden` hides it."""

    _namespace = "timeline_page"
    _type = "Choice"
    _props = ("id", "label", "options", "value", "hidden")


class DaySlider(Drawn):
    """A slider over days on which something became known: `days` is a list of [EDTF, words, how much became known].

    `value` is the EDTF of the chosen day, or None for now, which is the place after the last day.
    """

    _namespace = "timeline_page"
    _type = "DaySlider"
    _props = ("id", "label", "days", "value")


class StepPlayer(Drawn):
    """Back, play and next through `steps`, a list of [event id, [from, to]]."""

    _namespace = "timeline_page"
    _type = "StepPlayer"
    _props = ("id", "steps")


class CopyMenu(Drawn):
    """A small menu that copies a text to the clipboard and says so; `choices` is a list of [words, address]."""

    _namespace = "timeline_page"
    _type = "CopyMenu"
    _props = ("id", "label", "choices")


class Tabs(Drawn):
    """Tabs over the element with the id `panel`. `tabs` is a list of [value, words]; `value` is the chosen one."""

    _namespace = "timeline_page"
    _type = "Tabs"
    _props = ("id", "label", "tabs", "value", "panel")


class Palette(Drawn):
    """A button and the dialog that it opens, which finds anything of the store and goes there."""

    _namespace = "timeline_page"
    _type = "Palette"
    _props = ("id", "label")


class Address(Drawn):
    """The address bar: `came` becomes [search, n] when the page opens and at Back and Forward.

    `write`, [search, whether it is only what came, written more plainly, n of what came last], is put there.
    """

    _namespace = "timeline_page"
    _type = "Address"
    _props = ("id", "came", "write")


class Pulse(Drawn):
    """Follows the server: `version` becomes that of the file as it is now; says when the server does not answer."""

    _namespace = "timeline_page"
    _type = "Pulse"
    _props = ("id", "version")


class Fit(Drawn):
    """Gives the timeline and the story beside it the height of the window."""

    _namespace = "timeline_page"
    _type = "Fit"
