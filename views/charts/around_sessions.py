"""The days before and after sessions: how they felt, as dots, from six sessions on."""

from statistics import median
from typing import Final

from domain.days import day_of
from domain.entries import STEPS
from domain.looking_back.around_sessions import SESSIONS, around
from domain.looking_back.middles import ENTRIES
from views.charts.axis import sessions_in
from views.charts.chart import Chart, Drawing, Lens, Room, Row, Sign, Target
from views.charts.sayings import counted, listed, number
from views.components.marks import Dots, Line, Mark, Pull

TOP: Final = 12.0
STEP: Final = 26.0
LARGEST: Final = 6.5
SMALLEST: Final = 2.5


def around_sessions(lens: Lens, room: Room) -> Chart | None:
    """The middles of the days around sessions; None with fewer than six, or without answers.

    The more days have a middle, the larger its dot; how many is in the table.
    """
    start = lens.diary.day_start
    sessions = sorted({day_of(one, start) for one in sessions_in(lens)})
    found = around(lens.days, "pleasantness", sessions)
    if len(sessions) < SESSIONS or not any(found.values()):
        return None
    left = max(room.wide(word) for word in ("hard", "easy")) + 12
    across = (room.width - left) / len(found)
    bottom = TOP + (STEPS - 1) * STEP
    marks: list[Mark] = [
        *(Line(left, y, room.width, y, room.faint, 1.5) for y in map(_height, (1, 4, STEPS))),
        room.words("easy", 0, _height(STEPS)),
        room.words("hard", 0, _height(1)),
    ]
    targets: list[Target] = []
    rows: list[Row] = []
    said: list[str] = []
    for place, (away, days) in enumerate(found.items()):
        x = left + (place + 0.5) * across
        by_middle: dict[float, list[str]] = {}
        for one in days:
            ids = by_middle.setdefault(one.middles["pleasantness"], [])
            ids += [each.id for each in one.check_ins]
        counts = {
            middle: sum(one.middles["pleasantness"] == middle for one in days)
            for middle in by_middle
        }
        for middle, count in counts.items():
            radius = min(LARGEST, SMALLEST + count * 0.8)
            marks.append(Dots(((x, _height(middle)),), radius, str(room.scheme.primary)))
            title = f"{_named(away)}: {number(middle)} on {counted(count, 'day')}"
            targets.append(Target(x, _height(middle), title, tuple(by_middle[middle])))
        line = f"{counted(len(days), 'day')}"
        if len(days) >= ENTRIES:
            whole = float(median(one.middles["pleasantness"] for one in days))
            y = _height(whole)
            marks.append(Pull(((x - across * 0.36, y), (x + across * 0.36, y)), room.ink, 3.0))
            line += f", middle {number(whole)}"
            said.append(f"{_low(_named(away))} {number(whole)}")
        marks.append(room.words(f"{away:+d}" if away else "0", x, bottom + 18 + 0, align=0.5))
        rows.append(Row(_named(away), line, tuple(id for ids in by_middle.values() for id in ids)))
    middles = f" Middles: {listed(said)}." if said else ""
    return Chart(
        "Days before and after sessions",
        Drawing(tuple(marks), room.width, bottom + 22 + room.line, tuple(targets)),
        f"How days felt (1 hard, 7 easy) around {counted(len(sessions), 'session')}; 0 is the day "
        f"of a session. A larger dot is more days.{middles} This can't tell what causes what.",
        lambda: rows,
        (
            Sign((Dots(((12, 12),), 4, str(room.scheme.primary)),), "days"),
            Sign((Pull(((2, 12), (22, 12)), room.ink, 3.0),), "middle of 5 days or more"),
        ),
    )


def _height(step: float) -> float:
    return TOP + (STEPS - step) * STEP


def _named(away: int) -> str:
    if not away:
        return "The day of a session"
    return f"{counted(abs(away), 'day')} {'after' if away > 0 else 'before'}"


def _low(words: str) -> str:
    return f"{words[0].lower()}{words[1:]}"
