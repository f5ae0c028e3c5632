"""Looking back: which days are looked at, and what of it is brought."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Final

from domain.days import day_of
from domain.looking_back import stretch
from domain.looking_back.diary import Diary
from domain.looking_back.look import Look
from domain.looking_back.stretch import EARLIEST, LATEST, Range, Stretch

if TYPE_CHECKING:
    from views.state import State


OF_SESSIONS: Final[tuple[Range, ...]] = ("session", "sessions")


@dataclass(frozen=True, slots=True)
class Chosen:
    """The range that was chosen, if one was; its two days, or the moments of two sessions.

    Without an `end` it goes on to now.
    """

    range: Range | None = None
    days: tuple[date, date] | None = None
    begin: datetime | None = None
    end: datetime | None = None


class Looking:
    """What is looked at stays as it is from chart to chart, for as long as the session goes on."""

    def __init__(self, state: "State") -> None:
        self._state = state
        self._diary = Diary()
        self._said: dict[str, tuple[object, str]] = {}

    # -- what the screens read -----------------------------------------------------------------

    @property
    def diary(self) -> Diary:
        """The check-ins by the day, kept up by the days that changed."""
        state = self._state
        self._diary = self._diary.updated(state.check_ins, state.settings.day_start)
        return self._diary

    def sessions(self) -> list[datetime]:
        """The moments of the sessions that were, or of which nobody said otherwise, in order."""
        state = self._state
        past = state.meeting.course_of_all().past(state.now)
        return sorted({one.at for one in past if one.took_place or one.status == "planned"})

    def range(self, sessions: Sequence[datetime]) -> Range:
        """The chosen one; else since the last session, or 4 weeks where there was none."""
        chosen = self._state.chosen.range or "session"
        return "weeks" if chosen in OF_SESSIONS and not sessions else chosen

    def stretch(self, sessions: Sequence[datetime]) -> Stretch:
        """The days of the range."""
        state, today = self._state, self._state.today
        chosen, start = state.chosen, state.settings.day_start
        match self.range(sessions):
            case "session":
                return stretch.between_sessions(sessions[-1], None, today, start)
            case "sessions":
                begin, end = self.ends(sessions)
                return stretch.between_sessions(begin, end, today, start)
            case "all":
                return self._all()
            case "dates" if chosen.days:
                return stretch.between_days(*chosen.days)
            case "months" | "year" as name:
                return stretch.lately(name, today)
            case _:
                return stretch.lately("weeks", today)

    def ends(self, sessions: Sequence[datetime]) -> tuple[datetime, datetime | None]:
        """The two sessions that were chosen, or the last two; None for now."""
        chosen = self._state.chosen
        if chosen.begin is not None:
            return chosen.begin, chosen.end
        return (sessions[-2], sessions[-1]) if len(sessions) > 1 else (sessions[0], None)

    def _all(self) -> Stretch:
        state, start, today = self._state, self._state.settings.day_start, self._state.today
        days = [*self.diary.dates[:1], *self.diary.dates[-1:]]
        days += [day_of(one.at, start) for one in (*state.moments[:1], *state.moments[-1:])]
        return Stretch(max(EARLIEST, min([today, *days])), min(LATEST, max([today, *days])))

    def brought(self, look: Look) -> bool:
        """Whether it is on the list."""
        return self._state.bringing.of_source(look.id) is not None

    def words(self, look: Look) -> str:
        """What a look says today, in the names of today."""
        # Charts are drawn from a state, which has this.
        from views.charts.seen import words_of

        state = self._state
        journal = (self.diary, state.moments, state.parts, state.people, state.sessions)
        key = (*journal, state.settings, state.speech, state.today)
        if self._said.get(look.id, (None, ""))[0] != key:
            self._said[look.id] = (key, words_of(state, look))
        return self._said[look.id][1]

    # -- verbs ---------------------------------------------------------------------------------

    def choose(self, range: Range) -> None:
        """Look at another range."""
        self._state.chosen = replace(self._state.chosen, range=range)

    def choose_days(self, one: date, other: date) -> None:
        """Look at the days from one to another."""
        self._state.chosen = replace(self._state.chosen, range="dates", days=(one, other))

    def choose_sessions(self, begin: datetime, end: datetime | None) -> None:
        """Look at what lies between two sessions, or one and now."""
        chosen = replace(self._state.chosen, range="sessions", begin=begin, end=end)
        self._state.chosen = chosen

    async def bring(self, look: Look) -> None:
        """Put a chart or an answer on the list, or take it off again.

        What is about a therapist is between the two of them, and private.
        """
        state = self._state
        more = state.happening.between_us((look.about,))
        await state.bringing.bring(look, **more)
