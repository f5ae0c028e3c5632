"""What a chart is, and what it is made from."""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cached_property
from typing import Final

import flet as ft

from domain.dates import at_start
from domain.days import day_of
from domain.entries import CheckIn, Moment, Part, PartWord
from domain.looking_back.diary import Day, Diary
from domain.looking_back.stretch import Stretch
from views import theme
from views.components.colors import Brightness
from views.components.marks import Mark, Words
from views.components.when import day_title, stretch_said
from views.paper.fonts import BODY, STRONG
from views.paper.writing import width

SMALL: Final = 14.0
LINE: Final = 20.0
LETTERS: Final = 120
"""No line of a drawing has more."""
LARGEST: Final = 1.4
"""Words of a drawing grow so many times at most: what it says is below it in full size."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a chart is drawn on: `width` pixels (or points), and how large its words are.

    With more `contrast` where a device asks for it; paper has the usual colours.
    """

    width: float
    brightness: Brightness = "light"
    text_scale: float = 1.0
    contrast: bool = False

    @property
    def scheme(self) -> ft.ColorScheme:
        """Its colours."""
        return theme.scheme(self.brightness, self.contrast)

    @property
    def ink(self) -> str:
        """The colour of lines that carry something, and of strong words."""
        return str(self.scheme.on_surface)

    @property
    def soft(self) -> str:
        """The colour of labels and of what lies on an axis."""
        return str(self.scheme.on_surface_variant)

    @property
    def faint(self) -> str:
        """The colour of rules."""
        return str(self.scheme.outline_variant)

    @property
    def grown(self) -> float:
        """How many times larger words are drawn."""
        return min(LARGEST, max(1.0, self.text_scale))

    @property
    def line(self) -> float:
        """How high a line of words is."""
        return LINE * self.grown

    def wide(self, words: str, strong: bool = False, size: float = SMALL) -> float:
        """How wide some words are."""
        return width(words, STRONG if strong else BODY, size * self.grown)

    def cut(self, words: str, wide: float) -> str:
        """The words, or their beginning where they are wider than that."""
        if self.wide(words) <= wide:
            return words
        tries = range(min(len(words), LETTERS), 0, -1)
        end = next((n for n in tries if self.wide(f"{words[:n]}…") <= wide), 0)
        return f"{words[:end].rstrip()}…"

    def titled(self, title: str, end: str, y: float) -> tuple[Words, Words]:
        """A line with its middle at `y`: a title at the left, cut where it must be, and its end at
        the right."""
        free = self.width - self.wide(end) - SMALL
        first = self.words(self.cut(title, free), 0, y, color=self.ink)
        return first, self.words(end, self.width, y, align=1)

    def words(
        self,
        words: str,
        x: float,
        y: float,
        *,
        align: float = 0,
        strong: bool = False,
        size: float = SMALL,
        color: str = "",
    ) -> Words:
        """Words in a line with its middle at `y`, that begin, have their middle or end (`align`
        0, 0.5 or 1) at `x`."""
        size, line = size * self.grown, self.line
        face = STRONG if strong else BODY
        left = x - align * width(words, face, size)
        ink = color or (self.ink if strong else self.soft)
        return Words(left, y - line / 2, words, face, size, line, ink)


@dataclass(frozen=True, eq=False)
class Lens:
    """What is looked at: a stretch of the diary, and what else there is to see in it.

    `sessions` are the moments of those that were, in order; `names` those of people and parts by
    their ids, `word` is what the person calls a part.
    """

    diary: Diary
    stretch: Stretch
    today: date
    sessions: Sequence[datetime] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    parts: Sequence[Part] = ()
    moments: Sequence[Moment] = ()
    word: PartWord = field(default_factory=PartWord)

    @cached_property
    def days(self) -> list[Day]:
        """The days of it that have check-ins."""
        return self.diary.between(self.stretch)

    @cached_property
    def check_ins(self) -> list[CheckIn]:
        """Its check-ins, in order."""
        return [one for day in self.days for one in day.check_ins]

    @cached_property
    def happened(self) -> list[Moment]:
        """Its moments, in order."""
        return [one for one in self.moments if self._holds(one.at)]

    def _holds(self, at: datetime) -> bool:
        return self.day_of(at) in self.stretch and self.stretch.holds(at)

    def days_of(self, some: Sequence[CheckIn]) -> str:
        """The day of some check-ins, which are in order, or the days."""
        first, last = self.day_of(some[0].at), self.day_of(some[-1].at)
        if first == last:
            return day_title(first, self.today)
        return at_start(stretch_said(Stretch(first, last), self.today))

    def day_of(self, at: datetime) -> date:
        """The logical day of a moment."""
        return day_of(at, self.diary.day_start)


@dataclass(frozen=True, slots=True)
class Target:
    """A place of a drawing that can be tapped, and the entries that are there."""

    x: float
    y: float
    title: str
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """Marks in a box, and what in it can be tapped."""

    marks: tuple[Mark, ...]
    width: float
    height: float
    targets: tuple[Target, ...] = ()

    def at(self, x: float, y: float, reach: float) -> Target | None:
        """What is nearest to a point, no further than `reach`; all of it where several are."""
        found = min(self.targets, key=lambda one: math.dist((one.x, one.y), (x, y)), default=None)
        if found is None or math.dist((found.x, found.y), (x, y)) > reach:
            return None
        here = [one for one in self.targets if (one.x, one.y) == (found.x, found.y)]
        return replace(found, entries=tuple(id for one in here for id in one.entries))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, and the entries that it is about."""

    label: str
    said: str
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sign:
    """A line of the legend: marks in a box of 24 by 24, and what they stand for."""

    marks: tuple[Mark, ...]
    words: str


@dataclass(frozen=True)
class Chart:
    """A title that says what is shown, the drawing, the same in words, and as a `table`.

    `how` the drawing is to be read, where it does not say so itself.
    """

    title: str
    drawing: Drawing
    said: str
    table: Callable[[], Iterable[Row]]
    legend: tuple[Sign, ...] = ()
    how: str = ""

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the table, made when they are first asked for."""
        return tuple(self.table())
