"""Moving in: reading a file, saying what it means here, bringing it in, taking it back."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from domain.entries import KINDS, Entry, MovedIn
from domain.journal import JournalError
from domain.keeper import LockedError, WrongSecretError
from domain.language import tr
from domain.moving_in.becoming import Becoming, becoming
from domain.moving_in.meaning import Meaning, first_meaning
from domain.moving_in.record import Found, StoppedError
from domain.moving_in.undoing import Undoing, undoing
from views.verbs.keeping import slowly

if TYPE_CHECKING:
    from views.state import State


@dataclass(frozen=True, slots=True)
class Arriving:
    """A file on its way in: what it tells, and what that means here."""

    found: Found
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a file is read: `done` of `total`, 0 of 0 while nobody knows."""

    done: int = 0
    total: int = 0


class Moving:
    """What is on its way in; each verb gives a sentence where it could not be done."""

    def __init__(self, state: "State") -> None:
        self._state = state
        self._content = b""
        self._is_stopped = False

    async def read(self, content: bytes) -> str:
        """Read a file that was handed over; a sealed one waits for its passphrase."""
        self._content = content
        return await self.open("")

    async def open(self, passphrase: str) -> str:
        """Read it with its passphrase."""
        state = self._state
        self._is_stopped = False
        state.reading = Progress()
        try:
            found = await slowly(
                state, state.keeper.read, self._content, state.zone, passphrase, self._heard
            )
        except LockedError:
            state.is_sealed_file = True
            return ""
        except WrongSecretError:
            return tr("That does not open it.")
        except StoppedError:
            self.leave()
            return tr("Stopped. Nothing was changed.")
        except JournalError as error:
            self.leave()
            return str(error)
        finally:
            state.reading = None
        self.leave()
        state.arriving = Arriving(
            found, first_meaning(found, state.moved_in, state.people, state.parts)
        )
        return ""

    def stop(self) -> None:
        """End what is being read, at the next row."""
        self._is_stopped = True

    def leave(self) -> None:
        """Let go of the file."""
        self._content = b""
        self._state.is_sealed_file = False
        self._state.arriving = None

    def mean(self, change: Callable[[Meaning], Meaning]) -> None:
        """Say otherwise what something means."""
        arriving = self._state.arriving
        if arriving is not None:
            self._state.arriving = replace(arriving, meaning=change(arriving.meaning))

    def becoming(self) -> Becoming:
        """What it becomes, as it is understood now. Slow for a long file."""
        state, arriving = self._state, self._state.arriving
        if arriving is None:
            return Becoming()
        return becoming(
            arriving.found,
            arriving.meaning,
            state.now,
            state.people,
            state.parts,
            known=lambda kind, id: state.get(kind, id) is not None,
            new_id=state.journal.new_id,
            moved_in=state.journal.new_id(),
            fresh=not state.check_ins and not state.people and not state.parts,
        )

    async def bring_in(self) -> str:
        """Keep all of it, or nothing; what can't be kept stays on its way in."""
        state = self._state
        async with state.turn:
            made = await asyncio.to_thread(self.becoming)
            try:
                await asyncio.to_thread(state.journal.put, *made.entries)
            except OSError:
                return tr("That could not be kept, and nothing was changed. Is there room left?")
            state.refresh()
        self.leave()
        return ""

    def undoing(self, moved_in: MovedIn) -> Undoing:
        """What taking it back removes. Slow for a long journal."""
        return undoing(moved_in, self._everything())

    async def take_back(self, moved_in: MovedIn) -> None:
        """Remove all that came with a file."""
        state = self._state
        async with state.turn:
            going = await asyncio.to_thread(self.undoing, moved_in)
            before = (*going.removed, moved_in)
            if await state.remove(*before):
                state.tell_undo(tr("Taken back"), *before)

    def _everything(self) -> tuple[Entry, ...]:
        return tuple(one for kind in KINDS for one in self._state.all(kind))

    def _heard(self, done: int, total: int) -> None:
        if self._is_stopped:
            raise StoppedError
        state = self._state
        progress = Progress(done, total)

        def tell() -> None:
            # Without threads it is heard when the file is read already.
            if state.reading is not None:
                state.reading = progress

        state.loop.call_soon_threadsafe(tell, context=state.context)
