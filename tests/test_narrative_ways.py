"""Ways of saying, each on a small store: what it takes for them to be used, and that they read back."""

from dataclasses import replace
from pathlib import Path

import pytest

from timeline import load, loads, narrate, verify
from timeline.dates import parse
from timeline.narrative.en.sides import is_clause
from timeline.prose import as_data, to_html, to_markdown, to_text

ROOT = Path(__file__).parent.parent
STORY = load(ROOT / "events.yaml")
SOURCE = "sources: [{title: S, publisher: P}]"


def told(text, **asked):
    """The sentences of a small store, all of which verify as first worded."""
    store = loads(text)
    story = narrate(store, **asked)
    assert verify(story, store) == () and story.replaced == ()
    return [s.text for s in story.sentences]


PEOPLE = """
actors:
  ann: {name: Ann Lee, short: Lee, kind: person, pronoun: she, roles: [{role: the chair of the board of Acme, from: 2015}]}
  bob: {name: Bob Orr, short: Orr, kind: person, pronoun: he}
  acme: {name: Acme, kind: organisation, pronoun: it}
  board: {name: the board of Acme, short: the board, kind: group, pronoun: it, part_of: acme}
"""


def events(*items):
    return (PEOPLE + "events:\n" + "\n".join(items)).replace("SOURCES", SOURCE)


BID = (
    "- {id: bid, date: 2020-05-01, title: A bid, kind: bid, weight: 1, clause: '{bob} [offered] {sum} for {acme}', "
    "amounts: {sum: {value: 5 million, currency: USD}}, actors: [{ref: bob, role: agent}], SOURCES}"
)


def test_a_reply_in_its_own_words():
    """Where the quotation is the reply, says where it stood, and has the sums of the clause."""
    reply = (
        "- {id: reply, date: 2020-05-01, title: No, kind: reply, weight: 0.9, clause: '{ann} [refused] {sum}', "
        "amounts: {sum: {value: 5 million, currency: USD}}, actors: [{ref: ann, role: agent}], relations: [{responds-to: bid}], "
        "quotes: [{by: ann, text: %s, via: X}], SOURCES}"
    )
    with_sum = told(events(BID, reply % "5 million is too little"))
    assert with_sum[1].startswith("Ann Lee, the chair of the board of Acme, replied on X the same day: ")
    assert "refused" in told(events(BID, reply % "That is too little"))[1]


def test_the_office_before_the_name():
    """`its chair` of the board that was the subject just before, and of no other sentence."""
    board = (
        "- {id: no, date: 2020-05-02, title: No, kind: rejection, weight: 0.9, clause: '{board} [rejected] the bid', "
        "actors: [{ref: board, role: agent}], relations: [{responds-to: bid}], "
        "quotes: [{by: ann, text: 'We are not for sale, and that is that', excerpt: We are not for sale, via: X}], SOURCES}"
    )
    assert "“We are not for sale”, wrote its chair, Ann Lee, on X." in told(events(BID, board))


def test_a_founding_behind_the_name():
    """Only in the first sentence, of what is outside the view, by the one person whom a pronoun can mean."""
    founding = (
        "- {id: start, date: 2010, title: Acme starts, kind: founding, clause: '{bob} and others [founded] {acme}', "
        "actors: [{ref: bob, role: agent}, {ref: acme, role: patient}, {ref: ann, role: agent}], SOURCES}"
    )
    store = loads(events(founding, BID))
    text = narrate(store, [store.by_id["bid"]]).sentences[0]
    assert text.text == "On 1 May 2020 Bob Orr offered $5 million for Acme, which he co-founded in 2010."
    assert text.events == ("bid", "start") and verify(narrate(store, [store.by_id["bid"]]), store) == ()
    assert "founded in" not in narrate(store).sentences[1].text


def test_deeds_of_one_actor_in_one_sentence():
    """Two or three, plain facts of one thread; a pronoun where it can mean nobody else; never after a doubt."""
    deeds = (
        "- {date: 2020-05-03, title: A, clause: '{bob} [sued] {acme}', actors: [{ref: bob, role: agent}], SOURCES}",
        "- {date: 2020-06-03, title: B, clause: '{bob} [dropped] his suit', actors: [{ref: bob, role: agent}], SOURCES}",
        "- {date: 2020-07-03, title: C, clause: '{bob} [filed] a new one', actors: [{ref: bob, role: agent}], SOURCES}",
    )
    assert told(events(*deeds[:2])) == ["On 3 May 2020 Bob Orr sued Acme, and on 3 June he dropped his suit."]
    assert told(events(*deeds)) == [
        "On 3 May 2020 Bob Orr sued Acme, on 3 June dropped his suit, and on 3 July filed a new one."
    ]
    doubtful = deeds[1].replace("title: B", "title: B, status: disputed")
    assert len(told(events(deeds[0], doubtful))) == 2


def test_a_result_needs_somebody_who_asserts_it():
    """Cited, and in that name; without an asserter events stand in their order alone."""
    cause = "- {id: storm, date: 2020-05-03, title: A storm, clause: 'a storm [hit] {acme}', SOURCES}"
    effect = "- {id: fall, date: 2020-05-09, title: A fall, clause: 'its shares [fell]', relations: [{caused-by: storm%s}], SOURCES}"
    asserted = effect % ", asserted-by: {title: Report, publisher: The Gazette}"
    store = loads(events(cause, asserted))
    last = narrate(store).sentences[-1]
    assert last.text == "As a result, according to The Gazette, its shares fell six days later."
    cited = {note.source.publisher for note in narrate(store).notes if note.number in last.notes}
    assert "The Gazette" in cited
    assert "result" not in " ".join(told(events(cause, effect % "")))


SIDES = (
    "- {date: 2020-05-03, title: A, clause: '{bob} [left] {acme}', weight: 0.9, actors: [{ref: bob, role: agent}], "
    "disputes: [{issue: why Orr left, sides: [{by: 'Orr, in 2021', claim: %s}, {by: 'Acme, in 2022, citing the minutes', claim: %s}]}], SOURCES}"
)


def test_sides_that_are_clauses():
    """Who, with the verb and the year of each; a speaker's own name is a pronoun; nobody speaks by contrast."""
    texts = told(events(SIDES % ("Orr left for his health", "Orr left before he was sacked")), form="sides")
    assert texts[2:] == [
        "Orr said in 2021 that he left for his health.",
        "Acme said in 2022, citing the minutes, that Orr left before he was sacked.",
    ]


def test_sides_that_are_none():
    """The same words for both, of whatever shape their claims are."""
    texts = told(events(SIDES % ("for his health", "because of the money that was gone")), form="sides")
    assert texts[2:] == [
        "According to Orr in 2021, it was for his health.",
        "According to Acme in 2022, citing the minutes, it was because of the money that was gone.",
    ]


@pytest.mark.parametrize(
    ("claim", "whole"),
    [
        ("More than 90 percent of them died out", True),
        ("About 50 million dollars", False),
        ("To avoid a conflict", False),
        ("Because he did not get the post", False),
        ("The bid was serious", True),
        ("Work, rivalry over staff and also a difference over the course", False),
    ],
)
def test_which_claims_are_clauses(claim, whole):
    """Only they can follow "said that"."""
    assert is_clause(claim) is whole


def test_sides_side_by_side():
    """A table in Markdown, HTML, text and data; a remark where one side has more room; verified like sentences."""
    store = loads(events(SIDES % ("Orr left for his health", "Orr left before he was sacked by the board")))
    story = narrate(store, form="sides")
    assert "| Orr, in 2021 | Orr left for his health | [^1] |" in to_markdown(story)
    assert '<th scope="row">Orr, in 2021</th><td>Orr left for his health</td>' in to_html(story)
    assert "- Orr, in 2021: Orr left for his health [1]" in to_text(story)
    assert as_data(story)["passages"][0]["table"][1]["account"] == "Orr left before he was sacked by the board"
    assert "from 5 to 9 words" in to_markdown(story)
    passage = story.passages[0]
    forged = passage.table[0].__class__("Orr, in 2021", "Orr was sacked", "", (1,))
    wrong = story.__class__(
        story.title, (passage.__class__(passage.heading, passage.paragraphs, table=(forged,)),), story.notes
    )
    assert [p.reason for p in verify(wrong, store)] == ["no side of the dispute says this"]


@pytest.mark.parametrize(
    ("as_of", "words"),
    [
        ("2020-01-01", "As of 1 January 2020 this was planned for 3 May 2021: the bridge opens."),
        ("2022-01-01", "As of 1 January 2022 this was planned for 3 May 2021, and the record does not tell what came of it: the bridge opens."),
    ],
)  # fmt: skip
def test_a_plan_before_and_after_its_day(as_of, words):
    """Once the day has passed, the outcome is not told, and that is said; a chronicle says that it was planned."""
    plan = "- {date: 2021-05-03, title: The bridge opens, status: planned, SOURCES}"
    built = "- {date: 2019, title: The bridge is begun, SOURCES}"
    text = f"timeline: {{as_of: {as_of}}}\nevents:\n{built}\n{plan}".replace("SOURCES", SOURCE)
    assert told(text, form="outlook") == [words]
    assert told(text)[-1] == "Planned for 3 May 2021: The bridge opens."


def test_a_planned_fact_whose_day_has_passed():
    """The day is in the words of the fact."""
    fact = "facts: [{text: A trial was set for 19 October 2026., status: planned}]"
    text = "timeline: {as_of: %s}\nevents:\n- {date: 2025, title: A suit, " + fact + f", {SOURCE}}}"
    passed, ahead = (told(text % day, form="outlook")[0] for day in ("2026-11-23", "2026-01-01"))
    assert passed.startswith(
        "As of 23 November 2026 the record has this as planned and does not tell what came of it: "
    )
    assert ahead == "As of 1 January 2026 the record has this as planned: a trial was set for 19 October 2026."


def test_offices_between_two_days():
    """What began and ended, each by the event of that day."""
    texts = [s.text for s in narrate(STORY, form="between", between=("2023-11-01", "2023-12-31")).sentences]
    assert texts[:2] == [
        "Sam Altman was OpenAI's chief executive until 17 November 2023.",
        "Altman became OpenAI's chief executive again on 22 November 2023.",
    ]


TITLES = """
timeline: {title: T, time_zone: Europe/Berlin}
events:
- {date: 2025-11-07T16:20Z, title: The host announces slower disks, sources: [{title: S}]}
- {date: 2025-11-08T03:14, title: The pager goes off, summary: The alarm waits for five failures., weight: 0.8, sources: [{title: S}]}
- {date: 2025-11-08T03:21, title: The engineer finds the lock, sources: [{title: S}]}
- {date: 2025-11-08T04:02~, title: Some orders go through twice, sources: [{title: S}]}
- {date: 2025-11-09, title: "The lock, a cause of much grief", sources: [{title: S}]}
"""


def test_a_store_of_titles_alone():
    """Told in the present; clocks in the store's zone; what is no sentence keeps its colon; a summary's sentence behind."""
    assert told(TITLES) == [
        "At 17:20 on 7 November 2025 the host announces slower disks.",
        "The pager goes off at 03:14 on 8 November.",
        "The alarm waits for five failures.",
        "Seven minutes later the engineer finds the lock.",
        "Some orders go through twice around 04:02.",
        "9 November: The lock, a cause of much grief.",
    ]


@pytest.mark.parametrize(
    ("title", "whole"),
    [
        ("The migration starts on time", True),
        ("Writes to the order table begin to queue", True),
        ("The oldest accepted traces of life", False),
        ("The Cambrian, in which most animal groups appear", False),
        ("Tiktaalik, a fish with a neck and wrists", False),
        ("Dinosaurs leave their first sure bones", True),
        ("The Ediacaran creatures live and vanish", True),
        ("Plans of the rebels", False),
        ("Who starts it?", False),
    ],
)
def test_which_titles_are_sentences(title, whole):
    """Only with a verb before any comma; a title that may be none stands apart."""
    text = f"events: [{{date: 2020, title: '{title}', sources: [{{title: S}}]}}]"
    assert (":" not in told(text)[0]) is whole


@pytest.mark.parametrize(
    ("sources", "who"),
    [
        ("{title: A, publisher: P}", "according to P"),
        (
            "{title: A, publisher: P, original: Reuters}, {title: B, publisher: Q, original: Reuters}",
            "according to Reuters",
        ),
        ("{title: A, publisher: P}, {title: B, publisher: Q}", "according to press reports"),
        ("{title: A, publisher: P, kind: court}, {title: B, publisher: Q}", "according to several sources"),
    ],
)
def test_who_stands_behind_a_claim(sources, who):
    """Copies of one agency are that agency; several are the press only if all of them are."""
    text = f"events: [{{date: 2020, title: It ends, status: reported, sources: [{sources}]}}]"
    assert told(text) == [f"In 2020 it ends, {who}."]


def test_what_came_to_light_later():
    """More than a month after; a title that only claims says whose claim it is even as a headline."""
    event = "- {date: 2018, reported: 2024-03-05, title: A, clause: '{bob} [met] {ann}', actors: [{ref: bob, role: agent}], SOURCES}"
    assert told(events(event)) == [
        "In 2018 Bob Orr met Ann Lee, the chair of the board of Acme, it emerged on 5 March 2024."
    ]
    doubtful = "events: [{date: 2020, title: It ends, status: disputed, sources: [{title: S}]}]"
    assert told(doubtful, form="headline") == ["It ends, though that is disputed"]


def test_quoted_words_cite_their_own_source():
    """First of all, and on the span."""
    story = narrate(STORY, length="long")
    sentence = next(s for s in story.sentences if "slow down a competitor" in s.text)
    span = next(span for span in sentence.spans if span.kind == "quote")
    publishers = {note.source.publisher for note in story.notes if note.number in span.notes}
    assert publishers == {"HeadTopics"} and set(span.notes) <= set(sentence.notes)
    elsewhere = tuple(n for n in sentence.notes if n not in span.notes)
    wrong = replace(sentence, notes=elsewhere)
    passages = tuple(
        replace(p, paragraphs=tuple(tuple(wrong if s is sentence else s for s in one) for one in p.paragraphs))
        for p in story.passages
    )
    problems = verify(replace(story, passages=passages), STORY)
    assert [p.reason for p in problems] == ["the source of “slow down a competitor” is not cited"]


def test_a_long_perspective_passes_nothing_over():
    """Every event that the actor did or underwent."""
    story = narrate(STORY, form="perspective", actor="musk", length="long")
    told_of = {e for s in story.sentences for e in s.events}
    own = {
        e.id
        for e in STORY.events
        if any(p.ref == "musk" and p.role in ("agent", "patient", "speaker") for p in e.actors)
    }
    assert own <= told_of and story.left_out == 0


def test_how_much_a_length_tells():
    """Nine tenths of the weight, where a few events more than usual carry that, or a long text does."""
    for store in (load(ROOT / "seeds" / "antiquity.yaml"), load(ROOT / "seeds" / "incident.yaml")):
        told_of = {e for s in narrate(store).sentences for e in s.events}
        assert sum(e.weight for e in store.events if e.id in told_of) >= 0.9 * sum(e.weight for e in store.events)
    told_of = {e for s in narrate(STORY, length="long").sentences for e in s.events}
    assert sum(e.weight for e in STORY.events if e.id in told_of) >= 0.9 * sum(e.weight for e in STORY.events)
    assert len({s.events[0] for s in narrate(STORY).sentences}) <= 24


def test_notes_and_lines_in_german():
    """Dates, marks and "after" of the notes, and what is left out."""
    text = (
        "timeline: {title: T, language: de}\nevents:\n"
        "- {date: 2020, title: Eins, sources: [{title: Titel, publisher: P, original: dpa, published: 2020-03-05}]}\n"
        "- {date: 2021, title: Zwei, weight: 0.1, sources: [{title: S}]}\n"
    )
    markdown = to_markdown(narrate(loads(text), most=1))
    assert "P (nach dpa), „Titel“, 5. März 2020" in markdown and "Ein weiteres Ereignis" in markdown


def test_as_known_on_tells_no_later_plan():
    """What was planned and known by a day is told of that day."""
    story = narrate(STORY, form="outlook", day="2026-01-01")
    assert all("1 January 2026" in s.text for s in story.sentences) and parse("2026-01-01").is_day


def test_what_hangs_on_an_event_behind_a_semicolon():
    """Where a relation is recorded and both are short; without one there are two sentences."""
    fire = "- {id: fire, date: 2020-05-03, title: A, clause: 'a fire [destroyed] the mill', SOURCES}"
    after = "- {date: 2020-05-05, title: B, clause: '{board} [met]', actors: [{ref: board, role: agent}], %s SOURCES}"
    tied = told(events(fire, after % "relations: [{responds-to: fire}],"))
    assert tied == ["On 3 May 2020 a fire destroyed the mill; two days later the board of Acme met."]
    assert len(told(events(fire, after % ""))) == 2
