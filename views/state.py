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
from typing import Any, ClassVar, Final, TypeVar
from weakref import WeakSet

import flet as ft

from domain import days
from domain.bringing import SourceEntry
from domain.entries import (
    AfterContact,
    CheckIn,
    Draft,
    Entry,
    Moment,
    MovedIn,
    Part,
    PartMap,
    Person,
    Reflection,
    Schedule,
    Settings,
    Sitting,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)
from domain.keeper import Keeper
from domain.language import locale, speak, tr
from domain.sheet import Choice
from views import theme
from views.components.colors import Brightness
from views.verbs.asking import Asking
from views.verbs.bringing import Bringing
from views.verbs.erasing import Erasing
from views.verbs.happening import Happening
from views.verbs.inward import Inward
from views.verbs.knowing import Knowing
from views.verbs.locking import Locking
from views.verbs.looking import Chosen, Looking
from views.verbs.mapping import Mapping
from views.verbs.meeting import Meeting
from views.verbs.moving import Arriving, Moving, Progress
from views.verbs.noting import Noting
from views.verbs.pausing import Pausing
from views.verbs.relating import Relating
from views.verbs.reminding import Reminding

E = TypeVar("E", bound=Entry)
Edited = (
    AfterContact
    | CheckIn
    | Moment
    | Part
    | Person
    | Reflection
    | Sitting
    | TalkingPoint
    | TherapySession
    | Way
)
"""What tells when it was edited."""
Old = TypeVar("Old", bound=Edited)

PASSING: Final = 4.0
PASSING_WITH_UNDO: Final = 10.0


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

    open_ones: ClassVar["WeakSet[State]"] = WeakSet()

    def __init__(
        self,
        keeper: Keeper,
        *,
        clock: Callable[[], datetime],
        brightness: Brightness = "light",
        width: float = 390,
        height: float = 844,
        zone: str = "UTC",
        sample: bool = False,
    ) -> None:
        self.keeper = keeper
        self.journal = journal = keeper.journal
        self.refused = keeper.refused
        self.locked = keeper.is_locked
        self._clock = clock
        self.turn = asyncio.Lock()
        self.context = copy_context()
        self.loop = asyncio.get_running_loop()
        self._ending: asyncio.TimerHandle | None = None
        self._passing: asyncio.TimerHandle | None = None
        self.zone = zone
        self.sample = sample
        self.width = width
        self.height = height
        self.text_scale = 1.0
        self.still = True
        self.contrast = False
        self.device_brightness: Brightness = brightness
        self.therapy = ""
        self.dimmed = False
        self.searching = False
        self.sitting = ""
        self.when: datetime | None = None
        self.chosen = Chosen()
        self.once = False
        self.problem: Problem | None = None
        self.told: tuple[str, ...] = journal.told
        self.notice: Notice | None = None
        self.away = False
        self.is_hidden = False
        self.digits = ""
        self.lock_said = ""
        self.wait = 0
        self.arriving: Arriving | None = None
        self.reading: Progress | None = None
        self.is_sealed_file = False
        self.speech = ""
        """The locale that the screens are in: another one draws them all again."""
        self.refresh()
        self.on_sheet = Choice(initials=self.settings.initials)
        self.noting = Noting(self)
        self.bringing = Bringing(self)
        self.meeting = Meeting(self)
        self.knowing = Knowing(self)
        self.mapping = Mapping(self)
        self.inward = Inward(self)
        self.asking = Asking(self)
        self.pausing = Pausing(self)
        self.reminding = Reminding(self)
        self.relating = Relating(self)
        self.happening = Happening(self)
        self.looking = Looking(self)
        self.locking = Locking(self)
        self.erasing = Erasing(self)
        self.moving = Moving(self)
        self.left_behind: tuple[Draft, ...] = self.noting.left_behind()
        self._unheard = journal.listen(self._heard)
        State.open_ones.add(self)

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
        return self.width >= theme.WIDE and self.height >= theme.HIGH

    @property
    def current(self) -> CheckIn | None:
        """The check-in that a tap changes now, saved or not yet."""
        return self.check_in(self.sitting) if self.sitting else None

    def check_in(self, id: str) -> CheckIn | None:
        """The check-in with that id."""
        return self.get(CheckIn, id)

    def get(self, kind: type[E], id: str) -> E | None:
        """The entry of a kind with that id: as it could not be kept yet, or as it is kept."""
        return self._pending(kind).get(id) or self.journal.get(kind, id)

    def all(self, kind: type[E]) -> tuple[E, ...]:
        """Every entry of a kind, oldest first; what could not be kept yet is among them."""
        pending, kept = self._pending(kind), self.journal.all(kind)
        if not pending:
            return kept
        return (*(pending.pop(one.id, one) for one in kept), *pending.values())

    def _pending(self, kind: type[E]) -> dict[str, E]:
        entries = self.problem.entries if self.problem else ()
        return {one.id: one for one in entries if isinstance(one, kind)}

    def of_today(self) -> list[CheckIn]:
        """The check-ins of the logical day, newest first."""
        today, start = self.today, self.settings.day_start
        newest = reversed(self.check_ins[-100:])
        return [one for one in newest if days.day_of(one.at, start) == today]

    # -- checking in ---------------------------------------------------------------------------

    async def answer(self, **answers: Any) -> str:
        """Give answers to the check-in of this sitting, or begin one with them; its id."""
        async with self.turn:
            now = self.now
            one = self.current
            if one is None:
                at = self.when or now
                one = CheckIn(id=self.journal.new_id(), at=at, logged_at=now, **answers)
                self._begin(one)
            else:
                one = replace(one, edited_at=now, **answers)
            await self.keep(one)
            return one.id

    async def change(self, one: Edited, **changes: Any) -> bool:
        """Change an entry, and tell whether that is kept: what was deleted meanwhile stays so.

        What it holds of others' changes meanwhile is kept.
        """
        return await self.change_by(one, lambda _: changes)

    async def change_by(self, one: Old, how: Callable[[Old], dict[str, Any]]) -> bool:
        """The same, by what it is when it is its turn: of quick taps none is lost."""
        async with self.turn:
            if self.is_gone(one):
                return False
            latest = self.latest(one)
            return await self.keep(replace(latest, edited_at=self.now, **how(latest)))

    def latest(self, one: E) -> E:
        """The entry as it is now: as it could not be kept yet, as it is kept, or as given."""
        return self.get(type(one), one.id) or one

    def is_gone(self, one: Edited) -> bool:
        """Whether it was deleted; of a session that nothing was said about there is nothing yet."""
        is_new = isinstance(one, TherapySession) and one.logged_at is None
        return not is_new and self.get(type(one), one.id) is None

    async def take_back(self) -> None:
        """Undo the whole check-in of this sitting."""
        one = self.current
        if one is not None:
            await self.delete(one, tr("Taken back"))

    async def delete(self, one: CheckIn, told: str = "") -> None:
        """Remove a check-in; the notice can put it back. What it gave the list stays there."""
        if words := self.noting.drafted(one.id):
            await self.noting.finish(one.id, words)
        async with self.turn:
            one = self.latest(one)
            if not await self.take_out(one):
                return
            was_sitting = self.sitting == one.id
            if was_sitting:
                self.end_sitting()

        async def put_back() -> None:
            async with self.turn:
                await self.keep(one)
            if was_sitting and days.same_sitting(one.logged_at, self.now):
                self._begin(one)

        self.tell(Notice(told or tr("Deleted"), put_back))

    def tell(self, notice: Notice | None) -> None:
        """Show a line for some seconds, or take the one that is shown away."""
        if self._passing:
            self._passing.cancel()
        self.notice = notice
        if notice is not None:
            seconds = PASSING_WITH_UNDO if notice.undo else PASSING
            self._passing = self.loop.call_later(seconds, self.tell, None)

    def say(self, told: str) -> None:
        """Show a line that goes by itself."""
        self.tell(Notice(told))

    def tell_undo(self, told: str, *before: Entry) -> None:
        """Tell what was done to entries; the notice can put them back as they were `before`."""

        async def put_back() -> None:
            async with self.turn:
                await self.keep(*before)

        self.tell_done(told, put_back)

    def tell_done(self, told: str, undo: Callable[[], Any]) -> None:
        """Tell what was done, where it could be kept; the notice can `undo` it."""
        if self.problem is None:
            self.tell(Notice(told, undo))

    def end_sitting(self) -> None:
        """From now on a tap starts another check-in."""
        if self._ending:
            self._ending.cancel()
        self.sitting = ""
        self.when = None
        self.once = False

    def _begin(self, one: CheckIn) -> None:
        self.sitting = one.id
        if self._ending:
            self._ending.cancel()
        self._ending = self.loop.call_later(days.SITTING.total_seconds(), self.end_sitting)

    def left(self) -> None:
        """Nobody sees this session: what it was writing is offered to the others."""
        self.away = True
        for one in State.open_ones - {self}:
            one.loop.call_soon_threadsafe(one.noting.offer, context=one.context)

    def returned(self) -> None:
        """The session is seen again."""
        self.away = False
        self.notify()  # type: ignore[no-untyped-call]

    # -- settings, problems, listening ---------------------------------------------------------

    async def set(self, **changes: Any) -> None:
        """Change settings."""
        async with self.turn:
            await self.keep(replace(self.latest(self.settings), **changes))
        await self.locking.tell_door()

    async def try_again(self) -> None:
        """Keep what could not be kept before."""
        if self.problem:
            async with self.turn:
                await self.keep(*self.problem.entries)

    async def keep(self, *entries: Entry) -> bool:
        """Make entries durable, with those that could not be kept before; False: see `problem`.

        Whoever calls it has the `turn`.
        """
        pending = self.problem.entries if self.problem else ()
        every = tuple({(type(one), one.id): one for one in (*pending, *entries)}.values())
        try:
            await asyncio.to_thread(self.journal.put, *every)
        except OSError as error:
            self.problem = Problem(every, _sentence(error))
            self.refresh()
            return False
        self.problem = None
        self.refresh()
        return True

    async def remove(self, *entries: Entry) -> bool:
        """Remove entries, also such that could not be kept; as `keep`."""
        pending = self.problem.entries if self.problem else ()
        try:
            await asyncio.to_thread(self.journal.remove, *entries)
        except OSError as error:
            self.problem = Problem(pending, _sentence(error))
            return False
        gone = {(type(one), one.id) for one in entries}
        rest = tuple(one for one in pending if (type(one), one.id) not in gone)
        self.problem = replace(self.problem, entries=rest) if self.problem and rest else None
        self.refresh()
        return True

    async def take_out(self, *entries: SourceEntry | AfterContact) -> bool:
        """Remove entries; what they gave the list stays there, with words of its own."""
        points = self.bringing.outliving(*entries)
        return (not points or await self.keep(*points)) and await self.remove(*entries)

    def _heard(self) -> None:
        # In this session's context: the change may come from another's.
        self.loop.call_soon_threadsafe(self.refresh, context=self.context)

    def refresh(self) -> None:
        """Take what the journal holds now, and what it could not keep yet."""
        self.check_ins = self.all(CheckIn)
        self.points = self.all(TalkingPoint)
        self.therapies = self.all(Therapy)
        self.schedules = self.all(Schedule)
        self.sessions = self.all(TherapySession)
        self.parts = self.all(Part)
        self.maps = self.all(PartMap)
        self.sittings = self.all(Sitting)
        self.reflections = self.all(Reflection)
        self.people = self.all(Person)
        self.moments = self.all(Moment)
        self.contacts = self.all(AfterContact)
        self.ways = self.all(Way)
        self.moved_in = self.all(MovedIn)
        self.settings = next(iter(self.all(Settings)), Settings())
        speak(self.settings.language)
        speech = str(locale())
        if speech != self.speech:
            self.speech = speech
            # What the keeper and the journal have to tell is said anew; what was read stays read.
            self.refused = self.keeper.refused
            told = self.journal.told
            self.told = told[max(0, len(told) - len(self.told)) :]

    def close(self) -> None:
        """Stop listening; the session is over."""
        self._unheard()
        self.end_sitting()
        self.tell(None)
        State.open_ones.discard(self)


def _sentence(error: OSError) -> str:
    if error.errno == errno.ENOSPC:
        return tr("There is no room left on this device.")
    if error.errno in (errno.EROFS, errno.EACCES, errno.EPERM):
        return tr("The folder of the journal can't be written to right now.")
    return tr("There may be no room left on this device.")


WATCHED: ft.ContextProvider[State | None] = ft.create_context(None)
UNWATCHED: ft.ContextProvider[Callable[[], State] | None] = ft.create_context(None)


def within(state: State, draw: Callable[[], ft.Control]) -> ft.Control:
    """What is drawn within has `state` as its State."""
    return WATCHED(state, lambda: UNWATCHED(lambda: state, draw))


def use_state_of_app() -> State:
    """The session's State; the component is computed again when it changes.

    Not on a screen below another: that one is drawn when it comes to the top again.
    """
    if ft.use_view_path() == ft.use_route_location():
        state = ft.use_context(WATCHED)
    else:
        unwatched = ft.use_context(UNWATCHED)
        state = unwatched() if unwatched else None
    assert isinstance(state, State)
    return state
