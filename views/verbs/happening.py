"""What happened between people: moments, where they are now, and ways of staying safe."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from domain import moments, people
from domain.entries import Moment, MomentKind, Person, Repair, Tag, Way
from domain.language import tr

if TYPE_CHECKING:
    from views.state import State

TAGS: Final[dict[MomentKind, Tag]] = {"limit": "limits", "need": "needs"}
"""What a moment of a kind is tagged with on the list."""


class Happening:
    """Moments, and what is told of them: each part of it may be left out."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    def moment(self, id: str) -> Moment | None:
        """The moment with that id."""
        return self._state.get(Moment, id)

    def with_person(self, person: str) -> list[Moment]:
        """Those with somebody, oldest first."""
        return moments.with_person(self._state.moments, person)

    def told_in(self, id: str) -> list[Moment]:
        """Those that were told in a check-in or a session, oldest first."""
        return [one for one in self._state.moments if one.told_in == id]

    def is_ours(self, moment: Moment) -> bool:
        """Whether it is between the person and a therapist."""
        return any(self._therapy_of(id) for id in moment.people)

    def between_us(self, who: Sequence[str]) -> dict[str, Any]:
        """What a point about them is told of besides: with a therapist among them it is between
        the two, private, and on their list; else nothing."""
        therapies = [therapy for id in who if (therapy := self._therapy_of(id))]
        if not therapies:
            return {}
        known = {one.id for one in self._state.meeting.all()}
        theirs = [id for id in therapies if id in known]
        return {
            "tags": ("between_us",),
            "private": True,
            **({"therapy": theirs[0]} if theirs else {}),
        }

    def _therapy_of(self, person: str) -> str:
        found = self._state.get(Person, person)
        return found.therapy if found else ""

    # -- moments -------------------------------------------------------------------------------

    async def note(
        self,
        kind: MomentKind,
        with_whom: Sequence[str] = (),
        told_in: str = "",
        *,
        once: bool = False,
    ) -> Moment:
        """A moment of that kind: now, or when the check-in or session was that it is told in.

        `once`: where one was told in there already, there is no other.
        """
        state = self._state
        there = told_in and (state.check_in(told_in) or state.meeting.session(told_in))
        new = Moment(
            id=state.journal.new_id(),
            at=there.at if there else state.now,
            logged_at=state.now,
            kind=kind,
            people=tuple(with_whom),
            told_in=told_in,
        )
        async with state.turn:
            if not (once and self.told_in(told_in)):
                await state.keep(new)
        return new

    async def tell(self, moment: Moment, **told: Any) -> None:
        """Tell something of a moment."""
        await self._state.change(moment, **told)

    async def choose(self, moment: Moment, name: str, value: str) -> None:
        """Answer with one of some; the same again takes the answer back."""
        await self._state.change_by(
            moment, lambda now: {name: "" if getattr(now, name) == value else value}
        )

    async def toggle(self, moment: Moment, name: str, value: str) -> None:
        """One more of several, or one less."""
        await self._state.change_by(
            moment, lambda now: {name: people.toggled(getattr(now, name), value)}
        )

    async def mend(self, moment: Moment, repair: Repair) -> None:
        """Tell where it is now."""
        state = self._state
        async with state.turn:
            if state.is_gone(moment):
                return
            now = state.now
            told = moments.mended(state.latest(moment), repair, now)
            await state.keep(replace(told, edited_at=now))

    async def bring(self, source: Moment | Person) -> None:
        """Put a moment or somebody on the list, or take them off.

        What is about a therapist is between the two of them, private, and goes to their list.
        """
        tag = TAGS.get(source.kind) if isinstance(source, Moment) else None
        who = source.people if isinstance(source, Moment) else (source.id,)
        more = self.between_us(who) or ({"tags": (tag,)} if tag else {})
        await self._state.bringing.bring(source, **more)

    async def delete(self, moment: Moment) -> None:
        """Remove a moment; the notice can put it back. What it gave the list stays there."""
        state = self._state
        async with state.turn:
            latest = state.latest(moment)
            if not await state.take_out(latest):
                return
        state.tell_undo(tr("Moment deleted"), latest)

    # -- ways of staying safe ------------------------------------------------------------------

    async def add_way(self, name: str) -> Way:
        """A way that was not there before."""
        state = self._state
        new = Way(id=state.journal.new_id(), at=state.now, name=" ".join(name.split()))
        async with state.turn:
            await state.keep(new)
        return new

    async def change_way(self, way: Way, **changes: Any) -> None:
        """Tell something of a way."""
        await self._state.change(way, **changes)

    async def delete_way(self, way: Way) -> None:
        """Remove a way; the notice can put it back. Moments keep what they told."""
        state = self._state
        async with state.turn:
            if not await state.remove(way):
                return
        state.tell_undo(tr("{name} deleted", name=way.name), way)
