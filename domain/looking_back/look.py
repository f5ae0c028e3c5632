"""What one looked at, told by its id alone, to find it again from the list and for the sheet."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal, get_args

from domain.looking_back.asking import QUESTIONS, Question
from domain.looking_back.diary import MEASURES, Measure
from domain.looking_back.stretch import EARLIEST, LATEST, Stretch

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
        return "|".join(
            (
                MARK,
                self.chart,
                *_ends(self.stretch),
                self.measure,
                self.question,
                self.about,
                *(_ends(self.other) if self.other else ("",) * 4),
            )
        )


def look_of(id: str) -> Look | None:
    """The look with that id; None where it is the id of something else."""
    mark, *parts = id.split("|")
    if mark != MARK or len(parts) != 12:
        return None
    chart, measure, question, about = parts[0], parts[5], parts[6], parts[7]
    try:
        look = Look(
            chart=next(one for one in CHARTS if one == chart),
            stretch=_stretch(*parts[1:5]),
            measure=next(one for one in MEASURES if one == measure),
            question=next(one for one in QUESTIONS if one == question),
            about=about,
            other=_stretch(*parts[8:]) if any(parts[8:]) else None,
        )
    except (ValueError, StopIteration):
        return None
    # Dates can be written in more than one way; an id is written in one.
    return look if look.id == id and _is_sound(look) else None


def _is_sound(look: Look) -> bool:
    ends = [day for one in (look.stretch, look.other) if one for day in (one.first, one.last)]
    return all(EARLIEST <= day <= LATEST for day in ends)


def _ends(stretch: Stretch) -> tuple[str, str, str, str]:
    since, until = (one.isoformat() if one else "" for one in (stretch.since, stretch.until))
    return stretch.first.isoformat(), stretch.last.isoformat(), since, until


def _stretch(first: str, last: str, since: str, until: str) -> Stretch:
    days = date.fromisoformat(first), date.fromisoformat(last)
    return Stretch(*days, _moment(since), _moment(until))


def _moment(said: str) -> datetime | None:
    if not said:
        return None
    moment = datetime.fromisoformat(said)
    if moment.tzinfo is None:
        raise ValueError(f"{said} has no offset")
    return moment
