"""Kinds of planted error: each turns a sound sentence into one that no longer says what its events say.

A kind gives the changed sentence, or None where it does not apply. `group` is what the bar is set for.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from timeline import Event, Store

Change = Callable[[str, tuple[Event, ...], Store], str | None]
MONTHS = "January February March April May June July August September October November December".split()
_OPEN = re.compile(r"“[^”]*”")


@dataclass(frozen=True)
class Kind:
    """One kind of planted error."""

    name: str
    group: str
    change: Change
    first_only: bool = False  # an error only where the passage begins


def outside(text: str) -> list[tuple[int, int]]:
    """The stretches of a sentence that are not quotation."""
    edges = [0, *(i for m in _OPEN.finditer(text) for i in m.span()), len(text)]
    return list(zip(edges[::2], edges[1::2], strict=True))


def sub(pattern: str, new: str | Callable[[re.Match[str]], str], inside: bool = False) -> Change:
    """Replace the first match that lies outside (or inside) quotations."""

    def change(text: str, events: tuple[Event, ...], store: Store) -> str | None:
        for match in re.finditer(pattern, text):
            quoted = not any(a <= match.start() and match.end() <= b for a, b in outside(text))
            if quoted == inside:
                made = (
                    text[: match.start()]
                    + (match.expand(new) if isinstance(new, str) else new(match))
                    + text[match.end() :]
                )
                return made if made != text else None
        return None

    return change


def _month(match: re.Match[str]) -> str:
    return MONTHS[(MONTHS.index(match[0]) + 1) % 12]


def _day(match: re.Match[str]) -> str:
    return f"{int(match[1]) % 28 + 1} {match[2]}"


def _year(step: int) -> Callable[[re.Match[str]], str]:
    return lambda m: str(int(m[0]) + step)


def _digits(match: re.Match[str]) -> str:
    text = match[0]
    for i in range(len(text) - 1):
        if text[i].isdigit() and text[i + 1].isdigit() and text[i] != text[i + 1]:
            return text[:i] + text[i + 1] + text[i] + text[i + 2 :]
    return re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10), text, count=1)


def _names(event: Event, store: Store, text: str) -> list[str]:
    found = []
    for part in event.actors:
        actor = store.actors.get(part.ref)
        for name in (actor.name, actor.short) if actor else ():
            if name and re.search(rf"\b{re.escape(name)}\b", text) and name not in found:
                found.append(name)
                break
    return found


def one_gone(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    """A party left out of a clause; a list of some "among" others is none the worse for it."""
    return None if "among the " in text.lower() else sub(r", ([A-Z][\w ]+?) and ", " and ")(text, events, store)


def swap_names(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    names = _names(events[0], store, text)
    if "among the " in text.lower() or len(names) < 2 or names[0] in names[1] or names[1] in names[0]:
        return None
    a, b = names[:2]
    return re.sub(rf"\b({re.escape(a)}|{re.escape(b)})\b", lambda m: b if m[1] == a else a, text)


def other_name(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    names = _names(events[0], store, text)
    return re.sub(rf"\b{re.escape(names[0])}\b", "Satya Nadella", text, count=1) if names else None


def other_company(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"\bOpenAI\b", "Microsoft")(text, events, store)


def first_name(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"\b(Elon|Sam|Bret|William|Marc|Donald|Yvonne|Greg)\b", "James")(text, events, store)


def drop_first_name(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"\b(Elon|Sam|Bret|William|Marc|Donald) ", "")(text, events, store)


def wrong_role(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r", (OpenAI's chief executive|the chair of OpenAI's board|co-founder of OpenAI|Musk's lawyer|OpenAI's lawyer|the US president),?",
               ", a director of Tesla,")(text, events, store)  # fmt: skip


def former_role(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r", (OpenAI's|Musk's|the US|the federal|co-founder)", r", the former \1")(text, events, store)


def quote_word(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"(?<=“)(\w+)( \w+)", r"\1 really\2", inside=True)(text, events, store)


def quote_drop(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"(?<=[a-z]) (the|to|is|a|it|of|and|would|you)\b", "", inside=True)(text, events, store)


def quote_all(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"“[^”]+”", "“I never said that”", inside=True)(text, events, store)


def quote_case(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"(?<=“)(\w)", lambda m: m[1].swapcase(), inside=True)(text, events, store)


def quote_not(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"\bis not\b|\bnot\b", "is", inside=True)(text, events, store)


def unquote(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return text.replace("“", "").replace("”", "") if "“" in text and text.count("“") == 1 else None


def open_quote(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return text.replace("”", "", 1) if "”" in text else None


def quote_clause(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    """Scare quotes about words that nobody said."""
    return re.sub(r"\b(offered|rejected|founded|sued|released|raised|invested)\b", r"“\1”", text, count=1) if "“" not in text and re.search(
        r"\b(offered|rejected|founded|sued|released|raised|invested)\b", text) else None  # fmt: skip


def other_speaker(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    if "“" not in text:
        return None
    made = sub(
        r"\b(wrote|said) (Elon Musk|Musk|Sam Altman|Altman|OpenAI|Bret Taylor|Marc Toberoff|Donald Trump|Trump)\b",
        r"\1 Larry Ellison",
    )(text, events, store)
    return made or sub(r"^(Musk|Altman|OpenAI|Trump) (wrote|said)", r"Larry Ellison \2")(text, events, store)


def negate(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(
        r"\b(offered|rejected|founded|sued|released|raised|invested|left|filed|asked|said|told|bought|created)\b",
        r"never \1",
    )(text, events, store)


def opposite(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    pairs = {"rejected": "accepted", "left": "joined", "denied": "granted", "dismissed": "upheld", "raised": "lost", "bought": "sold",
             "sued": "praised", "founded": "closed", "released": "withdrew", "refused": "agreed", "lost": "gained", "dropped": "kept",
             "opposed": "supported", "asked": "ordered", "announced": "hid", "returned": "objected", "created": "abolished"}  # fmt: skip
    return sub(rf"\b({'|'.join(pairs)})\b", lambda m: pairs[m[1]])(text, events, store)


def drop_not(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"\b(not|without|never|no) ", "")(text, events, store)


def passive(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(r"\b(sued|dismissed|answered|countersued|named) (?=[A-Z])", r"was \1 by ")(text, events, store)


def cut_tail(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    cut = re.sub(r" (for|of|over|against|from|with|by|until|if|that|which) [^“”]*\.$", ".", text)
    return cut if cut != text and "“" not in text else None


def add_tail(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return text[:-1] + " after a long dispute." if text.endswith(".") else None


def prefix(words: str) -> Change:
    def change(text: str, events: tuple[Event, ...], store: Store) -> str | None:
        return (
            f"{words} {text}"
            if text[:1] == "“" or text.split()[0] in ("OpenAI", "Musk", "Elon")
            else f"{words} {text[:1].lower()}{text[1:]}"
        )

    return change


def ratio(words: str) -> Change:
    return sub(
        r"about \d+% of|a tenth of|half|a quarter of|almost twice|more than twice|about \d+% more than|[a-z]+ times",
        words,
    )


def drop_hedge(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    made = sub(r", according to [^,.]+(?=\.)|, it emerged [^.]+(?=\.)|, though that is disputed", "")(
        text, events, store
    )
    return made or sub(r"\b[Aa]round (?=\d)|\b[Aa]round (?=[A-Z])|\b[Pp]ossibly ", "On ")(text, events, store)


def adverb(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    return sub(
        r"\b(offered|rejected|founded|sued|released|raised|filed|asked|told|announced|answered|published)\b",
        r"secretly \1",
    )(text, events, store)


def relative(text: str, events: tuple[Event, ...], store: Store) -> str | None:
    made = sub(r"\b(\w+) days later", lambda m: f"{'three' if m[1].lower() != 'three' else 'four'} days later")(
        text, events, store
    )
    made = made or sub(r"\b([Tt]he) same day", r"\1 next day")(text, events, store)
    return made or sub(r"\b([Tt]he) next day", r"\1 same day")(text, events, store)


KINDS = (
    Kind("a digit of a sum", "token", sub(r"\$[\d.]+", _digits)),
    Kind("a sum a thousand times", "token", sub(r"\bmillion\b", "billion")),
    Kind("a sum a thousandth", "token", sub(r"\bbillion\b", "million")),
    Kind("trillion for billion", "token", sub(r"\bbillion\b", "trillion")),
    Kind("the decimal point", "token", sub(r"\$(\d+)\.(\d)", r"$\1\2")),
    Kind("another currency", "token", sub(r"\$(?=\d)", "€")),
    Kind("about a sum that is exact", "token", sub(r"(?<!about )\$(?=\d)", "about $")),
    Kind("another count", "token", sub(r"\b(two|three|four|five|six|seven|eight) (?!days|times)", "nine ")),
    Kind("the next month", "token", sub(rf"\b({'|'.join(MONTHS)})\b", _month)),
    Kind("another day", "token", sub(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)})", _day)),
    Kind("a year later", "token", sub(r"\b(19|20)\d\d\b", _year(1))),
    Kind("a year earlier", "token", sub(r"\b(19|20)\d\d\b", _year(-1))),
    Kind("digits of the year swapped", "token", sub(r"\b(20)(\d)(\d)\b", r"\1\3\2")),
    Kind("a day where only a month is known", "token", sub(rf"\bin ({'|'.join(MONTHS)}) (\d{{4}})", r"on 3 \1 \2")),
    Kind("only the month of a day", "token", sub(rf"\b([Oo])n \d{{1,2}} ({'|'.join(MONTHS)})", r"\1f \2")),
    Kind("a relative day", "token", relative),
    Kind("days for weeks", "token", sub(r"\b([Aa]|[Tt]wo) weeks? later", r"\1 days later")),
    Kind("later for earlier", "token", sub(r"\b(days|week|weeks) later\b", r"\1 earlier")),
    Kind("a preposition of time", "token", sub(rf"\b[Oo]n (?=\d{{1,2}} (?:{'|'.join(MONTHS)}))", "By ")),
    Kind("another person", "token", other_name),
    Kind("another company", "token", other_company),
    Kind("another first name", "token", first_name),
    Kind("a surname before the full name", "token", drop_first_name, first_only=True),
    Kind(
        "a misspelt name",
        "token",
        sub(r"\b(Altman|Musk|Toberoff|Savitt|Taylor|Brockman|Microsoft|OpenAI)\b", lambda m: m[1][:-1] + "e"),
    ),
    Kind("a name of another time", "token", sub(r"\bTwitter\b(?! post)", "X")),
    Kind("a wrong office", "token", wrong_role),
    Kind("a former office", "token", former_role),
    Kind(
        "an office nobody asked for",
        "token",
        sub(r"\b(OpenAI)(?= (?:announced|raised|released|said))", r"\1, a charity,"),
    ),
    Kind("a word put into a quote", "token", quote_word),
    Kind("a word taken out of a quote", "token", quote_drop),
    Kind("a quote nobody said", "token", quote_all),
    Kind("a capital changed in a quote", "token", quote_case),
    Kind("a quote turned round", "polarity", quote_not),
    Kind("quotation marks gone", "token", unquote),
    Kind("a quotation that does not end", "token", open_quote),
    Kind("scare quotes", "token", quote_clause),
    Kind("another speaker", "role", other_speaker),
    Kind("said for wrote", "manner", sub(r"\bwrote\b", "said")),
    Kind("claimed for said", "manner", sub(r"\bsaid\b", "claimed")),
    Kind("admitted for said", "manner", sub(r"\b(said|says|wrote)\b", "admitted")),
    Kind("another outlet", "token", sub(r"\bon (X|Twitter|Fox News|Bloomberg TV|CNBC)\b", "on Threads")),
    Kind("never", "polarity", negate),
    Kind("the opposite verb", "polarity", opposite),
    Kind("not left out", "polarity", drop_not),
    Kind("not added", "polarity", sub(r"\b(would|could|was|were|had|is|should) ", r"\1 not ")),
    Kind("would for would not", "polarity", sub(r"\b(was|did|would) not\b", r"\1")),
    Kind("but for and", "manner", sub(r" and (?=[a-z]+ed\b)", " but ")),
    Kind("two names swapped", "role", swap_names),
    Kind("done to for done by", "role", passive),
    Kind("against for for", "role", sub(r"\b(against|over)\b", "in favour of")),
    Kind("from for to", "role", sub(r"\bto (?=[A-Z])", "from ")),
    Kind("the end cut off", "manner", cut_tail),
    Kind("something added at the end", "manner", add_tail),
    Kind("because", "manner", prefix("As a result,")),
    Kind("meanwhile", "manner", prefix("Meanwhile,")),
    Kind("in reply", "manner", prefix("In reply,")),
    Kind("reportedly", "manner", prefix("Reportedly,")),
    Kind("secretly", "manner", adverb),
    Kind("unanimously", "manner", sub(r"\bunanimously\b", "narrowly")),
    Kind("more than half", "token", ratio("more than half of")),
    Kind("about 26%", "token", ratio("about 26% of")),
    Kind("a hundredth", "token", ratio("a hundredth of")),
    Kind("five times", "token", ratio("about five times")),
    Kind("a hedge dropped", "manner", drop_hedge),
    Kind("a hedge invented", "manner", sub(r"\b[Oo]n (?=\d{1,2} [A-Z])", "Around ")),
    Kind(
        "a source invented", "manner", lambda t, e, s: t[:-1] + ", according to Le Monde." if t.endswith(".") else None
    ),
    Kind(
        "another tense",
        "manner",
        sub(r"\b(offered|rejected|founded|sued|released|raised|asked|filed|announced)\b", r"will have \1"),
    ),
    Kind("had for nothing", "manner", sub(r"\bhad (?=[a-z]+ed\b)", "had not ")),
    Kind("one of many gone", "token", one_gone),
    Kind("by contrast gone to the other side", "manner", sub(r" says that ", " says by contrast that ")),
    Kind("another year of a founding", "token", sub(r"(founded in )(\d{4})", lambda m: m[1] + str(int(m[2]) - 1))),
    Kind("founded for co-founded", "manner", sub(r"\bco-founded\b", "founded")),
    Kind("asked for replied", "manner", sub(r"\breplied\b", "asked")),
    Kind("the office of another", "token", sub(r"\bits chair\b", "its secretary")),
    Kind("an office kept", "polarity", sub(r"\bwas ([\w' -]+) until\b", r"was \1 from")),
    Kind("an office lost for one won", "polarity", sub(r"\bbecame (?=[A-Z])", "was no longer ")),
    Kind("another year of an account", "token", sub(r"(said in )(\d{4})", lambda m: m[1] + str(int(m[2]) + 1))),
    Kind("a reason turned round", "polarity", sub(r"\bleft because\b", "left although")),
    Kind("partly left out", "manner", sub(r"\bpartly ", "")),
    Kind("the second of two dates", "token", sub(rf"(, and (?:on )?)(\d{{1,2}}) ({'|'.join(MONTHS)})",
                                                lambda m: f"{m[1]}{int(m[2]) % 28 + 1} {m[3]}")),
    Kind("she for he", "role", sub(r"\bhe\b", "she")),
    Kind("another asserter", "manner", sub(r"(As a result, according to )[^,]+", r"\1Le Monde")),
    Kind("a result without an asserter", "manner", sub(r"(As a result), according to [^,]+,", r"\1,")),
    Kind("a minute more", "token", sub(r"\b(\d\d):(\d\d)\b(?!:)", lambda m: f"{m[1]}:{(int(m[2]) + 1) % 60:02}")),
    Kind("an hour more", "token", sub(r"\b(\d\d):(\d\d)", lambda m: f"{(int(m[1]) + 1) % 24:02}:{m[2]}")),
    Kind("minutes later", "token", sub(r"\b(\w+) minutes later", "eleven minutes later")),
    Kind("a time about exact", "manner", sub(r"\b([Aa])round (?=\d\d:)", r"\1t ")),
    Kind("million for billion years", "token", sub(r"\bbillion years\b", "million years")),
    Kind("one end of a stretch", "token", sub(r"\bto (about )?([\d.]+) million", r"to \g<1>9 million")),
    Kind("a plan told as done", "manner", sub(r"^Planned for ", "")),
    Kind("a plan for another day", "token", sub(rf"(lanned for )({'|'.join(MONTHS)})", r"\1May")),
    Kind("an outcome claimed", "polarity", sub(r"does not tell what came of it", "tells what came of it")),
    Kind("a headline in the past", "manner", sub(r"\b(starts|fails|goes|falls|strikes|opens|takes)\b", "started")),
    Kind("not in a headline", "polarity", sub(r"\b(is|are|goes|fails|finds|forms|gathers) ", r"\1 not ")),
    Kind("a cause for a semicolon", "manner", sub(r"; (?!among)", ", because ")),
    Kind("a word doubled", "token", sub(r"\b(the|that|for)\b", r"\1 \1")),
    Kind("a superlative", "manner", sub(r"\b(offer|suit|round|bid|venture|conversion)\b", r"record \1")),
)
