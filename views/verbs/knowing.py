"""The parts and the people that somebody knows: what a tap on them becomes."""

from typing import TYPE_CHECKING, Any

from domain import parts, people, web
from domain.entries import (
    AfterContact,
    CheckIn,
    Color,
    Here,
    Part,
    PartWord,
    Person,
    PersonShape,
    Role,
    Shape,
    Sitting,
    Way,
)
from domain.language import tr, trn
from domain.resting import going

if TYPE_CHECKING:
    from views.state import State

RECENT = 500
"""By so many check-ins what was here last is put first."""


class Knowing:
    """Parts and people, made and named by the person alone."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    @property
    def word(self) -> PartWord:
        """What the person calls a part."""
        return self._state.settings.part_word

    def part(self, id: str) -> Part | None:
        """The part with that id."""
        return self._state.get(Part, id)

    def person(self, id: str) -> Person | None:
        """Who or what has that id."""
        return self._state.get(Person, id)

    @property
    def names(self) -> dict[str, str]:
        """The names of all parts, people and ways of staying safe by their ids."""
        state = self._state
        every: list[Part | Person | Way] = [*state.parts, *state.people, *state.ways]
        return {one.id: one.name for one in every}

    def parts_by_use(self, but: str = "") -> list[Part]:
        """Those that go on, the one that was here last first, not counting the check-in `but`."""
        noted = parts.last_noted(self._recent(but), ())
        return parts.newest_first(going(self._state.parts), noted)

    def people_by_use(self, but: str = "") -> list[Person]:
        """Those that go on, the one last met first, not counting the check-in `but`."""
        last = people.met(self._recent(but), self._state.moments)
        return people.newest_first(going(self._state.people), last)

    def _recent(self, but: str) -> list[CheckIn]:
        return [one for one in self._state.check_ins[-RECENT:] if one.id != but]

    def sittings_with(self, part: str) -> list[Sitting]:
        """The sittings with a part, oldest first."""
        return [one for one in self._state.sittings if part in (one.part, one.other)]

    # -- parts ---------------------------------------------------------------------------------

    async def make(self, name: str, shape: Shape, color: Color, role: Role, id: str = "") -> Part:
        """A part that was not there before; with the `id` that it has if it could not be kept."""
        state = self._state
        new = Part(
            id=id or state.journal.new_id(),
            at=state.now,
            name=" ".join(name.split()),
            shape=shape,
            color=color,
            role=role,
        )
        async with state.turn:
            await state.keep(new)
        return new

    async def make_quickly(self, name: str) -> Part:
        """A part with a name, and the first look that no other has."""
        return await self.make(name, *parts.free_look(self._state.parts), "")

    async def change(self, one: Part | Person, **changes: Any) -> None:
        """Change a part or a person."""
        await self._state.change(one, **changes)

    def _has_another(self, sitting: Sitting, part: str) -> bool:
        others = {sitting.part, sitting.other} - {part, ""}
        return any(self.part(id) for id in others)

    async def rest(self, one: Part | Person) -> None:
        """Let a part or somebody rest."""
        before = self._state.latest(one)
        await self.change(before, resting_since=self._state.now)
        self._state.tell_undo(tr("{name} rests", name=before.name), before)

    async def wake(self, one: Part | Person) -> None:
        """Have a part or somebody back."""
        before = self._state.latest(one)
        await self.change(before, resting_since=None)
        self._state.tell_undo(tr("{name} is back", name=before.name), before)

    async def delete(self, part: Part) -> None:
        """Remove a part and its sittings; the notice can put all of it back.

        What another part said stays, in sittings of two.
        """
        state = self._state
        sat = self.sittings_with(part.id)
        alone = [one for one in sat if not self._has_another(one, part.id)]
        gone: tuple[Part | Sitting, ...] = (state.latest(part), *alone)
        async with state.turn:
            if not await state.take_out(*gone):
                return
        told = tr("{name} deleted", name=part.name)
        if alone:
            told = trn(
                "{name} deleted, with its look inward",
                "{name} deleted, with its {n} looks inward",
                len(alone),
                name=part.name,
            )
        state.tell_undo(told, *gone)

    # -- parts and people at a check-in --------------------------------------------------------

    async def toggle_part(self, one: CheckIn, part: str) -> None:
        """A part is here, or is not."""
        await self._state.change_by(one, lambda now: {"parts": parts.toggled(now.parts, part)})

    async def blend(self, one: CheckIn, here: Here) -> None:
        """How much of the person a part is."""
        await self._state.change_by(one, lambda now: {"parts": parts.blended(now.parts, here)})

    async def blend_now(self, here: Here) -> None:
        """The same at this moment: in the check-in of this sitting, or in one of its own."""
        state = self._state
        there = state.current.parts if state.current else ()
        await state.answer(parts=parts.blended(there, here))

    async def toggle_person(self, one: CheckIn, person: str) -> None:
        """Somebody is with one, or is not."""

        def toggled(now: CheckIn) -> dict[str, Any]:
            with_whom = people.toggled(now.people, person)
            about = now.connected_with if now.connected_with in with_whom else ""
            return {"people": with_whom, "connected_with": about}

        await self._state.change_by(one, toggled)

    # -- people --------------------------------------------------------------------------------

    async def make_person(
        self, name: str, shape: PersonShape, color: Color, id: str = "", **more: Any
    ) -> Person:
        """Somebody or something that was not there before; with the `id` that it has if it could
        not be kept. They stand where the web has most room."""
        state = self._state
        new = Person(
            id=id or state.journal.new_id(),
            at=state.now,
            name=" ".join(name.split()),
            shape=shape,
            color=color,
            angle=web.free_angle(one for one in state.people if one.id != id),
            **more,
        )
        async with state.turn:
            await state.keep(new)
        return new

    async def add_person(self, name: str) -> Person:
        """Somebody with a name, and the first look that nobody has."""
        return await self.make_person(name, *people.free_look(self._state.people))

    async def rename_person(self, person: Person, name: str) -> None:
        """Call somebody something else."""
        if name.strip():
            await self._state.change(person, name=" ".join(name.split()))

    async def delete_person(self, person: Person) -> None:
        """Remove somebody, and what was told after being with them; the notice can undo it.

        Check-ins and moments with them stay.
        """
        state = self._state
        latest = state.latest(person)
        told = (one for one in state.contacts if one.person == person.id)
        gone: tuple[Person | AfterContact, ...] = (latest, *told)
        async with state.turn:
            if not await state.take_out(*gone):
                return
        state.tell_undo(tr("{name} deleted", name=person.name), *gone)
