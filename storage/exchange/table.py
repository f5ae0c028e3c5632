"""The table that a text is: the names of its columns, and its rows, within limits."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Final

from domain.entries import Original
from domain.language import N_, tr
from domain.moving_in.record import FIELD_MAX, RECORDS_MAX
from domain.numbers import number
from storage.exchange.faults import BadFieldError, UnreadableError

COLUMNS_MAX: Final = 400
ROW_MAX: Final = 1 << 20
"""Letters that a row may have; a table with a longer one is not read at all."""
LINES_MAX: Final = 20 * RECORDS_MAX
"""Lines that a table may have, those that hold nothing among them."""

TOO_FEW: Final = N_("It has fewer cells than the table has columns.")
TOO_MANY: Final = N_("It has more cells than the table has columns.")
TOO_LONG: Final = N_("One of its cells has more than {count} letters.")
NEVER_CLOSED: Final = N_("A quotation mark opens in it and is never closed.")

# str.splitlines would end a line at letters that people write, as U+2028.
_LINE: Final = re.compile(r"[^\r\n]*+(?:\r\n|\r|\n)|[^\r\n]++")
# No text that is read holds it: where it is found inside of a cell, the quotes of that cell
# took in all that there was.
_END: Final = "\0"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: its cells by the names of their columns, lower case.

    `line` is where it begins, from 1; `originals` are the cells that hold something, under the
    names as they were written; `fault` says in a sentence why it is not whole, or is empty.
    """

    line: int
    cells: Mapping[str, str]
    originals: tuple[Original, ...] = ()
    fault: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether it has as many cells as the table has columns, and none is too long."""
        return not self.fault

    @property
    def begins(self) -> str:
        """How it begins, for the person who looks for it."""
        return " ".join(one.value for one in self.originals)

    def get(self, *names: str) -> str:
        """What the first of these columns that holds something holds, without blanks around it."""
        for name in names:
            if cell := self.cells.get(name, "").strip():
                return cell
        return ""

    def check(self, *forgiven: str) -> None:
        """Raises BadFieldError where it is not whole, for another reason than those forgiven."""
        if self.fault and self.fault not in forgiven:
            raise BadFieldError(tr(self.fault, count=number(FIELD_MAX)))


def table_of(text: str) -> tuple[tuple[str, ...], Iterator[Row]]:
    """The names of the columns, lower case, and the rows below; comma, semicolon or tab.

    No columns where it is no table. Rows of nothing are passed over. Raises UnreadableError,
    also while the rows are read.
    """
    if max(map(text.count, "\r\n")) > LINES_MAX:
        raise UnreadableError(
            N_("This table has more than {count} lines."), count=number(LINES_MAX)
        )
    text = text.lstrip("\ufeff")
    lines = _Lines(text)
    rows = _rows(lines, _separator(text))
    try:
        _, heading, _ = next(rows, (0, [], ""))
    except UnreadableError:
        return (), iter(())
    if len(heading) > COLUMNS_MAX:
        return (), iter(())
    names = _named(heading)
    columns = tuple(name.casefold() for name in names)
    return columns, (_row(names, columns, *row) for row in rows)


def _separator(text: str) -> str:
    found = _LINE.search(text.lstrip())
    heading = found[0] if found else ""
    return max(",\t;", key=heading.count)


def _named(heading: list[str]) -> list[str]:
    # Columns of one name, or of none, are all kept.
    names: dict[str, str] = {}
    for place, cell in enumerate(heading, 1):
        name = cell.strip() or "column"
        while name.casefold() in names:
            name = f"{name} {place}"
        names[name.casefold()] = name
    return list(names.values())


class _Lines:
    """The lines of a text, up to ROW_MAX letters until `left` is set anew for the next row."""

    def __init__(self, text: str) -> None:
        found = (match[0] for match in _LINE.finditer(text))
        self._lines = chain(found, [_END])
        self.left = ROW_MAX

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.left -= len(line)
        if self.left < 0:
            raise UnreadableError(
                N_("This table has a row that is longer than Meanwhile can read.")
            )
        return line


def _rows(lines: _Lines, separator: str) -> Iterator[tuple[int, list[str], str]]:
    """Rows that hold something: where each begins, its cells, and what is wrong with it."""
    reader = csv.reader(lines, delimiter=separator)
    count = 0
    while True:
        line = reader.line_num + 1
        lines.left = ROW_MAX
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            # Nothing but a cell beyond all measure; the next line is a row again.
            yield line, [], TOO_LONG
            continue
        if cells == [_END]:
            return
        if not "".join(cells).strip():
            continue
        count += 1
        if count > RECORDS_MAX + 1:
            raise UnreadableError(
                N_("This table has more than {count} rows."), count=number(RECORDS_MAX)
            )
        fault = TOO_LONG if max(map(len, cells)) > FIELD_MAX else ""
        if _END in cells[-1]:
            fault, cells[-1] = NEVER_CLOSED, cells[-1].removesuffix(_END)
        yield line, cells, fault


def _row(
    names: list[str], columns: tuple[str, ...], line: int, cells: list[str], fault: str
) -> Row:
    # Some tables end each of their rows with a separator.
    if "".join(cells[len(names) :]).strip():
        fault = fault or TOO_MANY
    elif len(cells) < len(names):
        fault = fault or TOO_FEW
    originals = tuple(
        Original(name, cell) for name, cell in zip(names, cells, strict=False) if cell.strip()
    )
    return Row(line, dict(zip(columns, cells, strict=False)), originals, fault)
