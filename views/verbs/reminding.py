"""Reminders: what is set, which one is due, and what a tap on it becomes."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from domain import reminding
from domain.entries import Nudge, Reminders
from domain.reminding import Reminder

if TYPE_CHECKING:
    from views.state import State

HOURS: Final = (20, 13, 9, 18)
"""When a new time to check in is, the first that is free."""
LATER: Final = 60
"""Minutes for which a reminder is put off."""


class Reminding:
    """What the person wants to be reminded of; all of it is in the settings."""

    def __init__(self, state: "State") -> None:
        self._state = state
        self.giving = asyncio.Lock()

    # -- what the screens read -----------------------------------------------------------------

    @property
    def mine(self) -> Reminders:
        """What is set now."""
        return self._state.settings.reminders

    def nudge(self, id: str) -> Nudge | None:
        """The time to check in with that id."""
        return next((one for one in self.mine.nudges if one.id == id), None)

    @property
    def due(self) -> Reminder | None:
        """The one for a quiet line now."""
        return self._due_at(self._state.now) if self.mine.are_on else None

    def coming(self, ahead: timedelta) -> Iterator[Reminder]:
        """All from now on for so long, oldest first; what was put off comes when that is over."""
        state, now = self._state, self._state.now
        first = max(now, self.mine.later or now)
        again = self._due_at(first) if first > now else None
        if again is not None:
            yield replace(again, at=first)
        course = state.meeting.course_of_all()
        yield from reminding.coming(state.settings, course, first, now + ahead, state.zone)

    def _due_at(self, moment: datetime) -> Reminder | None:
        state = self._state
        newest = state.check_ins[-1].at if state.check_ins else None
        course = state.meeting.course_of_all()
        return reminding.due(state.settings, course, moment, state.zone, newest)

    async def file(self) -> bytes:
        """All of it for a calendar."""
        state = self._state
        course, calendar = state.meeting.course_of_all(), state.keeper.calendar
        return await asyncio.to_thread(calendar, state.settings, course, state.now, state.zone)

    # -- verbs ---------------------------------------------------------------------------------

    async def set(self, **changes: Any) -> None:
        """Change what is set."""
        async with self._state.turn:
            await self._keep(replace(self.mine, **changes))

    async def turn_check_in(self) -> None:
        """Be reminded to check in, in the evening at first; or not any more."""
        if not self.mine.nudges:
            await self.add()
        else:
            await self._take("No more reminders to check in", ())

    async def add(self) -> str:
        """One more time to check in; its id."""
        taken = {one.at for one in self.mine.nudges}
        free = (hour * 60 for hour in HOURS if hour * 60 not in taken)
        new = Nudge(id=self._state.journal.new_id(), at=next(free, HOURS[0] * 60))
        await self.set(nudges=(*self.mine.nudges, new))
        return new.id

    async def change(self, id: str, **changes: Any) -> None:
        """Change a time to check in."""
        async with self._state.turn:
            nudges = self.mine.nudges
            changed = (replace(one, **changes) if one.id == id else one for one in nudges)
            await self._keep(replace(self.mine, nudges=tuple(changed)))

    async def take_away(self, id: str) -> None:
        """Remove a time to check in."""
        rest = tuple(one for one in self.mine.nudges if one.id != id)
        await self._take("Taken away", rest)

    async def _take(self, told: str, rest: tuple[Nudge, ...]) -> None:
        before = self.mine.nudges

        async def put_back() -> None:
            await self.set(nudges=before)

        await self.set(nudges=rest)
        self._state.tell_done(told, put_back)

    async def put_off(self) -> None:
        """Show what is due again in an hour."""
        now = self._state.now
        again = now + timedelta(minutes=LATER)
        await self._answer(f"Again at {again:%H:%M}", reminding.put_off(self.mine, now, LATER))

    async def leave(self) -> None:
        """Show what is due no more."""
        await self._answer("Left for now", reminding.answered(self.mine, self._state.now))

    async def follow(self) -> None:
        """Go where what is due leads: it is answered by that."""
        await self.set(seen=self._state.now, put_off=None, later=None)

    async def _answer(self, told: str, after: Reminders) -> None:
        before = self.mine

        async def put_back() -> None:
            await self.set(seen=before.seen, put_off=before.put_off, later=before.later)

        await self.set(seen=after.seen, put_off=after.put_off, later=after.later)
        self._state.tell_done(told, put_back)

    async def _keep(self, mine: Reminders) -> None:
        state = self._state
        await state.keep(replace(state.latest(state.settings), reminders=mine))
