"""What one looked at, told by its id alone, to find it again from the list and for the sheet."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

from domain.looking_back.asking import QUESTIONS, Question
from domain.looking_back.diary import MEASURES, Measure
from domain.looking_back.stretch import Stretch

ChartName = Literal[
    "pleasantness",
    "energy",
    "pad",
    "connection",
    "people",
    "calendar",
    "feelings",
    "body",
    "parts",
    "moments",
    "sessions",
    "hours",
    "weekdays",
    "answer",
]
CHARTS: Final[tuple[ChartName, ...]] = get_args(ChartName)
MARK: Final = "look"


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """A chart of a stretch of days, or (`answer`) what a question came to.

    Of a question: its `measure`, who or what it is `about` by their id, and the `other` stretch
    where it is about two.
    """

    chart: ChartName
    stretch: Stretch
    measure: Measure = "pleasantness"
    question: Question = "stretches"
    about: str = ""
    other: Stretch | None = None

    @property
    def id(self) -> str:
        """All of it as text, by which it is the source of what is brought."""
        stretch, other = self.stretch, self.other
        return "|".join(
            (
                MARK,
                self.chart,
                *map(_said, (stretch.first, stretch.last, stretch.since, stretch.until)),
                self.measure,
                self.question,
                self.about,
                *map(_said, (other.first, other.last) if other else (None, None)),
            )
        )


def look_of(id: str) -> Look | None:
    """The look with that id; None where it is the id of something else."""
    try:
        mark, chart, first, last, since, until, measure, question, about, begin, end = id.split("|")
        if mark != MARK:
            return None
        return Look(
            chart=next(one for one in CHARTS if one == chart),
            stretch=Stretch(
                date.fromisoformat(first), date.fromisoformat(last), _moment(since), _moment(until)
            ),
            measure=next(one for one in MEASURES if one == measure),
            question=next(one for one in QUESTIONS if one == question),
            about=about,
            other=Stretch(date.fromisoformat(begin), date.fromisoformat(end)) if begin else None,
        )
    except (ValueError, StopIteration):
        return None


def _said(moment: date | None) -> str:
    return moment.isoformat() if moment else ""


def _moment(said: str) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
