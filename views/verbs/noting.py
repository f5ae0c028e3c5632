"""Words that are being written: kept with every letter, put where they belong when one is done."""

from dataclasses import replace
from typing import TYPE_CHECKING

from domain.entries import BRING, Draft

if TYPE_CHECKING:
    from views.state import State


class Noting:
    """The drafts of one session, one for each thing that they are about."""

    def __init__(self, state: "State") -> None:
        self._state = state
        self._drafts: dict[str, Draft] = {}
        self._being_kept: set[str] = set()

    async def write(self, about: str, typed: str) -> None:
        """Keep what is being typed as a draft; only the newest of several is written."""
        state = self._state
        old = self._drafts.get(about)
        id = old.id if old else state.journal.new_id()
        self._drafts[about] = Draft(id=id, about=about, text=typed, written_at=state.now)
        if about in self._being_kept:
            return
        self._being_kept.add(about)
        try:
            kept = None
            while (draft := self._drafts.get(about)) is not None and draft is not kept:
                kept = draft
                async with state.turn:
                    if not await state.keep(draft):
                        break
        finally:
            self._being_kept.discard(about)

    async def finish(self, about: str, typed: str) -> str:
        """Put what was written where it belongs and tell which check-in that is.

        Where `about` is empty that is a new one; none where it was deleted meanwhile. What is
        finished is not finished again.
        """
        state = self._state
        drafted = self._drafts.pop(about, None)
        one = state.check_in(about)
        if about == BRING:
            if drafted is not None and typed.strip():
                await state.bringing.add(typed)
        elif one is not None and one.note != typed:
            await state.change(one, note=typed)
        elif not about and drafted is not None and typed.strip():
            about = await state.answer(note=typed)
        if drafted is not None and state.problem is None:
            async with state.turn:
                await state.remove(drafted)
        return about

    async def finish_all(self) -> None:
        """Put what is being written where it belongs."""
        for draft in tuple(self._drafts.values()):
            await self.finish(draft.about, draft.text)

    def drafted(self, about: str) -> str:
        """What this session was writing about that and had not finished."""
        draft = self._drafts.get(about)
        return draft.text if draft is not None else ""

    def resume(self, draft: Draft) -> str:
        """Go on with words that were left behind, and tell what they are about.

        Those about a check-in that is gone become a check-in of their own.
        """
        state = self._state
        there = draft.about == BRING or state.check_in(draft.about) is not None
        about = draft.about if there else ""
        if about != state.sitting:
            state.end_sitting()
        self._drafts[about] = replace(draft, about=about)
        state.left_behind = tuple(one for one in state.left_behind if one != draft)
        return about

    async def forget(self, draft: Draft) -> None:
        """Let go of words that were left behind."""
        state = self._state
        async with state.turn:
            if await state.remove(draft):
                state.left_behind = tuple(one for one in state.left_behind if one != draft)

    def offer(self) -> None:
        """Show what nobody writes any more."""
        self._state.left_behind = self.left_behind()

    def left_behind(self) -> tuple[Draft, ...]:
        """The drafts that no session in sight is writing."""
        state = self._state
        being_written = {
            draft.id
            for one in type(state).open_ones
            for draft in one.noting._drafts.values()
            if not one.away
        }
        return tuple(
            draft
            for draft in state.journal.all(Draft)
            if draft.id not in being_written and draft.text.strip()
        )
