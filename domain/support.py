"""Support lines by region, and ways to steady oneself. Static and offline; nothing looks it up."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from domain.language import N_, tr

STEADY: Final = (
    N_("Look for four things with straight edges."),
    N_("Press your palms together, or your feet or hands into whatever is holding you up."),
    N_("What is the furthest sound you can hear? The nearest?"),
    N_("Hold something cool or rough and describe it in three words."),
    N_("Say today's date, where you are, and one thing you'll do next."),
    N_("Count backwards from 40 in fours, or name songs you know by heart."),
    N_("Sip some water and follow it down."),
    N_("Let your eyes wander until they rest on something pleasant."),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A support line: `call` and `text` are numbers as printed, or empty."""

    name: str
    for_whom: str = ""
    call: str = ""
    text: str = ""
    hours: str = ""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its emergency number and its lines."""

    code: str
    name: str
    emergency: str
    emergency_note: str
    lines: tuple[Line, ...]


def regions() -> tuple[Region, ...]:
    """All regions, in the order in which they are offered, in the language of now."""
    return tuple(map(_region, _shipped()))


@cache
def _shipped() -> tuple[dict[str, Any], ...]:
    text = files("domain.content").joinpath("support_lines.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)["region"])


def region(code: str) -> Region | None:
    """The region with that code; None where none was chosen or it is not known here."""
    return next((one for one in regions() if one.code == code), None)


def _region(table: dict[str, Any]) -> Region:
    return Region(
        code=table["code"],
        name=tr(table["name"]),
        emergency=table["emergency"],
        emergency_note=tr(table.get("emergency_note", "")),
        lines=tuple(map(_line, table.get("line", ()))),
    )


def _line(table: dict[str, str]) -> Line:
    return Line(
        name=tr(table["name"]),
        for_whom=tr(table.get("for_whom", "")),
        call=table.get("call", ""),
        text=table.get("text", ""),
        hours=tr(table.get("hours", "")),
        site=table.get("site", ""),
    )


def dialled(number: str) -> str:
    """A printed number as it goes into a `tel:` or `sms:` link: 0 to 9, and a leading plus."""
    digits = "".join(str(int(one)) for one in number if one.isdecimal())
    return f"+{digits}" if number.lstrip().startswith("+") else digits
