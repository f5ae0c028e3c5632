"""Sittings: what a tap in a short look inward becomes. Every step of one is kept at once."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain import sittings
from domain.entries import Part, Sitting, Toward
from domain.language import tr
from domain.prompts import Prompt
from domain.sittings import Shelf

if TYPE_CHECKING:
    from views.state import State


class Inward:
    """The sittings of a journal; what is asked in one is chosen by `domain.sittings` alone."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    @property
    def shelf(self) -> Shelf:
        """What prompts are chosen from."""
        mine = self._state.settings
        asked = sittings.asked_before(self._state.sittings)
        return Shelf(asked, frozenset(mine.hidden_prompts), mine.own_prompts, mine.part_word)

    def sitting(self, id: str) -> Sitting | None:
        """The sitting with that id, as it could be kept or not yet."""
        return self._state.get(Sitting, id)

    def begun(self) -> list[Sitting]:
        """Those that were begun and have not ended, the newest first."""
        return [one for one in reversed(self._state.sittings) if one.under_way]

    def begun_with(self, part: str, other: str) -> Sitting | None:
        """The one under way with these."""
        mine = (one for one in self.begun() if (one.part, one.other) == (part, other))
        return next(mine, None)

    @property
    def gate(self) -> Prompt:
        """How one feels toward a part."""
        return self.shelf.worded(sittings.GATE)

    def question(self, sitting: Sitting) -> Prompt | None:
        """What is asked now."""
        return sittings.question(sitting, self.shelf)

    # -- verbs ---------------------------------------------------------------------------------

    async def begin(self, parts: Sequence[Part]) -> None:
        """Begin with one part or two for whom it is offered."""
        state = self._state
        part, other = (*parts, None)[:2]
        assert part is not None
        async with state.turn:
            if self.begun_with(part.id, other.id if other else ""):
                return
            new = sittings.begin(state.journal.new_id(), state.now, part, other, self.shelf)
            await state.keep(new)
        if not state.settings.told_of_parts:
            await state.set(told_of_parts=True)

    async def write(self, sitting: Sitting, asked: Prompt, text: str, part: str = "") -> None:
        """Keep what is being written, with every letter."""
        await self._step(sitting, lambda one: sittings.write(one, asked, text, part))

    async def go_on(self, sitting: Sitting) -> None:
        """To the next step."""
        await self._step(sitting, lambda one: sittings.go_on(one, self.shelf))

    async def skip(self, sitting: Sitting, asked: Prompt) -> None:
        """To the next step without an answer; the notice can put back what was written."""
        before = self._state.latest(sitting)
        kept = tuple(one for one in before.replies if one.prompt != asked.id)
        await self._state.change(before, replies=kept)
        await self.go_on(before)
        if any(one.prompt == asked.id and one.text.strip() for one in before.replies):
            self._state.tell_undo(tr("Skipped"), before)

    async def feel(self, sitting: Sitting, toward: Collection[Toward]) -> None:
        """Answer the gate."""
        await self._step(sitting, lambda one: sittings.feel(one, toward, self.shelf))

    async def decline(self, sitting: Sitting, part: str = "") -> None:
        """The part doesn't want to answer."""
        await self._step(sitting, lambda one: sittings.decline(one, self.shelf, part))

    async def ask_another(self, sitting: Sitting) -> None:
        """Another question of the same stage."""
        await self._step(sitting, lambda one: sittings.ask_another(one, self.shelf))

    async def hide(self, sitting: Sitting, asked: Prompt) -> None:
        """Never ask this one again, and another now."""
        await self._state.asking.hide(asked)
        await self.ask_another(sitting)

    async def finish(self, sitting: Sitting) -> None:
        """That's enough."""
        await self._step(sitting, sittings.finish)

    async def stop(self, sitting: Sitting) -> None:
        """Leave early, and keep what was written."""
        await self._step(sitting, sittings.stop)

    async def throw_away(self, sitting: Sitting) -> None:
        """Leave without anything; the notice can put back what was written."""
        before = self._state.latest(sitting)
        if await self._remove(before) and before.holds_something:
            self._state.tell_undo(tr("Thrown away"), sittings.stop(before))

    async def delete(self, sitting: Sitting) -> None:
        """Remove a sitting; the notice can put it back."""
        latest = self._state.latest(sitting)
        if await self._remove(latest):
            self._state.tell_undo(tr("Deleted"), latest)

    async def _remove(self, sitting: Sitting) -> bool:
        state = self._state
        async with state.turn:
            return await state.take_out(sitting)

    async def rewrite(self, sitting: Sitting, place: int, text: str) -> None:
        """Mend an answer afterwards."""
        await self._step(sitting, lambda one: sittings.rewritten(one, place, text))

    async def _step(self, sitting: Sitting, step: Callable[[Sitting], Sitting]) -> None:
        state = self._state
        async with state.turn:
            before = state.latest(sitting)
            after = step(before)
            if after != before and not state.is_gone(before):
                await state.keep(replace(after, edited_at=state.now))
