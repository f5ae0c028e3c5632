"""Reminders: what is set, which one is due, and what a tap on it becomes."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from domain import dates, reminding
from domain.entries import Nudge, Reminders
from domain.entries.reminders import DAY, WEEK
from domain.language import tr
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

    def may_wait(self, one: Reminder) -> bool:
        """Whether one that is due now can come again later: not where its session begins first."""
        return one.what != "before" or one.until > self._state.now + timedelta(minutes=LATER)

    def coming(self, ahead: timedelta) -> Iterator[Reminder]:
        """All from now on for so long, oldest first; what was put off comes when that is over."""
        state, now, mine = self._state, self._state.now, self.mine
        first = max(now, mine.later or now)
        again = self._due_at(first) if first > now else None
        course = state.meeting.course_of_all()
        every = reminding.coming(state.settings, course, now, now + ahead, state.zone)
        for one in every:
            if again is not None and one.at >= first:
                yield replace(again, at=first)
                again = None
            if one.at >= first or not reminding.waits(one, mine):
                yield one
        if again is not None:
            yield replace(again, at=first)

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
        if self.mine.nudges:
            await self.set(resting=not self.mine.resting)
        else:
            await self.add()

    async def add(self) -> str:
        """One more time to check in; its id."""
        taken = {one.at for one in self.mine.nudges}
        times = (*(hour * 60 for hour in HOURS), *range(0, DAY, 30))
        free = next((at for at in times if at not in taken), times[0])
        new = Nudge(id=self._state.journal.new_id(), at=free)
        await self.set(nudges=(*self.mine.nudges, new), resting=False)
        return new.id

    async def change(self, id: str, **changes: Any) -> None:
        """Change a time to check in."""
        async with self._state.turn:
            nudges = self.mine.nudges
            changed = (replace(one, **changes) if one.id == id else one for one in nudges)
            await self._keep(replace(self.mine, nudges=tuple(changed)))

    async def turn_day(self, id: str, day: int) -> None:
        """Have a time to check in on a day of the week, or not any more.

        From every day it is that day alone; and without the last one it is every day again.
        """
        async with self._state.turn:
            one = self.nudge(id)
            if one is not None:
                days = {day} if set(one.days) == set(WEEK) else {*one.days} ^ {day}
                new = replace(one, days=tuple(sorted(days)) or WEEK)
                nudges = (new if other.id == id else other for other in self.mine.nudges)
                await self._keep(replace(self.mine, nudges=tuple(nudges)))

    async def take_away(self, id: str) -> None:
        """Remove a time to check in."""
        before = self.mine.nudges

        async def put_back() -> None:
            await self.set(nudges=before)

        await self.set(nudges=tuple(one for one in before if one.id != id))
        self._state.tell_done(tr("Taken away"), put_back)

    async def put_off(self) -> None:
        """Show what is due again in an hour."""
        now = self._state.now
        again = now + timedelta(minutes=LATER)
        told = tr("Again at {time}", time=dates.clock(again))
        await self._answer(told, reminding.put_off(self.mine, now, LATER))

    async def leave(self) -> None:
        """Show what is due no more."""
        await self._answer(tr("Left for now"), reminding.answered(self.mine, self._state.now))

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
