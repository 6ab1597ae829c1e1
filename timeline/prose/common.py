"""What all ways of writing a narrative out share: the words of its language, what it leaves out, a table's cells."""

from collections.abc import Sequence

from ..cite import NoteWords
from ..narrative import Narrative, Row
from ..narrative.packs import pack_for

# Forms of which a longer text tells more; a brief or a card is whole as it is.
_SELECTED = ("chronicle", "explainer", "perspective", "led-to", "between", "sides", "steps")


def note_words(narrative: Narrative) -> NoteWords:
    """What a note needs of the narrative's language."""
    return pack_for(narrative.language).notes


def words_of(narrative: Narrative) -> dict[str, str]:
    """The lines and headings around a text of the narrative's language."""
    return pack_for(narrative.language).words


def left_out(narrative: Narrative) -> list[str]:
    """The line that says how many events are not told, if any are and the form is one that tells a choice."""
    count, words = narrative.left_out, words_of(narrative)
    if not count or narrative.form not in _SELECTED:
        return []
    return [words["left_out_one"] if count == 1 else words["left_out"].format(n=count)]


def cells(rows: Sequence[Row], words: dict[str, str]) -> tuple[list[str], list[list[str]]]:
    """The heads of the columns, and the texts of each row but for its notes."""
    quoted = any(row.words for row in rows)
    heads = [words["side"], words["account"], *([words["words"]] if quoted else []), words["sources"]]
    said = [[f"“{row.words}”" if row.words else "–"] if quoted else [] for row in rows]
    return heads, [[row.side, row.account, *more] for row, more in zip(rows, said, strict=True)]
