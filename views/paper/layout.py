"""A sheet on one page: marks in points from the top left corner."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.direction import is_from_the_right
from domain.entries import CheckIn
from domain.language import N_, tr
from domain.sheet import CHECK_INS, ONE_THING, Item, Section, Sheet
from views.charts.chart import Drawing
from views.components.colors import cell_color
from views.components.marks import Line, Mark, Square, Words, placed
from views.components.strip import strip_of
from views.components.when import short_day
from views.paper.fonts import BODY, SERIF, STRONG, missing
from views.paper.writing import AS_ON_THE_RIGHT, clusters, width

A4: Final = (595.28, 841.89)
LETTER: Final = (612.0, 792.0)
MARGIN: Final = 44.0
COLUMN: Final = 96.0
INK: Final = "#2A241F"
SOFT: Final = "#5C5248"
RULE: Final = "#D8CCBA"
KIND: Final = "#8C4A2E"
SQUARE: Final = 15.0
EACH: Final = N_("one square, one check-in")
STRIP: Final = 110.0
"""The check-ins are so high at most."""
BETWEEN: Final = 24.0
"""Two pictures stand side by side, so far apart."""
Picture = tuple[str, Drawing]
"""What is drawn, in a few words, and the drawing."""
Drawn = Callable[[str], Picture | None]


def _not_drawn(_: str) -> None:
    """Nothing is drawn."""


@dataclass(frozen=True, slots=True)
class Page:
    """What is on the page; `end` is where it ends.

    `shown` is the sheet with only what is on the page, `left_out` the texts that did not fit,
    `unknown` the letters that no font here can write.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    end: float
    shown: Sheet
    left_out: tuple[str, ...]
    unknown: str


@dataclass(frozen=True, slots=True)
class _Style:
    face: str
    size: float
    line: float


_TITLE: Final = _Style(SERIF, 24, 31)
_UNDER: Final = _Style(BODY, 12.5, 18)
_HEAD: Final = _Style(STRONG, 13.5, 20)
_ONE: Final = _Style(SERIF, 19, 26)
_ITEM: Final = _Style(BODY, 13.5, 19)


def page_of(sheet: Sheet, today: date, letter: bool = False, drawn: Drawn = _not_drawn) -> Page:
    """The sheet on A4, or on Letter. What does not fit is left out whole, and named.

    `drawn` gives the picture of an item by its id; None where there is none.
    """
    wide, high = LETTER if letter else A4
    inner = wide - 2 * MARGIN
    strip = _strip(sheet.check_ins, inner, today) if sheet.check_ins else ([], 0.0)
    floor = high - MARGIN - (strip[1] and strip[1] + 16)
    marks, y = _lines(sheet.title, _TITLE, MARGIN, MARGIN, inner, INK)
    under, y = _lines(sheet.line, _UNDER, MARGIN, y, inner, SOFT)
    marks += [*under, _rule(y + 8, inner)]
    y += 18
    shown: list[Section] = []
    left_out: list[str] = []
    for section in sheet.sections:
        put, y, kept, lost = _section(section, y, floor, inner)
        marks += put
        shown += [replace(section, items=kept)] if kept else []
        left_out += lost
    put, y, lost = _pictures(shown, y, floor, inner, drawn)
    marks += put
    left_out += lost
    if strip[1]:
        marks += [placed(mark, 0, y + 4) for mark in strip[0]]
        y += 4 + strip[1]
    written = "".join(mark.words for mark in marks if isinstance(mark, Words))
    on_it = replace(sheet, sections=tuple(shown))
    return Page(wide, high, tuple(marks), y + MARGIN, on_it, tuple(left_out), missing(written))


def _section(
    section: Section, y: float, floor: float, inner: float
) -> tuple[list[Mark], float, tuple[Item, ...], list[str]]:
    head, after = _lines(tr(section.title), _HEAD, MARGIN, y, inner, INK)
    put: list[Mark] = []
    kept: list[Item] = []
    lost: list[str] = []
    bottom = after
    for item in section.items:
        if bottom + _ITEM.line > floor:
            lost.append(item.text)
            continue
        one_thing = section.title == ONE_THING
        style, indent = (_ONE, 0.0) if one_thing else (_ITEM, COLUMN if item.about else 0.0)
        about: list[Mark] = []
        below = bottom
        if indent:
            about, below = _lines(item.about, _ITEM, MARGIN, bottom, COLUMN - 10, KIND)
        words, end = _lines(item.text, style, MARGIN + indent, bottom, inner - indent, INK)
        if max(end, below) > floor:
            lost.append(item.text)
            continue
        put += [*about, *words]
        kept.append(item)
        bottom = max(end, below) + 4
    if not kept:
        return [], y, (), lost
    return [*head, *put], bottom + 10, tuple(kept), lost


def _pictures(
    sections: Sequence[Section], y: float, floor: float, inner: float, drawn: Drawn
) -> tuple[list[Mark], float, list[str]]:
    """The pictures of what is on the page, below all words: two side by side, where they fit."""
    wide = (inner - BETWEEN) / 2
    ids = [item.drawing for section in sections for item in section.items if item.drawing]
    found = [picture for id in ids if (picture := drawn(id))]
    marks: list[Mark] = []
    lost: list[str] = []
    place, top, below = 0, y, y
    for caption, drawing in found:
        x = MARGIN + place * (wide + BETWEEN)
        head, after = _lines(caption, _UNDER, x, top, wide, SOFT)
        scale = wide / drawing.width
        end = after + 4 + drawing.height * scale
        if end > floor:
            lost.append(f"The picture of {caption}")
            continue
        marks += [*head, *(placed(mark, x, after + 4, scale) for mark in drawing.marks)]
        below = max(below, end + 10)
        place = 1 - place
        top = top if place else below
    return marks, below, lost


def _lines(
    words: str, style: _Style, x: float, y: float, inner: float, color: str
) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    from_the_right = is_from_the_right(words)
    for line in broken(words, style.face, style.size, inner):
        said, left = line, x
        if from_the_right:
            said = AS_ON_THE_RIGHT.format(line)
            left += inner - width(said, style.face, style.size)
        marks.append(Words(left, y, said, style.face, style.size, style.line, color))
        y += style.line
    return marks, y


def broken(words: str, face: str, size: float, inner: float) -> Iterator[str]:
    """Lines of words no wider than `inner`; a word that is wider is broken where it must be."""
    line, used = "", 0.0
    space = width(" ", face, size)
    for word in words.split():
        for piece, wide in _pieces(word, face, size, inner):
            if line and used + space + wide > inner:
                yield line
                line, used = "", 0.0
            line, used = (f"{line} {piece}", used + space + wide) if line else (piece, wide)
    if line:
        yield line


def _pieces(word: str, face: str, size: float, inner: float) -> Iterator[tuple[str, float]]:
    piece, used = word, width(word, face, size)
    if used > inner:
        piece, used = "", 0.0
        for cluster in clusters(word):
            wide = width(piece + cluster, face, size)
            if piece and wide > inner:
                yield piece, used
                piece, wide = "", width(cluster, face, size)
            piece, used = piece + cluster, wide
    yield piece, used


def _strip(check_ins: Sequence[CheckIn], inner: float, today: date) -> tuple[list[Mark], float]:
    """The check-ins as squares, with their title and their days."""
    marks, top = _lines(tr(CHECK_INS), _HEAD, MARGIN, 0, inner, INK)
    strip = strip_of(check_ins, inner, today, SQUARE, STRIP)
    for x, y, one in strip.squares:
        color = cell_color(*one.place, "light") if one.place else None
        edge = None if color else INK
        marks.append(Square(MARGIN + x, top + 4 + y, strip.side, color, edge))
    base = top + 6 + strip.height
    marks.append(_rule(base, inner))
    first, last = short_day(strip.first, today), short_day(strip.last, today)
    each = tr(EACH)
    ends = (
        (first, 0.0),
        (each, (inner - width(each, BODY, 11)) / 2),
        (last, inner - width(last, BODY, 11)),
    )
    marks += [Words(MARGIN + x, base + 3, said, BODY, 11, 16, SOFT) for said, x in ends]
    return marks, base + 22


def _rule(y: float, inner: float) -> Mark:
    """A thin line across the page."""
    return Line(MARGIN, y, MARGIN + inner, y, RULE)
