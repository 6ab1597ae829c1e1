"""The still picture for a page: links instead of names, shapes that repeat written once, dark colours by rule."""

import re
from collections import Counter
from dataclasses import replace

from ..engine import View, draw_svg
from ..scene import Scene

_COLOUR = re.compile(r'(fill|stroke|stop-color)="(#[0-9a-f]{6})"')
_MARK = re.compile(r'<g transform="translate\((\S+) (\S+)\)">(.*?)</g>', re.S)
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_DEFAULTS = re.compile(r' (?:stroke-width|fill-opacity|stop-opacity|opacity)="1"')
_TENTHS = re.compile(r"(?<=[\"( ])(-?\d+)(?:\.0\d*|(\.[1-9])\d*)(?=[\") ])")


def picture(scene: Scene, view: View) -> tuple[str, str]:
    """An inline SVG of the view in light colours, and the style rules that turn it dark.

    The same drawing is made in both themes and its colours are paired, so that the page holds one picture for two.
    """
    light, dark = (draw_svg(scene, replace(view, theme=theme, header=False)) for theme in ("light", "dark"))
    return _links(_marks_once(_shorter(light))).replace("\n", ""), _dark_rules(light, dark)


def as_html(svg: str) -> str:
    """The picture as HTML may have it and XML may not: quotation marks left out where a value needs none."""
    return _TAG.sub(lambda tag: re.sub(r'="([^\s"\'`=<>]+)"(?! ?/?>)', r"=\1", tag[0]), svg)


def _shorter(svg: str) -> str:
    """Without what is so by default, and with tenths of a unit, which no eye tells from hundredths.

    Only tags are touched: a number in a title is the author's.
    """
    svg = _TAG.sub(lambda tag: _TENTHS.sub(r"\1\2", _DEFAULTS.sub("", tag[0])), svg)
    return _said_once(re.sub(r"(<stop [^>]+/>)\1+", r"\1", svg))


def _said_once(svg: str) -> str:
    """What most texts have in common stands on the picture itself and is inherited; all else names its own fill."""
    texts = re.findall(r"<text [^>]*>", svg)
    for name in ("fill", "font-size"):
        values = Counter(found[0] for text in texts if (found := re.search(rf' {name}="[^"]*"', text)))
        if values:
            common = values.most_common(1)[0][0]
            svg = re.sub(rf"(<text [^>]*?){re.escape(common)}", r"\1", svg)
            svg = svg.replace("<svg ", f"<svg{common} ", 1)
    return svg


def _dark_rules(light: str, dark: str) -> str:
    pairs: dict[tuple[str, str], Counter[str]] = {}
    for before, after in zip(_COLOUR.finditer(light), _COLOUR.finditer(dark), strict=True):
        pairs.setdefault((before[1], before[2]), Counter())[after[2]] += 1
    return "".join(
        f'.still [{name}="{colour}"]{{{name}:{after.most_common(1)[0][0]}}}' for (name, colour), after in pairs.items()
    )


def _links(svg: str) -> str:
    """Every group that stands for an event becomes a link to its card; the list below has its words."""
    svg = re.sub(r"(<g data-event=\"[^\"]+\">)<title>.*?</title>", r"\1", svg, flags=re.S)
    ends: list[str] = []

    def turn(match: re.Match[str]) -> str:
        if match[0] == "</g>":
            return ends.pop()
        ends.append("</a>" if match[1] else "</g>")
        return f'<a href="#ev-{match[1]}">' if match[1] else match[0]

    # Groups may hold groups: each closing tag is that of the group opened last.
    return re.sub(r'<g(?: data-event="([^"]+)")?[^>]*>|</g>', turn, svg)


def _marks_once(svg: str) -> str:
    """A mark that is drawn in several places is written once, among the definitions."""
    counts = Counter(match[3] for match in _MARK.finditer(svg))
    names = {inner: f"k{i}" for i, (inner, count) in enumerate(counts.items()) if count > 1}

    def use(match: re.Match[str]) -> str:
        if match[3] not in names:
            return match[0]
        return f'<use href="#{names[match[3]]}" x="{match[1]}" y="{match[2]}"/>'

    marks = "".join(f'<g id="{name}">{inner}</g>' for inner, name in names.items())
    return _MARK.sub(use, svg).replace("</defs>", f"{marks}</defs>", 1)
