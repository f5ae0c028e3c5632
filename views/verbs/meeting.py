"""Therapies, their schedules and their sessions: what a tap on them becomes."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from domain import sessions
from domain.entries import HeldBackGoes, Reply, Schedule, Status, Therapy, TherapySession
from domain.language import tr
from domain.prompts import Prompt
from domain.recurrence import at_wall_clock
from domain.sessions import Course

if TYPE_CHECKING:
    from views.state import State


class Meeting:
    """The therapies of a journal; there is always one, without anybody making it."""

    def __init__(self, state: "State") -> None:
        self._state = state

    # -- what the screens read -----------------------------------------------------------------

    def all(self) -> tuple[Therapy, ...]:
        """All therapies, the first one first."""
        made = {one.id: one for one in self._state.therapies}
        first = made.pop(Therapy().id, Therapy())
        return (first, *made.values())

    @property
    def going_on(self) -> tuple[Therapy, ...]:
        """Those that have not stopped."""
        return tuple(one for one in self.all() if one.ended is None)

    @property
    def therapy(self) -> Therapy:
        """The one that was chosen, or whose session is next, or the first."""
        every = {one.id: one for one in self.all()}
        coming = self.next()
        return (
            every.get(self._state.therapy)
            or every.get(coming.therapy if coming else "")
            or self.first
        )

    @property
    def first(self) -> Therapy:
        """The first that goes on, or the first."""
        return (*self.going_on, *self.all())[0]

    def choose(self, id: str) -> None:
        """Show the list and the sessions of that therapy."""
        self._state.therapy = id

    def named(self, id: str) -> str:
        """The name to show for a therapy: none where there is only one."""
        every = self.all()
        found = next((one for one in every if one.id == id), None)
        if len(every) == 1 or found is None:
            return ""
        return found.name or tr("Therapy")

    def course(self, *ids: str) -> Course:
        """The sessions of these therapies; those that have stopped plan nothing more."""
        ended = {one.id: one.ended for one in self.all()}
        schedules = (one for one in self._state.schedules if one.therapy in ids)
        return Course(
            tuple(_stopped(one, ended.get(one.therapy)) for one in schedules),
            tuple(one for one in self._state.sessions if one.therapy in ids),
        )

    def course_of_all(self) -> Course:
        """The sessions of every therapy."""
        return self.course(*(one.id for one in self.all()))

    def next(self) -> TherapySession | None:
        """The next session of all, or the one under way."""
        return self.course(*(one.id for one in self.going_on)).next(self._state.now)

    def unsaid(self) -> TherapySession | None:
        """The session to ask about, where there is one."""
        return self.course(*(one.id for one in self.going_on)).unsaid(self._state.now)

    def to_try(self) -> TherapySession | None:
        """The session that left something to try, for each that goes on the newest."""
        last = (self.course(one.id).last(self._state.now) for one in self.going_on)
        trying = (one for one in last if one and one.to_try.strip() and not one.to_try_set_down)
        return max(trying, key=lambda one: one.at, default=None)

    def session(self, id: str) -> TherapySession | None:
        """The session with that id, said something about or not."""
        found = self.course_of_all().session(id)
        return self._state.latest(found) if found else None

    def now_or_last(self, therapy: str) -> TherapySession | None:
        """The session that something is brought to now: under way, or else the newest today."""
        state, course = self._state, self.course(therapy)
        coming = course.next(state.now)
        if coming is not None and coming.at - state.now < timedelta(minutes=30):
            return coming
        last = course.last(state.now)
        return last if last is not None and state.now - last.ends < timedelta(hours=12) else None

    # -- verbs ---------------------------------------------------------------------------------

    async def say(self, session: TherapySession, **said: Any) -> bool:
        """Note something about a session."""
        before = self._state.latest(session)
        if before.logged_at is None:
            said["logged_at"] = self._state.now
        return await self._state.change(before, **said)

    async def reply(self, session: TherapySession, prompt: Prompt, text: str) -> None:
        """Keep what was written to a prompt, with the prompt as it was shown."""
        latest = self._state.latest(session)
        others = tuple(one for one in latest.replies if one.prompt != prompt.id)
        mine = (Reply(prompt.id, prompt.text, text),) if text else ()
        await self.say(latest, replies=(*others, *mine))

    async def tell_status(self, session: TherapySession, status: Status) -> None:
        """Say what became of a session; a break or an end holds for the schedule too."""
        latest = self._state.latest(session)
        day = latest.at.date()
        await self.say(latest, status=status)
        if status == "break" or latest.status == "break":
            await self._pause(latest, day, status == "break")
        if status == "ended" or latest.status == "ended":
            await self.end(latest.therapy, day if status == "ended" else None)

    async def _pause(self, session: TherapySession, day: date, on: bool) -> None:
        for one in self._state.schedules:
            if one.therapy == session.therapy:
                await self._keep(sessions.paused(one, day) if on else sessions.resumed(one, day))

    async def pause(self, schedule: Schedule, first: date, last: date | None) -> None:
        """No sessions from `first` to `last`."""
        await self._keep(sessions.paused(schedule, first, last))

    async def resume(self, schedule: Schedule, day: date) -> None:
        """Sessions again from `day` on."""
        await self._keep(sessions.resumed(schedule, day))

    async def set_down(self, session: TherapySession) -> None:
        """Let go of what one wanted to try."""
        before = self._state.latest(session)
        await self.say(before, to_try_set_down=True)
        self._state.tell_undo(tr("Set down"), before)

    async def hold_back(
        self, session: TherapySession, *, text: str | None = None, goes: HeldBackGoes | None = None
    ) -> None:
        """What was held back, and where it goes: for next time it waits on the list, private."""
        before = self._state.latest(session)
        said: dict[str, Any] = {} if text is None else {"held_back_text": text}
        if goes is None:
            await self.say(before, **said)
            return
        await self.say(before, **said, held_back_goes=goes)
        there = self._state.bringing.of_source(session.id)
        if goes == "next_time" and there is None:
            await self._state.bringing.add(
                source=session.id, therapy=session.therapy, tags=("between_us",), private=True
            )
        elif goes != "next_time" and there is not None and not there.text:
            async with self._state.turn:
                await self._state.remove(there)

    async def wave_off(self, session: TherapySession) -> None:
        """Not now: it is not asked about again."""
        await self.say(session, waved_off=True)

    async def move(self, session: TherapySession, wall: datetime) -> None:
        """Put one session elsewhere, by the clock of its schedule."""
        at = at_wall_clock(wall, self._zone(session.therapy))
        await self.say(session, at=at, status="planned", waved_off=False)

    async def add(self, wall: datetime, therapy: str) -> None:
        """A single session, planned or past, as long as the others."""
        state = self._state
        length = next((one.length for one in state.schedules if one.therapy == therapy), 50)
        new = TherapySession(
            id=state.journal.new_id(),
            at=at_wall_clock(wall, self._zone(therapy)),
            length=length,
            therapy=therapy,
            logged_at=state.now,
        )
        await self._keep(new)
        beside = self.course_of_all().beside(new.at, length, new.id)
        if beside is not None:
            state.say(tr("Another session is planned at that time. Both are kept."))

    def _zone(self, therapy: str) -> str:
        zones = [one.zone for one in self._state.schedules if one.therapy == therapy]
        return zones[-1] if zones else self._state.zone

    async def delete(self, session: TherapySession) -> None:
        """Remove what was said about a session, and itself where no schedule has it."""
        state = self._state
        async with state.turn:
            latest = state.latest(session)
            if not await state.take_out(latest):
                return
        state.tell_undo(tr("Deleted"), latest)

    async def plan(self, schedule: Schedule | None, new: dict[str, Any], therapy: str) -> str:
        """Make a schedule, or change one from today on. Gives the sentence of what is wrong."""
        state = self._state
        try:
            made = Schedule(id=state.journal.new_id(), therapy=therapy, **new)
        except ValueError as error:
            return str(error)
        if schedule is None:
            await self._keep(made)
        else:
            await self._keep(*sessions.changed(schedule, made, state.today))
        return ""

    async def drop_schedule(self, schedule: Schedule) -> None:
        """Plan nothing more by a schedule; what was stays."""
        state = self._state
        if schedule.start.date() >= state.today:
            async with state.turn:
                await state.remove(schedule)
        else:
            await self._keep(replace(schedule, until=state.today))
        state.tell_undo(tr("No more of these are planned"), schedule)

    async def rename(self, therapy: Therapy, name: str) -> None:
        """Call a therapy something."""
        await self._keep(replace(therapy, name=name))

    async def add_therapy(self, name: str) -> None:
        """Another therapist or group."""
        new = Therapy(id=self._state.journal.new_id(), name=name.strip())
        await self._keep(new)
        self.choose(new.id)

    def is_empty(self, therapy: Therapy) -> bool:
        """Whether nothing belongs to a therapy that somebody made."""
        state = self._state
        whose = {one.therapy for one in state.points}
        whose |= {one.therapy for one in state.schedules}
        whose |= {one.therapy for one in state.sessions}
        return therapy.id not in {Therapy().id, *whose}

    async def take_away(self, therapy: Therapy) -> None:
        """Remove a therapy that nothing belongs to."""
        state = self._state
        async with state.turn:
            if not await state.remove(therapy):
                return
        state.tell_undo(tr("Taken away"), therapy)

    async def end(self, therapy: str, day: date | None) -> None:
        """Say that a therapy has stopped since `day`, or goes on."""
        one = next(one for one in self.all() if one.id == therapy)
        await self._keep(replace(one, ended=day))

    async def _keep(self, *entries: Schedule | TherapySession | Therapy) -> None:
        async with self._state.turn:
            await self._state.keep(*entries)


def _stopped(schedule: Schedule, ended: date | None) -> Schedule:
    if ended is None:
        return schedule
    return replace(schedule, until=min(schedule.until or ended, ended))
