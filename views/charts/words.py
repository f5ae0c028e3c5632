"""Words for feelings and for the body, one square for each time they were chosen."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, Literal

from domain.dates import at_start
from domain.language import N_, listed, tr, trn
from domain.looking_back.counting import with_words
from domain.words import said
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Target
from views.charts.sayings import times
from views.components.marks import Mark, Square

TITLES: Final = {
    "feelings": N_("Feelings you chose"),
    "body": N_("What you noticed in your body"),
}
MOST: Final = 7
WIDEST: Final = 0.72
"""So much of the width a word may take, before it is cut."""
SIDE: Final = 20.0
SMALLEST: Final = 6.0
GAP: Final = 0.25
"""Between two of them, in sides."""
DOWN: Final = 38.0
IN_WORDS: Final = 7


def words(lens: Lens, room: Room, of: Literal["feelings", "body"]) -> Chart | None:
    """The words chosen most, and all of them in the table; None where none was."""
    found = [(said(word), some) for word, some in with_words(lens.check_ins, of)]
    if not found:
        return None
    counted = [(word, len(some)) for word, some in found]
    shown = counted[:MOST]
    down = DOWN * room.grown
    label = min(room.width * WIDEST, max(room.wide(word) for word, _ in shown) + 12)
    number = max(room.wide(str(count), True) for _, count in shown) + 8
    free = room.width - label - number
    side = min(SIDE, max(SMALLEST, free / shown[0][1] / (1 + GAP)))
    each = -(-shown[0][1] // int(free / side / (1 + GAP) + 1e-9))
    marks: list[Mark] = []
    targets: list[Target] = []
    for place, (word, count) in enumerate(shown):
        y = (place + 0.5) * down
        marks.append(room.words(room.cut(word, label - 8), 0, y, color=room.ink))
        marks.append(room.words(str(count), room.width, y, align=1, strong=True))
        marks += _squares(-(-count // each), label, y, side, room)
        ids = tuple(one.id for one in found[place][1])
        targets.append(Target(label + SIDE, y, word, ids))
    return Chart(
        tr(TITLES[of]),
        Drawing(tuple(marks), room.width, len(shown) * down, tuple(targets)),
        _said(counted),
        lambda: (
            Row(word, times(len(some)), tuple(one.id for one in some)) for word, some in found
        ),
        how=tr("One square stands for up to {each} times.", each=each) if each > 1 else "",
    )


def _squares(count: int, left: float, y: float, side: float, room: Room) -> Iterator[Mark]:
    fill, edge = str(room.scheme.tertiary_container), str(room.scheme.tertiary)
    for place in range(count):
        x = left + place * side * (1 + GAP)
        yield Square(x, y - side / 2, side, fill, edge, min(1.5, side / 6))


def _said(counted: Sequence[tuple[str, int]]) -> str:
    """Tired 3 times; exposed, hopeful and settled twice; alive and 8 more words once."""
    groups: list[str] = []
    left = len(counted)
    for count, some in groupby(counted, key=lambda one: one[1]):
        here = [word for word, _ in some]
        named = here[: max(0, IN_WORDS - len(counted) + left)]
        if not named:
            groups.append(trn("{n} more less often", "{n} more less often", left))
            break
        left -= len(here)
        rest = len(here) - len(named)
        more = [trn("{n} more word", "{n} more words", rest)] if rest else []
        groups.append(f"{listed([*named, *more])} {times(count)}")
    return f"{at_start('; '.join(groups))}."
