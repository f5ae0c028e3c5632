"""The state of one session, and its verbs: what a tap becomes.

A verb makes an entry durable in the journal; the journal tells every session of the process, and
each takes the new entries. What only this session knows (the sitting, a draft, a dialog) stays
here.
"""

import asyncio
import errno
from collections.abc import Callable
from contextvars import copy_context
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, ClassVar, Final
from weakref import WeakSet

import flet as ft

from domain import days
from domain.entries import CheckIn, Draft, Entry, Settings
from domain.journal import Journal
from views import theme
from views.components.colors import Brightness

PASSING: Final = 4.0
PASSING_WITH_UNDO: Final = 10.0
NOT_SAVED: Final = "There may be no room left on this device."


@dataclass(frozen=True, slots=True)
class Problem:
    """Entries that could not be kept; `again` tries once more."""

    entries: tuple[Entry, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A line that goes by itself, with a way to take back what it tells."""

    text: str
    undo: Callable[[], Any] | None = None


class State(ft.Observable):
    """What one session shows. Verbs never raise OSError: they set `problem`."""

    _sessions: ClassVar["WeakSet[State]"] = WeakSet()

    def __init__(
        self,
        journal: Journal,
        *,
        clock: Callable[[], datetime],
        brightness: Brightness = "light",
        width: float = 390,
        sample: bool = False,
        refused: str = "",
    ) -> None:
        self._journal = journal
        self._clock = clock
        self._turn = asyncio.Lock()
        self._context = copy_context()
        self._loop = asyncio.get_running_loop()
        self._ending: asyncio.TimerHandle | None = None
        self._passing: asyncio.TimerHandle | None = None
        self._drafted: Draft | None = None
        self._drafting = False
        self.sample = sample
        self.refused = refused
        self.width = width
        self.text_scale = 1.0
        self.device_brightness: Brightness = brightness
        self.check_ins: tuple[CheckIn, ...] = journal.all(CheckIn)
        self.settings = next(iter(journal.all(Settings)), Settings())
        self.searching = False
        self.sitting = ""
        self.when: datetime | None = None
        self.problem: Problem | None = None
        self.told: tuple[str, ...] = journal.told
        self.notice: Notice | None = None
        self._away = False
        self.left_behind: tuple[Draft, ...] = self._left_behind()
        self._unheard = journal.listen(self._heard)
        State._sessions.add(self)

    # -- what the screens read -----------------------------------------------------------------

    @property
    def now(self) -> datetime:
        """This moment, in the offset of this place."""
        return self._clock()

    @property
    def today(self) -> date:
        """The logical day of now."""
        return days.day_of(self.now, self.settings.day_start)

    @property
    def brightness(self) -> Brightness:
        """Light or dark, as set or as the device has it."""
        if self.settings.theme == "system":
            return self.device_brightness
        return self.settings.theme

    @property
    def large(self) -> bool:
        """Whether text is so large that rows become columns."""
        return self.text_scale >= theme.LARGE_TEXT

    @property
    def two_rows(self) -> bool:
        """Whether the mood is asked in two rows: as set, or where the pad has no room."""
        return self.settings.two_rows or not self.has_room_for_pad

    @property
    def has_room_for_pad(self) -> bool:
        """Whether seven cells that a finger can hit stand side by side."""
        return self.width >= theme.PAD_MIN + 2 * theme.MARGIN_MIN

    @property
    def wide(self) -> bool:
        """Whether there is room for a rail and two panes."""
        return self.width >= theme.WIDE

    @property
    def current(self) -> CheckIn | None:
        """The check-in that a tap changes now, saved or not yet."""
        for one in self.problem.entries if self.problem else ():
            if isinstance(one, CheckIn) and one.id == self.sitting:
                return one
        return self.check_in(self.sitting) if self.sitting else None

    def check_in(self, id: str) -> CheckIn | None:
        """The check-in with that id; the newest are looked at first."""
        return next((one for one in reversed(self.check_ins) if one.id == id), None)

    def of_today(self) -> list[CheckIn]:
        """The check-ins of the logical day, newest first."""
        today, start = self.today, self.settings.day_start
        newest = reversed(self.check_ins[-100:])
        return [one for one in newest if days.day_of(one.at, start) == today]

    # -- checking in ---------------------------------------------------------------------------

    async def answer(self, **answers: Any) -> str:
        """Give answers to the check-in of this sitting, or begin one with them; its id."""
        async with self._turn:
            now = self.now
            one = self.current
            if one is None:
                at = self.when or now
                one = CheckIn(id=self._journal.new_id(), at=at, logged_at=now, **answers)
                self._begin(one)
            else:
                one = replace(one, edited_at=now, **answers)
            await self._keep(one)
            return one.id

    async def change(self, one: CheckIn, **changes: Any) -> None:
        """Change any check-in; what it holds of others' changes meanwhile is kept."""
        async with self._turn:
            latest = self.check_in(one.id) or one
            await self._keep(replace(latest, edited_at=self.now, **changes))

    async def take_back(self) -> None:
        """Undo the whole check-in of this sitting."""
        one = self.current
        if one is not None:
            await self.delete(one, "Taken back")

    async def delete(self, one: CheckIn, told: str = "Deleted") -> None:
        """Remove a check-in; the notice can put it back."""
        async with self._turn:
            if self.problem and one in self.problem.entries:
                self.problem = None
            elif not await self._remove(one):
                return
            was_sitting = self.sitting == one.id
            if was_sitting:
                self.end_sitting()

        async def put_back() -> None:
            async with self._turn:
                await self._keep(one)
            if was_sitting and days.same_sitting(one.logged_at, self.now):
                self._begin(one)

        self.tell(Notice(told, put_back))

    def tell(self, notice: Notice | None) -> None:
        """Show a line for some seconds, or take the one that is shown away."""
        if self._passing:
            self._passing.cancel()
        self.notice = notice
        if notice is not None:
            seconds = PASSING_WITH_UNDO if notice.undo else PASSING
            self._passing = self._loop.call_later(seconds, self.tell, None)

    def end_sitting(self) -> None:
        """From now on a tap starts another check-in."""
        if self._ending:
            self._ending.cancel()
        self.sitting = ""
        self.when = None

    def _begin(self, one: CheckIn) -> None:
        self.sitting = one.id
        if self._ending:
            self._ending.cancel()
        self._ending = self._loop.call_later(days.SITTING.total_seconds(), self.end_sitting)

    # -- notes ---------------------------------------------------------------------------------

    async def write(self, about: str, typed: str) -> None:
        """Keep what is being typed as a draft; only the newest of several is written."""
        id = self._drafted.id if self._drafted else self._journal.new_id()
        self._drafted = Draft(id=id, about=about, text=typed, written_at=self.now)
        if self._drafting:
            return
        self._drafting = True
        try:
            kept = None
            while self._drafted is not None and self._drafted is not kept:
                kept = self._drafted
                async with self._turn:
                    if not await self._keep(kept):
                        break
        finally:
            self._drafting = False

    async def finish_note(self, about: str, typed: str) -> str:
        """Put what was written into its check-in and tell which; what is finished is not again.

        That is a new one where `about` is empty, and none where it was deleted meanwhile.
        """
        drafted, self._drafted = self._drafted, None
        one = self.check_in(about)
        if one is not None and one.note != typed:
            await self.change(one, note=typed)
        elif not about and drafted is not None and typed.strip():
            about = await self.answer(note=typed)
        if drafted is not None and self.problem is None:
            async with self._turn:
                await self._remove(drafted)
        return about

    async def finish_drafted(self) -> None:
        """Put the note that is being written into its check-in."""
        if self._drafted is not None:
            await self.finish_note(self._drafted.about, self._drafted.text)

    def drafted(self, about: str) -> str:
        """What this session was writing about that check-in and had not finished."""
        draft = self._drafted
        return draft.text if draft is not None and draft.about == about else ""

    async def forget_draft(self, draft: Draft) -> None:
        """Let go of a note that was left behind."""
        async with self._turn:
            if await self._remove(draft):
                self.left_behind = tuple(one for one in self.left_behind if one != draft)

    def resume(self, draft: Draft) -> None:
        """Go on with a note that was left behind, in its own check-in."""
        if draft.about != self.sitting:
            self.end_sitting()
        self._drafted = draft
        self.left_behind = tuple(one for one in self.left_behind if one != draft)

    def left(self) -> None:
        """Nobody sees this session: what it was writing is offered to the others."""
        self._away = True
        for one in State._sessions - {self}:
            one._loop.call_soon_threadsafe(one._offer, context=one._context)

    def returned(self) -> None:
        """The session is seen again."""
        self._away = False
        self.notify()  # type: ignore[no-untyped-call]

    def _offer(self) -> None:
        self.left_behind = self._left_behind()

    def _left_behind(self) -> tuple[Draft, ...]:
        being_written = {
            one._drafted.id for one in State._sessions if one._drafted and not one._away
        }
        return tuple(
            draft
            for draft in self._journal.all(Draft)
            if draft.id not in being_written and draft.text.strip()
        )

    # -- settings, problems, listening ---------------------------------------------------------

    async def set(self, **changes: Any) -> None:
        """Change settings."""
        async with self._turn:
            await self._keep(replace(self.settings, **changes))

    async def try_again(self) -> None:
        """Keep what could not be kept before."""
        if self.problem:
            async with self._turn:
                await self._keep(*self.problem.entries)

    async def _keep(self, *entries: Entry) -> bool:
        try:
            await asyncio.to_thread(self._journal.put, *entries)
        except OSError as error:
            self.problem = Problem(entries, _sentence(error))
            return False
        self.problem = None
        self._refresh()
        return True

    async def _remove(self, *entries: Entry) -> bool:
        try:
            await asyncio.to_thread(self._journal.remove, *entries)
        except OSError as error:
            self.problem = Problem((), _sentence(error))
            return False
        self._refresh()
        return True

    def _heard(self) -> None:
        # In this session's context: the change may come from another's.
        self._loop.call_soon_threadsafe(self._refresh, context=self._context)

    def _refresh(self) -> None:
        self.check_ins = self._journal.all(CheckIn)
        self.settings = next(iter(self._journal.all(Settings)), Settings())

    def close(self) -> None:
        """Stop listening; the session is over."""
        self._unheard()
        self.end_sitting()
        self.tell(None)
        State._sessions.discard(self)


def _sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return "There is no room left on this device."
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return "The folder of the journal can't be written to right now."
    return NOT_SAVED


STATE: ft.ContextProvider[State | None] = ft.create_context(None)


def use_state_of_app() -> State:
    """The session's State; the component is computed again when it changes."""
    state = ft.use_context(STATE)
    assert isinstance(state, State)
    return state
