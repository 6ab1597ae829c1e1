"""The English language pack: all that the narrative knows of English, in closed lists and plain functions."""

from collections.abc import Iterable

from ...model import Event
from ..discourse import Discourse
from ..drafts import Draft, Way
from ..moments import Moment
from ..pack import Pack
from ..points import Point
from . import clause, embed, extras, facts, founding, parted, quote, several, sides, speech, state, summary, titles
from .reading import read


def drafts(point: Point, discourse: Discourse, told: Moment | None) -> Iterable[Draft | Way]:
    """Ways to say a point in English, the plainest first."""
    if point.part == "clause":
        if point.reply is not None:
            return quote.reply(point, discourse, told)
        speaks = point.event.status != "planned" and parted.part(point.event.clause or "") is not None
        return clause.drafts(point, discourse, told) if speaks else titles.drafts(point, discourse, told)
    if point.part == "title":
        return (titles.title(point.event, discourse, told if point.timed else None),)
    makers = {
        "chain": several.chain,
        "quote": quote.drafts,
        "members": extras.members,
        "compare": extras.compare,
        "fact": facts.drafts,
        "issue": sides.issue,
        "side": sides.side,
        "state": state.drafts,
        "asof": state.as_of,
        "summary": summary.drafts,
        "office": state.office,
    }
    return makers[point.part](point, discourse)


def join(draft: Draft, point: Point, discourse: Discourse) -> Draft | None:
    """A quotation after its event's own clause, where the clause is its speaker's word."""
    if point.part == "members" and draft.rule.startswith("clause"):
        return extras.with_members(draft, point, discourse)
    if point.part != "quote" or draft.rule != "clause":
        return None
    if not quote.joins_clause(point.event, point.index, draft.subject):
        return None
    return quote.with_quote(draft, point.event, point.index)


def tellable(point: Point) -> bool:
    event = point.event
    if point.part == "quote":
        return (
            point.index not in embed.embedded(event)
            and speech.is_tellable(event.quotes[point.index])
            and not speech.echoes(event.quotes[point.index], event)
        )
    if point.part == "fact":
        return facts.tellable(event, point.index)
    if point.part == "summary":
        return summary.tellable(event, point.index)
    if point.part == "side":
        return sides.tellable_sides(event, point.index)
    return point.part != "members" or bool(extras.members_of(event))


def safe(event: Event, discourse: Discourse) -> Draft:
    return titles.title(event, discourse, None, safe=True)


WORDS = {
    "steps": "Step {n}",
    "left_out": "{n} more events are not told here.",
    "left_out_one": "One more event is not told here.",
    "archived": "archived",
    "side": "Side",
    "account": "Account",
    "words": "In their words",
    "sources": "Sources",
    "uneven": "The sides of this dispute are of unequal length in the record: from {low} to {high} words.",
}
PACK = Pack(
    "en",
    drafts,
    safe,
    join,
    several.merge,
    tellable,
    speech.replies,
    founding.fits,
    read,
    WORDS,
)
