"""How close people are, how it was after being with them, and where they stand on the web."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from domain import people, web
from domain.days import day_of
from domain.entries import AfterContact, Change, Person
from domain.language import tr
from domain.web import Node

if TYPE_CHECKING:
    from views.state import State


class Relating:
    """What is told of the people one knows: never ranked, never added up."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    def therapist(self, therapy: str) -> Person | None:
        """The one of the people who is the therapist there, if the person wanted that."""
        return next((one for one in self._state.people if one.therapy == therapy), None)

    def contacts_with(self, person: str) -> list[AfterContact]:
        """What was told after being with somebody, oldest first."""
        return [one for one in self._state.contacts if one.person == person]

    def contact(self, id: str) -> AfterContact | None:
        """What was told after a meeting, by its id."""
        return next((one for one in self._state.contacts if one.id == id), None)

    def after(self, person: str) -> AfterContact | None:
        """What may be told further: that of today or yesterday."""
        state = self._state
        return people.after_contact(state.contacts, person, state.now, state.settings.day_start)

    def web_on(self, day: date) -> tuple[Node, ...]:
        """The web as it was at the end of a day."""
        state = self._state
        return web.on(state.people, state.moments, day, state.settings.day_start)

    @property
    def stops(self) -> list[tuple[date, bool]]:
        """The days to look back at, oldest first, and whether a session was on each; last today.

        They are those of the sessions since closeness was first told, and those on which it was.
        """
        state, start = self._state, self._state.settings.day_start
        told = people.days_told(state.people, start)
        past = state.meeting.course_of_all().past(state.now)
        over = (day_of(one.at, start) for one in past if one.took_place or one.status == "planned")
        held = {day for day in over if told and min(told) <= day <= state.today}
        days = {day for day in told if day < state.today} | held | {state.today}
        return [(day, day in held) for day in sorted(days)]

    # -- verbs ---------------------------------------------------------------------------------

    async def tell_close(self, person: Person, **how: int | None) -> None:
        """How close somebody is `now`, or what the `wish` is; the same told again is taken off."""
        state = self._state
        async with state.turn:
            if state.is_gone(person):
                return
            before = state.latest(person)
            close = before.close
            taken = {
                name: None if close and getattr(close, name) == step else step
                for name, step in how.items()
            }
            new = people.told(before, state.now, state.settings.day_start, **taken)
            await state.keep(new)

    async def tell_after(self, person: str, line: str, change: Change, id: str = "") -> None:
        """One of the five lines, of the meeting with that id or of one that is told of now.

        The same told again is taken off.
        """
        state = self._state
        async with state.turn:
            one = state.get(AfterContact, id) if id else None
            if one is None:
                one = AfterContact(id=id or state.journal.new_id(), at=state.now, person=person)
            told: dict[str, Any] = {line: "" if getattr(one, line) == change else change}
            await state.keep(replace(one, edited_at=state.now, **told))

    async def forget_contact(self, one: AfterContact) -> None:
        """Remove what was told after a meeting; the notice can put it back."""
        state = self._state
        async with state.turn:
            if not await state.remove(one):
                return
        state.tell_undo(tr("After contact: deleted"), one)

    async def put(self, person: str, angle: float) -> None:
        """Put somebody at another place around the middle: the nearest one that is free."""
        await self._put(person, lambda nodes: web.settled(nodes, person, angle))

    async def step(self, person: str, way: int) -> None:
        """Move somebody round by a step, clockwise or (-1) the other way, past who stands there."""
        await self._put(person, lambda nodes: web.stepped(nodes, person, way))

    async def _put(self, person: str, find: Callable[[tuple[Node, ...]], float | None]) -> None:
        state = self._state
        async with state.turn:
            angle, one = find(self.web_on(state.today)), state.get(Person, person)
            if angle is not None and one is not None:
                await state.keep(replace(one, edited_at=state.now, angle=angle))
