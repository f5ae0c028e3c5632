"""The questions that a person may pick, each as two sets of days to put beside each other."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final, Literal, get_args

from domain.entries import CheckIn
from domain.looking_back.around_sessions import offset
from domain.looking_back.comparing import Word, compared
from domain.looking_back.diary import Day, Diary, Measure, numbers
from domain.looking_back.stretch import Stretch

Question = Literal["stretches", "person", "part", "weekdays", "sessions"]
"""Two stretches of time; with someone or without; with a part or without; weekdays or weekends;
before or after sessions."""
QUESTIONS: Final[tuple[Question, ...]] = get_args(Question)
OF_STRETCHES: Final = 10
WITH_SOMEONE: Final = 8
"""So many days on each side are the least."""
SATURDAY: Final = 5


@dataclass(frozen=True, slots=True)
class Side:
    """Some days, in order, each with the middle of what was answered on it."""

    days: tuple[date, ...]
    middles: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """Two sets of days; a comparison needs `least` days of each."""

    one: Side
    other: Side
    least: int

    @property
    def word(self) -> Word | None:
        """How the one is beside the other; None where there are not enough days to say."""
        return compared(self.one.middles, self.other.middles, self.least)


def stretches(diary: Diary, one: Stretch, other: Stretch, measure: Measure) -> Sides:
    """Two stretches of time."""
    return Sides(
        _side(diary.between(one), measure), _side(diary.between(other), measure), OF_STRETCHES
    )


def with_and_without(
    days: Iterable[Day], measure: Measure, there: Callable[[CheckIn], bool]
) -> Sides:
    """The times when somebody, or a part, was there, and the other times; a day may have both."""
    here = list(days)
    return Sides(
        _side_of(here, measure, there),
        _side_of(here, measure, lambda one: not there(one)),
        WITH_SOMEONE,
    )


def weekdays(days: Iterable[Day], measure: Measure) -> Sides:
    """Monday to Friday, and the weekends."""
    here = list(days)
    return Sides(
        _side((one for one in here if one.day.weekday() < SATURDAY), measure),
        _side((one for one in here if one.day.weekday() >= SATURDAY), measure),
        OF_STRETCHES,
    )


def around(days: Iterable[Day], measure: Measure, sessions: Collection[date]) -> Sides:
    """The three days before sessions and the three days after; those of sessions are in neither."""
    ordered = sorted(sessions)
    here = [(one, offset(one.day, ordered) or 0) for one in days]
    return Sides(
        _side((one for one, away in here if away < 0), measure),
        _side((one for one, away in here if away > 0), measure),
        OF_STRETCHES,
    )


def _side(days: Iterable[Day], measure: Measure) -> Side:
    answered = [(one.day, one.middles[measure]) for one in days if measure in one.middles]
    return Side(tuple(day for day, _ in answered), tuple(middle for _, middle in answered))


def _side_of(days: Iterable[Day], measure: Measure, there: Callable[[CheckIn], bool]) -> Side:
    answered = [
        (one.day, float(median(steps)))
        for one in days
        if (steps := numbers(filter(there, one.check_ins), measure))
    ]
    return Side(tuple(day for day, _ in answered), tuple(middle for _, middle in answered))
