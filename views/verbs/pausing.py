"""Whether checking in helps, and making it less: fewer questions, a pause, stopping."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from domain import helping
from domain.entries import HelpingAnswer, Pause, Settings
from domain.helping import Length
from domain.language import tr

if TYPE_CHECKING:
    from views.state import State

CHANGED: Final = ("helping", "pause", "questions", "ask_connection", "ask_body")
"""What of the settings is put back by Undo; others may have changed meanwhile."""


class Pausing:
    """When it is asked, what follows from the answer, and whether check-ins are paused."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    @property
    def pause(self) -> Pause | None:
        """The pause that is on today; None where check-ins are as usual."""
        return helping.pause_on(self._state.settings, self._state.today)

    @property
    def is_once(self) -> bool:
        """Whether somebody checks in although check-ins are paused."""
        return self.pause is not None and self._state.once

    @property
    def is_asked(self) -> bool:
        """Whether it was asked today already."""
        return helping.is_asked(self._state.settings.helping, self._state.today)

    @property
    def is_weighing(self) -> bool:
        """Whether it was said today that checking in weighs, and nothing was chosen yet."""
        return helping.is_weighing(self._state.settings.helping, self._state.today)

    @property
    def is_due(self) -> bool:
        """Whether it is asked now; not where the question of today was written to."""
        state, mine = self._state, self._state.settings
        return not state.asking.is_written_to and helping.is_due(
            state.check_ins, mine.helping, state.today, mine.day_start
        )

    # -- verbs ---------------------------------------------------------------------------------

    async def answer(self, answer: HelpingAnswer) -> None:
        """Keep an answer; one that nothing follows from can be taken back."""
        told = tr("Noted.") if answer in ("helping", "neutral") else ""
        today = self._state.today
        await self._change(told, lambda mine: helping.answered(mine, today, answer))

    async def leave(self) -> None:
        """Leave check-ins as they are."""
        await self._change("", helping.settled)

    async def ask_less(self) -> None:
        """Only the pad from now on."""
        told = tr("Only the pad from now on. Settings bring the rest back.")
        await self._change(told, helping.with_fewer_questions)

    async def begin(self, length: Length) -> None:
        """A pause that ends by itself."""
        today = self._state.today
        told = tr("Check-ins are paused")
        await self._change(told, lambda mine: helping.paused(mine, today, length))

    async def stop(self) -> None:
        """No check-ins until the person begins again."""
        today = self._state.today
        told = tr("Check-ins are put away")
        await self._change(told, lambda mine: helping.stopped(mine, today))

    async def begin_again(self) -> None:
        """Check-ins as usual."""
        await self._change(tr("Check-ins are back"), helping.begun_again)

    def check_in_once(self) -> None:
        """Show the pad for one sitting; the pause goes on."""
        self._state.end_sitting()
        self._state.once = True

    async def _change(self, told: str, change: Callable[[Settings], Settings]) -> None:
        """Change the settings and tell it, where there is something to tell, with a way back."""
        state = self._state
        async with state.turn:
            before = state.settings
            after = change(before)
            if after == before:
                return
            await state.keep(after)
        if after.pause != before.pause:
            state.once = False
        if told:
            was = {name: getattr(before, name) for name in CHANGED}
            state.tell_done(told, partial(state.set, **was))
