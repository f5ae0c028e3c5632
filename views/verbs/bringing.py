"""The list of what to bring: what a tap on it becomes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from domain import bringing, sittings
from domain.bringing import Source
from domain.entries import (
    AfterContact,
    CheckIn,
    Moment,
    Part,
    Person,
    PointState,
    Reflection,
    Sitting,
    TalkingPoint,
    Therapy,
)
from domain.language import N_, tr
from domain.looking_back.look import Look, look_of
from domain.sittings import Answer

if TYPE_CHECKING:
    from views.state import State

TOLD: Final[dict[PointState, str]] = {
    "open": N_("Back on the list"),
    "later": N_("Kept for later"),
    "brought": N_("Brought"),
    "let_go": N_("Let go"),
}


class Bringing:
    """The list of the therapy that was chosen, or else of the one that is next."""

    def __init__(self, state: "State") -> None:
        self._state = state

    @property
    def therapy(self) -> Therapy:
        """Whose list it is."""
        return self._state.meeting.therapy

    def on_list(self) -> list[TalkingPoint]:
        """What is to be brought, in order."""
        return self.on_list_of(self.therapy.id)

    def on_list_of(self, therapy: str) -> list[TalkingPoint]:
        """What is to be brought to another therapy, in order."""
        return bringing.on_list(self._state.points, therapy)

    def waiting(self, therapy: str) -> list[TalkingPoint]:
        """What is to be brought there, without what is private."""
        return bringing.to_show(self._state.points, therapy)

    def brought_to(self, session: str) -> list[TalkingPoint]:
        """What was brought to a session."""
        found = bringing.settled_like(self._state.points, "brought")
        return [one for one in reversed(found) if one.session == session]

    def point(self, id: str) -> TalkingPoint | None:
        """The point with that id."""
        return self._state.get(TalkingPoint, id)

    def source(self, point: TalkingPoint) -> Source | None:
        """What it came from, where that is still there."""
        return self.source_of(point.source) if point.source else None

    def source_of(self, id: str) -> Source | None:
        """What has that id."""
        state = self._state
        return (
            state.get(CheckIn, id)
            or state.get(Part, id)
            or state.get(Sitting, id)
            or state.get(Reflection, id)
            or state.get(Moment, id)
            or state.get(Person, id)
            or self._answer(id)
            or look_of(id)
            or state.meeting.session(id)
        )

    def _answer(self, id: str) -> Answer | None:
        whose = self._state.get(Sitting, id.partition("/")[0])
        return sittings.answer((whose,), id) if whose else None

    def words(self, point: TalkingPoint) -> str:
        """What it says; nothing where its check-in has neither a note nor words."""
        source = self.source(point)
        if isinstance(source, Look) and not point.text.strip():
            return self._state.looking.words(source)
        return bringing.words_of(point, source, self._state.knowing.names)

    def of_source(self, id: str) -> TalkingPoint | None:
        """What came from that entry and is still on the list."""
        return next((p for p in self._state.points if p.source == id and p.state == "open"), None)

    def outliving(self, *gone: Source | AfterContact) -> list[TalkingPoint]:
        """The points that have their words from entries, with words of their own."""
        ids = {one.id for one in gone}
        return [
            replace(point, text=self.words(point))
            for point in self._state.points
            if point.source.partition("/")[0] in ids and not point.text.strip()
        ]

    async def add(self, text: str = "", **more: Any) -> TalkingPoint:
        """Put something on top of the list."""
        async with self._state.turn:
            return await self._add(text, **more)

    async def bring(self, source: Source, **more: Any) -> None:
        """Put what came from an entry on the list, or take it off again."""
        async with self._state.turn:
            there = self.of_source(source.id)
            if there is None:
                await self._add(source=source.id, **more)
        if there is not None:
            await self.delete(there, tr("Taken off the list"))

    async def _add(self, text: str = "", **more: Any) -> TalkingPoint:
        state = self._state
        therapy = more.pop("therapy", self.therapy.id)
        new = TalkingPoint(
            id=state.journal.new_id(),
            at=state.now,
            text=text.strip(),
            therapy=therapy,
            rank=bringing.top_rank(state.points, therapy),
            **more,
        )
        await state.keep(new)
        return new

    async def change(self, point: TalkingPoint, **changes: Any) -> None:
        """Change a point."""
        await self._state.change(point, **changes)

    async def move(self, point: TalkingPoint, to: int) -> None:
        """Put it at place `to` of its group."""
        await self._keep(bringing.moved(self._state.points, point, to))

    async def step(self, point: TalkingPoint, by: int) -> None:
        """One place up or down."""
        group = bringing.in_group(self.on_list(), point)
        await self.move(point, [one.id for one in group].index(point.id) + by)

    async def pin(self, point: TalkingPoint) -> None:
        """Make it the one thing, or take the pin off."""
        await self._keep(bringing.pinned(self._state.points, point))

    async def settle(self, point: TalkingPoint, to: PointState, session: str = "") -> None:
        """Brought, kept for later, let go, or back on the list; the notice can undo it."""
        before = self._state.latest(point)
        await self.settle_quietly(before, to, session)
        self._state.tell_undo(tr(TOLD[to]), before)

    async def settle_quietly(self, point: TalkingPoint, to: PointState, session: str = "") -> None:
        """The same without a notice, where what was tapped can be tapped back."""
        now = self._state.now
        await self._keep([bringing.settled(self._state.latest(point), to, now, session)])

    async def bring_to_now(self, point: TalkingPoint) -> None:
        """Brought to the session under way, or the one just over, or to none."""
        await self.settle(point, "brought", self.session_now(point))

    def session_now(self, point: TalkingPoint) -> str:
        """The id of the session under way, or of the one just over, or nothing."""
        session = self._state.meeting.now_or_last(point.therapy)
        return session.id if session else ""

    async def delete(self, point: TalkingPoint, told: str = "") -> None:
        """Remove a point; the notice can put it back."""
        state = self._state
        async with state.turn:
            latest = state.latest(point)
            if not await state.remove(latest):
                return
        state.tell_undo(told or tr("Deleted"), latest)

    async def unveil(self, points: Sequence[TalkingPoint]) -> None:
        """Take the private mark off."""
        await self._keep([replace(one, private=False) for one in points if one.private])

    async def _keep(self, points: Sequence[TalkingPoint]) -> None:
        async with self._state.turn:
            if points:
                await self._state.keep(*points)
