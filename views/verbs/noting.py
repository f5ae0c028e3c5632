"""Words that are being written: kept with every letter, put where they belong when one is done."""

from typing import TYPE_CHECKING

from domain.entries import BRING, Draft

if TYPE_CHECKING:
    from views.state import State


class Noting:
    """The drafts of one session."""

    def __init__(self, state: "State") -> None:
        self._state = state
        self._drafted: Draft | None = None
        self._drafting = False

    async def write(self, about: str, typed: str) -> None:
        """Keep what is being typed as a draft; only the newest of several is written."""
        state = self._state
        id = self._drafted.id if self._drafted else state.journal.new_id()
        self._drafted = Draft(id=id, about=about, text=typed, written_at=state.now)
        if self._drafting:
            return
        self._drafting = True
        try:
            kept = None
            while self._drafted is not None and self._drafted is not kept:
                kept = self._drafted
                async with state.turn:
                    if not await state.keep(kept):
                        break
        finally:
            self._drafting = False

    async def finish(self, about: str, typed: str) -> str:
        """Put what was written where it belongs and tell which check-in that is.

        Where `about` is empty that is a new one; none where it was deleted meanwhile. What is
        finished is not finished again.
        """
        state = self._state
        drafted, self._drafted = self._drafted, None
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
        if self._drafted is not None:
            await self.finish(self._drafted.about, self._drafted.text)

    def drafted(self, about: str) -> str:
        """What this session was writing about that and had not finished."""
        draft = self._drafted
        return draft.text if draft is not None and draft.about == about else ""

    def resume(self, draft: Draft) -> None:
        """Go on with words that were left behind, where they belong."""
        state = self._state
        if draft.about != state.sitting:
            state.end_sitting()
        self._drafted = draft
        state.left_behind = tuple(one for one in state.left_behind if one != draft)

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
            one.noting._drafted.id
            for one in type(state).open_ones
            if one.noting._drafted and not one.away
        }
        return tuple(
            draft
            for draft in state.journal.all(Draft)
            if draft.id not in being_written and draft.text.strip()
        )
