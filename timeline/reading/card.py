"""The chosen event's card: all that the store holds about it, each statement beside its source."""

from typing import Any

from ..dates import say, say_doubt
from ..model import Amount, Dispute, Event, Fact, Quote, Source
from ..money import say_amount
from ..store import Store
from .links import Manner, event_link
from .markup import components
from .tree import html

_FORWARD = {
    "responds-to": "Replies to",
    "caused-by": "Was caused by",
    "enables": "Made possible",
    "contradicts": "Contradicts",
    "modifies": "Changed",
    "continues": "Continues",
    "withdraws": "Withdrew",
    "part-of": "Part of",
    "cites": "Cites",
    "corrects": "Corrects",
}
_BACKWARD = {
    "responds-to": "Replies to it",
    "caused-by": "Caused",
    "enables": "Was made possible by",
    "contradicts": "Contradicted by",
    "modifies": "Changed by",
    "continues": "Continued by",
    "withdraws": "Withdrawn by",
    "part-of": "Its parts",
    "cites": "Cited by",
    "corrects": "Corrected by",
}
_STATUS = {
    "reported": "Reported; not independently confirmed",
    "alleged": "Alleged by one side",
    "disputed": "Disputed",
    "denied": "Denied",
    "planned": "Planned",
}


def card(store: Store, chosen: str | None, manner: Manner) -> list[Any]:
    """The card of the event with the id `chosen`, or what to do when there is none."""
    event = store.by_id.get(chosen or "")
    if event is None:
        hint = "Choose an event in the timeline or the story to see what is known about it and who says so."
        missing = f"There is no event “{chosen}” in this store. " if chosen else ""
        return [html.H2("The event"), html.P(missing + hint, className="empty")]
    return [when(store, event), html.H2(event.title, dir="auto"), *body(store, event, manner)]


def when(store: Store, event: Event) -> Any:
    """The line above the title: date, what is doubtful about it, thread."""
    thread = store.threads.get(event.thread or "")
    return html.P(
        [_date(event), html.Span(f" · {thread.title}" if thread else "", className="thread")], className="when"
    )


def body(store: Store, event: Event, manner: Manner) -> list[Any]:
    """The card without date and title."""
    return [
        html.P(_STATUS[event.status], className=f"status status-{event.status}") if event.status in _STATUS else None,
        html.Div(components(event.summary), className="summary", dir="auto") if event.summary else None,
        _amounts(event.amounts),
        *(_quote(store, quote, manner) for quote in event.quotes),
        _facts(store, event, manner),
        *(_dispute(store, dispute, manner) for dispute in event.disputes),
        *_relations(store, event, manner),
        _chain(store, event, manner),
        _people(store, event),
        html.P([html.Strong("Note. "), event.note], className="note", dir="auto") if event.note else None,
        _sources(store, event, manner),
    ]


def _date(event: Event) -> Any:
    doubt = say_doubt(event.date)
    reported = f" It became known {say(event.reported)}." if event.reported else ""
    more = " ".join(text for text in (doubt, reported.strip()) if text)
    return html.Span(
        [html.Time(say(event.date), className="date"), html.Span(f" {more}", className="doubt") if more else None]
    )


def _amounts(amounts: dict[str, Amount]) -> Any:
    if not amounts:
        return None
    rows = [
        html.Div([html.Dt(say_amount(a)), html.Dd(_of(a))], className="joke" if a.tone == "joke" else "")
        for a in amounts.values()
    ]
    return html.Dl(rows, className="amounts")


def _of(amount: Amount) -> str:
    tone = "offered in jest" if amount.tone == "joke" else ""
    return "; ".join(piece for piece in (amount.of or "", tone, amount.note or "") if piece)


def _cited(store: Store, statement: Any, manner: Manner) -> Any:
    whole = [store.resolve(source) for source in statement.cited]
    return manner.cited(whole) if whole else None


def _quote(store: Store, quote: Quote, manner: Manner) -> Any:
    said = [store.name_of(quote.by), f", {quote.via}" if quote.via else ""]
    return html.Figure(
        [
            html.Blockquote(f"“{quote.text}”", lang=quote.lang or store.timeline.language, dir="auto"),
            html.P(f"[{quote.translation}]", className="translation") if quote.translation else None,
            html.Figcaption([*said, _cited(store, quote, manner)]),
        ],
        className="quote",
    )


def _facts(store: Store, event: Event, manner: Manner) -> Any:
    if not event.facts:
        return None
    return html.Ul([html.Li(_fact(store, fact, manner), dir="auto") for fact in event.facts], className="facts")


def _fact(store: Store, fact: Fact, manner: Manner) -> list[Any]:
    by = f"{store.name_of(fact.by)}: " if fact.by else ""
    status = f" ({fact.status})" if fact.status and fact.status != "established" else ""
    return [f"{by}{fact.text}{status}", _cited(store, fact, manner)]


def _dispute(store: Store, dispute: Dispute, manner: Manner) -> Any:
    sides = [
        html.Div(
            [
                html.Dt(store.name_of(side.by)),
                html.Dd(
                    [
                        side.claim,
                        f" ({say(side.date)})" if side.date else None,
                        html.Q(side.quote) if side.quote else None,
                        _cited(store, side, manner),
                    ],
                    dir="auto",
                ),
            ]
        )
        for side in dispute.sides
    ]
    return html.Section(
        [html.H3(["Disputed: ", html.Span(dispute.issue, dir="auto")]), html.Dl(sides)], className="dispute"
    )


def _relations(store: Store, event: Event, manner: Manner) -> list[Any]:
    ahead: dict[str, list[Event]] = {}
    for relation in event.relations:
        targets = [store.by_id[t] for t in relation.targets if t in store.by_id]
        ahead.setdefault(_FORWARD[relation.type], []).extend(targets)
    back: dict[str, list[Event]] = {}
    for kind, other in store.replies.get(event.id, ()):
        back.setdefault(_BACKWARD[kind], []).append(other)
    groups = [(title, "forward", events) for title, events in ahead.items() if events]
    groups += [(title, "backward", events) for title, events in back.items()]
    return [
        html.Section(
            [html.H3(title), html.Ul([html.Li(_related(other, manner)) for other in events])],
            className=f"relations relations-{side}",
        )
        for title, side, events in groups
    ]


def _chain(store: Store, event: Event, manner: Manner) -> Any:
    if manner.chain is None or not (event.relations or store.replies.get(event.id)):
        return None
    return html.P(manner.chain(event.id), className="chain")


def _related(event: Event, manner: Manner) -> Any:
    return event_link(
        [html.Span(say(event.date), className="date"), " ", html.Span(event.title, dir="auto")],
        event.id,
        manner.address,
    )


def _people(store: Store, event: Event) -> Any:
    if not event.actors:
        return None
    names = [_person(store, event, part.ref) for part in event.actors]
    return html.Section([html.H3("Who"), html.Ul([html.Li(name) for name in names], className="people")])


def _person(store: Store, event: Event, ref: str) -> str:
    actor = store.actors.get(ref)
    held = [r.role for r in actor.roles if r.holds_on(event.date)] if actor else []
    return f"{store.name_of(ref)}, {held[0]}" if held else store.name_of(ref)


def _sources(store: Store, event: Event, manner: Manner) -> Any:
    sources: tuple[Source, ...] = store.sources_of(event)
    if not sources:
        return html.P("No source is given for this event.", className="no-source")
    count = f"{_counted(len(sources), 'source')}, {_counted(len(store.publishers(event)), 'independent publisher')}"
    return html.Section(
        [
            html.H3(["Sources ", html.Span(count, className="count")]),
            html.Ul([html.Li(manner.listed(source)) for source in sources], className="sources"),
        ]
    )


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
