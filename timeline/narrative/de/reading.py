"""Reading a German sentence back, against the fields alone."""

import re
from collections.abc import Iterator

from ...clause import ClauseError, Verb, Words, parse_clause
from ...dates import Precision, When
from ...model import Event
from ...verbs import forms
from ..quoted import plain, quotations
from ..scan import Found, State, Taker, Way, alt, lit, note, opt, seq, stop, surfaces, whole
from .clause import FRAMES, PLURAL
from .words import MONTHS, NUMBERS, adverbial, genitive, join, say_amount, standing

_DATE = re.compile(
    rf"(?P<hedge>möglicherweise )?(?P<prep>am|im Jahr|im|um den|um|etwa im) (?:(?P<day>\d{{1,2}})\. )?"
    rf"(?P<month>{'|'.join(MONTHS)})?(?: ?(?P<year>\d{{4}}))?", re.I)  # fmt: skip
_CLOCK = re.compile(r"um (\d\d):(\d\d)(?::(\d\d))? Uhr", re.I)
_LATER = re.compile(
    rf"(?:(?P<word>{'|'.join(NUMBERS[2:])}|eine) (?P<unit>Tage|Wochen?) später|am (?P<which>selben|nächsten) Tag)", re.I
)
_HEDGES = {
    "reported": "wie berichtet wurde",
    "alleged": "wie behauptet wird",
    "disputed": "was umstritten ist",
    "denied": "was bestritten wird",
}


def read(text: str, events: tuple[Event, ...], state: object) -> str:
    """Empty if the sentence verifies; else what is wrong with it."""
    assert isinstance(state, State)
    found = whole(_title(event := events[0], state), text)
    if found is not None:
        state.take(found)
        return ""
    try:
        bare, quotes, places = plain(text)
    except ValueError as error:
        return str(error)
    allowed = [one[0] for e in events for one in quotations(e)] + [e.title for e in events]
    if any(not any(q in said for said in allowed) for q in quotes):
        return "somebody is quoted who did not say so"
    if text[:1].islower() and not re.match(r"[a-zäöü]+[A-ZÄÖÜ]", text):
        return "it begins with a small letter"
    state.all_quotes = places
    for reading in (*_clause(event, state), *_quote(event, state), _frame(event, state), _title(event, state)):
        found = whole(reading, bare)
        if found is not None:
            state.take(found._replace(quoted=bool(quotes)))
            return ""
    return "no reading of its events gives these words"


def _time(when: When, state: State, bare_month: bool = False) -> Taker:
    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        yield from _relative(when, state, text, at, found)
        clock = _CLOCK.match(text, at)
        if clock and _is_clock(clock, when, state):
            yield clock.end(), found._replace(time=("clock", when))
        yield from _absolute(when, state, text, at, found, bare_month)

    return take


def _is_clock(match: re.Match[str], when: When, state: State) -> bool:
    told = int(match[1]) * 3600 + int(match[2]) * 60 + int(match[3] or 0)
    anchor = state.anchor
    near = anchor is not None and bool(anchor.parts) and when.is_day and anchor.parts[0].start // 1 == when.start // 1
    return near and bool(when.parts[0].seconds is not None) and told == round(when.start % 1 * 86_400) % 86_400


def _relative(when: When, state: State, text: str, at: int, found: Found) -> Iterator[Way]:
    match = _LATER.match(text, at)
    if not match or state.anchor is None or not state.anchor.is_day or not when.is_day:
        return
    word = (match["word"] or "").lower()
    count = 1 if word == "eine" else NUMBERS.index(word) if word else int((match["which"] or "").lower() == "nächsten")
    days = count * (7 if (match["unit"] or "").lower().startswith("woche") else 1)
    if int(when.start // 1) - int(state.anchor.start // 1) == days:
        yield match.end(), found._replace(time=("relative", when))


def _absolute(when: When, state: State, text: str, at: int, found: Found, bare_month: bool) -> Iterator[Way]:
    part = when.parts[0] if when.kind == "date" else None
    match = _DATE.match(text, at)
    if part and match and not part.mask and part.seconds is None and part.season is None:
        month = MONTHS.index(match["month"].capitalize()) + 1 if match["month"] else None
        day = int(match["day"]) if match["day"] else None
        year = int(match["year"]) if match["year"] else state.year
        around = match["prep"].lower() in ("um den", "um", "etwa im")
        if ((month, day, year) == (part.month, None if bare_month else part.day, part.year)
                and around == when.approximate and bool(match["hedge"]) == when.uncertain):  # fmt: skip
            yield match.end(), found._replace(time=("absolute", when), year=year)
    elif when.kind != "date" or (part and part.season is not None):
        for year in (None, state.year):
            said = adverbial(when, year)
            if said and (text.startswith(said, at) or (at == 0 and text.startswith(said[:1].upper() + said[1:]))):
                years = {p.year for p in when.parts}
                shown = when.parts[0].year if len(years) == 1 and when.kind in ("date", "interval") else None
                yield at + len(said), found._replace(time=("absolute", when), year=shown)
                return


def _name(ref: str, event: Event, state: State, possessive: bool = False) -> Taker:
    def take(text: str, at: int, found: Found) -> Iterator[Way]:
        for surface, how in surfaces(ref, event, state, found):
            for further, more in lit(genitive(surface) if possessive else surface)(text, at, found):
                named = more._replace(names=(*more.names, ref))
                for role in state.store.actors[ref].roles if how == "full" and not possessive else ():
                    if role.holds_on(event.date) and text.startswith(f", {role.role}", further):
                        end = further + len(role.role) + 2
                        if text[end : end + 1] == ",":
                            yield end + 1, named
                        yield end, named
                yield further, named

    return take


def _clause(event: Event, state: State) -> Iterator[Taker]:
    try:
        pieces = parse_clause(event.clause).pieces if event.clause and event.status != "planned" else ()
    except ClauseError:
        return
    at = next((i for i, p in enumerate(pieces) if isinstance(p, Verb)), 0)
    if not at:
        return
    verb = pieces[at]
    assert isinstance(verb, Verb)
    known = forms(verb.text, "de")
    subject = [_piece(p, event, state, last=i == at - 1) for i, p in enumerate(pieces[:at])]
    rest = [_piece(p, event, state) for p in pieces[at + 1 :]]
    hedge = lit(f", {_HEDGES[event.status]}") if event.status in _HEDGES else lit("")
    time, gap = _time(event.date, state), lit(" ")
    yield seq(time, gap, lit(known.past), gap, *subject, *rest, hedge, stop())
    yield seq(*subject, gap, lit(known.past), gap, time, *rest, hedge, stop())
    if (
        state.anchor is not None
        and state.anchor.is_day
        and event.date.is_day
        and state.anchor.start // 1 == event.date.start // 1
    ):
        yield seq(*subject, gap, lit(known.past), *rest, hedge, stop())
    if known.participle:
        behind = _with_participle(pieces[at + 1 :], event, state, known.participle)
        month, auxiliary = _time(event.date, state, bare_month=True), lit("war" if known.with_be else "hatte")
        for when in (month, time):
            yield note(seq(when, gap, auxiliary, gap, *subject, *behind, hedge, stop()), past_perfect=True)
            yield note(seq(*subject, gap, auxiliary, gap, when, *behind, hedge, stop()), past_perfect=True)


def _with_participle(rest: tuple[object, ...], event: Event, state: State, participle: str) -> list[Taker]:
    out: list[Taker] = []
    placed = False
    for piece in rest:
        if not placed and isinstance(piece, Words) and "," in piece.text:
            before, comma, after = piece.text.partition(",")
            out.append(lit(f"{before} {participle}{comma}{after}"))
            placed = True
        else:
            out.append(_piece(piece, event, state))
    return out if placed else [*out, lit(f" {participle}")]


def _piece(piece: object, event: Event, state: State, last: bool = False) -> Taker:
    if isinstance(piece, Words):
        return lit(piece.text.rstrip() if last else piece.text)
    if isinstance(piece, Verb):
        return lit(forms(piece.text, "de").past)
    ref, possessive = getattr(piece, "id", ""), getattr(piece, "possessive", False)
    return lit(say_amount(event.amounts[ref])) if ref in event.amounts else _name(ref, event, state, possessive)


def _quote(event: Event, state: State) -> Iterator[Taker]:
    for quote in event.quotes if state.all_quotes else ():
        text = quote.told
        who = _name(quote.by, event, state) if quote.by in state.store.actors else lit(quote.by)
        yield seq(who, lit(" sagte: "), lit(text), lit("" if text[-1:] in ".?!" else "."))
        yield seq(lit(text.removesuffix(".")), lit(", sagte "), who, lit("."))


def _frame(event: Event, state: State) -> Taker:
    verb = FRAMES.get(event.kind or "")
    agents, patients = ([p.ref for p in event.actors if p.role == role] for role in ("agent", "patient"))
    if not verb or not agents or not patients or event.status != "established":
        return lit("\x00")
    first, second = (join(["\x01"] * len(refs)).split("\x01") for refs in (agents, patients))
    takers: list[Taker] = [_time(event.date, state), lit(f" {PLURAL[verb] if len(agents) > 1 else verb} ")]
    for refs, between in ((agents, first), (patients, second)):
        for ref, gap in zip(refs, between[1:], strict=True):
            takers.extend([_name(ref, event, state), lit(gap)])
        takers.append(lit(" ") if refs is agents else stop())
    return seq(*takers)


def _title(event: Event, state: State) -> Taker:
    stop = opt(lit("."))
    has_clock = bool(event.date.parts) and event.date.parts[0].seconds is not None
    seconds = round((event.date.start - int(event.date.start // 1)) * 86_400) % 86_400 if has_clock else -1

    def dated(text: str, at: int, found: Found) -> Iterator[Way]:
        for year in (None, state.year):
            said = standing(event.date, year)
            if text.startswith(said[:1].upper() + said[1:], at) or text.startswith(said, at):
                part = event.date.parts[0]
                shown = part.year if event.date.precision <= Precision.YEAR and 1000 <= part.year <= 9999 else None
                yield at + len(said), found._replace(time=("absolute", event.date), year=shown)
        clock = re.match(r"(\d\d):(\d\d)(?::(\d\d))?", text[at:])
        if (
            clock
            and state.anchor is not None
            and int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3] or 0) == seconds
        ):
            yield at + clock.end(), found._replace(time=("clock", event.date))

    titled = alt(lit(event.title), lit(f"„{event.title}“"))
    hedge = lit(f", {_HEDGES[event.status]}") if event.status in _HEDGES else lit("")
    planned = lit(" (geplant)") if event.status == "planned" else lit("")
    return alt(seq(dated, planned, hedge, lit(": "), titled, stop), seq(lit(event.title), hedge))
