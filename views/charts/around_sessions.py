"""The days before and after sessions: how they felt, as dots, from six sessions on."""

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import Final

from domain.entries import STEPS
from domain.language import listed, tr, trn
from domain.looking_back.around_sessions import SESSIONS, around
from domain.looking_back.diary import Day
from domain.looking_back.middles import ENTRIES
from domain.steps import ends_of
from views.charts.axis import session_days
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Sign, Target
from views.charts.sayings import CAUSES, days_counted, number
from views.components.marks import Dots, Line, Mark, Pull

TOP: Final = 16.0
STEP: Final = 26.0
LARGEST: Final = 6.5
SMALLEST: Final = 2.5


def around_sessions(lens: Lens, room: Room) -> Chart | None:
    """The middles of the days around sessions; None with fewer than six, or without answers.

    The more days have a middle, the larger its dot; how many is in the table.
    """
    sessions = session_days(lens)
    found = around(lens.days, "pleasantness", sessions)
    if len(sessions) < SESSIONS or not any(found.values()):
        return None
    hard, easy = ends_of("pleasantness")
    left = max(room.wide(hard), room.wide(easy)) + 12
    across = (room.width - left) / len(found)
    bottom = _height(1) + 18
    marks: list[Mark] = [
        *(Line(left, y, room.width, y, room.faint, 1.5) for y in map(_height, (1, 4, STEPS))),
        room.words(easy, 0, _height(STEPS)),
        room.words(hard, 0, _height(1)),
    ]
    targets: list[Target] = []
    for place, (away, days) in enumerate(found.items()):
        x = left + (place + 0.5) * across
        marks.append(room.words(f"{away:+d}" if away else "0", x, bottom, align=0.5))
        for middle, alike in _by_middle(days).items():
            radius = min(LARGEST, SMALLEST + len(alike) * 0.8)
            marks.append(Dots(((x, _height(middle)),), radius, str(room.scheme.primary)))
            title = f"{_named(away)}: {_middle_of(alike, middle)}"
            targets.append(Target(x, _height(middle), title, _ids(alike)))
        if (whole := _middle(days)) is not None:
            y, half = _height(whole), across * 0.36
            marks.append(Pull(((x - half, y), (x + half, y)), room.ink, 3.0))
    return Chart(
        tr("Days before and after sessions"),
        Drawing(tuple(marks), room.width, bottom + 4 + room.line, tuple(targets)),
        _said(found, len(sessions)),
        lambda: (Row(_named(away), _line(days), _ids(days)) for away, days in found.items()),
        (
            Sign((Dots(((12, 12),), 4, str(room.scheme.primary)),), tr("days")),
            Sign((Pull(((2, 12), (22, 12)), room.ink, 3.0),), tr("middle of 5 days or more")),
        ),
        tr("0 is the day of a session. A larger dot is more days."),
    )


def _by_middle(days: Sequence[Day]) -> dict[float, list[Day]]:
    found: dict[float, list[Day]] = {}
    for one in days:
        found.setdefault(one.middles["pleasantness"], []).append(one)
    return found


def _ids(days: Iterable[Day]) -> tuple[str, ...]:
    return tuple(one.id for day in days for one in day.check_ins)


def _middle(days: Sequence[Day]) -> float | None:
    """The middle of five days or more."""
    middles = [one.middles["pleasantness"] for one in days]
    return float(median(middles)) if len(middles) >= ENTRIES else None


def _line(days: Sequence[Day]) -> str:
    if (middle := _middle(days)) is None:
        return days_counted(len(days))
    return trn(
        "{n} day, middle {middle}", "{n} days, middle {middle}", len(days), middle=number(middle)
    )


def _said(found: Mapping[int, Sequence[Day]], sessions: int) -> str:
    middles = [
        _in_sentence(away, number(middle))
        for away, days in found.items()
        if (middle := _middle(days)) is not None
    ]
    said = [
        trn(
            "How days felt (1 hard, 7 easy) around {n} session.",
            "How days felt (1 hard, 7 easy) around {n} sessions.",
            sessions,
        ),
        tr("Middles: {middles}.", middles=listed(middles)) if middles else "",
        tr(CAUSES),
    ]
    return " ".join(filter(None, said))


def _height(step: float) -> float:
    return TOP + (STEPS - step) * STEP


def _named(away: int) -> str:
    if not away:
        return tr("The day of a session")
    if away > 0:
        return trn("{n} day after", "{n} days after", away)
    return trn("{n} day before", "{n} days before", -away)


def _in_sentence(away: int, middle: str) -> str:
    """The same with a middle: "the day of a session 4½"."""
    if not away:
        return tr("the day of a session {middle}", middle=middle)
    if away > 0:
        return trn("{n} day after {middle}", "{n} days after {middle}", away, middle=middle)
    return trn("{n} day before {middle}", "{n} days before {middle}", -away, middle=middle)


def _middle_of(days: Sequence[Day], middle: float) -> str:
    """ "4½ on 2 days"."""
    return trn("{middle} on {n} day", "{middle} on {n} days", len(days), middle=number(middle))
