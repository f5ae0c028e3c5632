"""Markdown (CommonMark) in which everything shows as it was written."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_MEANS: Final = re.compile(r"[\\`*_\[\]~|#$]|&(?=[#\w])|<(?=[A-Za-z/!?])")
"""What means something inside of a line: also tables, struck-out words and formulas of some."""
_BEGINS: Final = re.compile(r"^(?:(\d{1,9})([.)])|([-+=>:]))")
"""What means something where a line begins: lists, quotes, rules, headings that are underlined."""
_TAB: Final = 4
_UNBROKEN: Final = "\u00a0"


@dataclass(frozen=True, slots=True)
class Told:
    """Something in plain words: what it is, facts about it, and what was written, each with what
    it was written to, or with nothing."""

    title: str
    facts: tuple[str, ...] = ()
    written: tuple[tuple[str, str], ...] = ()


def facts(*some: tuple[str, str]) -> tuple[str, ...]:
    """What was answered, each after its label; nothing of what was not."""
    return tuple(
        f"{label}{'' if label.endswith('?') else ':'} {said}"
        for label, said in some
        if said.strip()
    )


def written(*some: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    """What was written, each with its label; nothing of what was not."""
    return tuple((label, words) for label, words in some if words.strip())


def blocks(told: Told, level: int) -> list[str]:
    """The blocks of it: a heading of that level, a list of the facts, and quotes."""
    made = [heading(told.title, level)]
    if told.facts:
        made.append("\n".join(f"- {line(fact)}" for fact in told.facts))
    for label, words in told.written:
        made += filter(None, (line(label), quote(words)))
    return made


def heading(title: str, level: int) -> str:
    """A heading, from 1."""
    return f"{'#' * level} {line(title)}"


def line(words: str) -> str:
    """The words on one line."""
    return _escaped(" ".join(_clean(words).split()))


def quote(words: str) -> str:
    """The words as a quote, with their lines, and with the room before each; nothing of none."""
    if not _clean(words).strip():
        return ""
    lines = [_indented(one) for one in _clean(words).strip("\r\n").splitlines()]
    return "\n".join(_quoted(lines))


def _quoted(lines: list[str]) -> Iterator[str]:
    for place, one in enumerate(lines):
        # Two blanks at its end keep a line from flowing into the one after it.
        flows = one and any(lines[place + 1 : place + 2])
        yield f"> {one}  " if flows else f"> {one}".rstrip(" ")


def _indented(written: str) -> str:
    words = written.strip()
    before = written[: written.index(words)]
    # Four blanks would begin a block of code.
    return before.expandtabs(_TAB).replace(" ", _UNBROKEN) * bool(words) + _escaped(words)


def _clean(words: str) -> str:
    """Without letters that no page can show."""
    return "".join(one for one in words if one.isspace() or unicodedata.category(one) != "Cc")


def _escaped(words: str) -> str:
    return _BEGINS.sub(r"\1\\\2\3", _MEANS.sub(r"\\\g<0>", words))
