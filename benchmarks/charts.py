"""How long a chart of 20,000 check-ins takes to compute, for a year and for all ten.

From the days that are kept, and beside it with all days made anew each time; and what one changed
check-in costs, beside making the days of all of them.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Final

from benchmarks.measure import Measure, measure
from domain.entries import Moment, Part, Person
from domain.looking_back.diary import Diary
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from domain.sample import sample_entries
from tests.journals import ten_years
from tests.views.stage import NOON
from views.charts.all import MADE, chart_of
from views.charts.chart import Chart, Lens, Room

AIMS: Final = {"a year": 16.0, "all": 100.0}
"""Milliseconds in which a chart is to be there."""
TIMES: Final = 7
ROOM: Final = Room(310)
START: Final = 4
KEPT: Final = "days kept"
ANEW: Final = "all days anew"
SAMPLE: Final = tuple(sample_entries(NOON))


def lens_of(diary: Diary, stretch: Stretch) -> Lens:
    """What is looked at, with the people, parts and moments of the sample and weekly sessions."""
    parts = tuple(one for one in SAMPLE if isinstance(one, Part))
    named = {one.id: one.name for one in SAMPLE if isinstance(one, Part | Person)}
    sessions = tuple(NOON - timedelta(weeks=week) for week in range(520, 0, -1))
    moments = tuple(one for one in SAMPLE if isinstance(one, Moment))
    return Lens(diary, stretch, NOON.date(), sessions, named, parts, moments)


def measures() -> Iterator[Measure]:
    """Each chart of each stretch; a change; and both beside computing all anew."""
    every = ten_years(NOON)
    diary = Diary().updated(every, START)
    whole = Stretch(diary.dates[0], diary.dates[-1])
    year = Stretch(whole.last - timedelta(days=365), whole.last)
    changed = (*every[:-1], replace(every[-1], note="changed"))
    updated = [_timed(lambda: diary.updated(changed, START)) for _ in range(TIMES)]
    yield measure("one check-in of 20,000 changed", KEPT, updated)
    anew = [_timed(lambda: Diary().updated(changed, START)) for _ in range(TIMES)]
    yield measure("one check-in of 20,000 changed", ANEW, anew)
    for said, stretch in (("a year", year), ("all", whole)):
        lens = lens_of(diary, stretch)
        for name in MADE:
            look = Look(chart=name, stretch=stretch)
            yield measure(f"{name}, {said}", KEPT, _times(lens, look))
        look = Look(chart="answer", stretch=stretch, question="weekdays")
        yield measure(f"weekdays or weekends, {said}", KEPT, _times(lens, look))
        look = Look(chart="pleasantness", stretch=stretch)
        yield measure(f"pleasantness, {said}", ANEW, _times(lens, look, anew=True))


def _times(lens: Lens, look: Look, anew: bool = False) -> list[float]:
    def made() -> Chart | None:
        diary = Diary().updated(lens.diary.check_ins, START) if anew else lens.diary
        # Another lens each time: it remembers its days.
        return chart_of(look, replace(lens, diary=diary), ROOM)

    made()
    return [_timed(made) for _ in range(TIMES)]


def _timed(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return time.perf_counter() - started


def aims(found: list[Measure]) -> Iterator[str]:
    """A line for each stretch: whether every chart of it is there in time."""
    for said, aim in AIMS.items():
        mine = [one for one in found if one.what.endswith(f", {said}") and one.engine == KEPT]
        slowest = max(mine, key=lambda one: one.median_ms)
        reached = "reached" if slowest.median_ms <= aim else "MISSED"
        yield f"{reached}: a chart of {said} within {aim:.0f} ms (slowest {slowest.what})"
