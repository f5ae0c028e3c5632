"""A year of invented weekly sessions, with what was brought to them and what stayed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from itertools import cycle
from random import Random
from typing import Any, Final

from domain.entries import (
    Break,
    CheckIn,
    Moment,
    Part,
    Reply,
    Schedule,
    Status,
    Tag,
    TalkingPoint,
    TherapySession,
)
from domain.language import N_, tr
from domain.prompts import prompt
from domain.recurrence import at_wall_clock
from domain.sample.making import midnight_of, ulid
from domain.sessions import Course

WEEKS: Final = 52
IN_DAYS: Final = 2
AT: Final = time(14)
AWAY: Final = (30, 32)
"""The weeks of the therapist's holidays, counted from the first."""

NOT_HELD: Final[dict[int, Status]] = {
    9: "they_cancelled",
    21: "i_cancelled",
    38: "they_did_not_come",
    44: "cut_short",
}
STILL_HERE: Final = (
    N_("That we both laughed. And that I could say the Sunday thing out loud."),
    N_("The silence near the end. It was all right."),
    N_("How tired I was afterwards, in a good way."),
    N_("The word 'enough'. It keeps coming back."),
    N_("I talked around it for half an hour, and then there it was."),
    N_("Tired. I don't want to look at it yet."),
)
KEPT: Final = (
    N_("You don't have to earn the chair."),
    N_("Two things can be true at the same table."),
    N_("That was a lot to carry alone."),
    N_("It's allowed to be unfinished."),
)
TO_TRY: Final = (
    N_('Notice when I say "it\'s fine"'),
    N_("One slow goodbye this week"),
    N_("Leave the phone in the hall for an evening"),
    N_("Ask for the window seat"),
)
HELD_BACK: Final = (
    N_("I was annoyed when we ran over my words last time"),
    N_("I nearly said that I'd thought of stopping"),
    N_("That I look them up sometimes"),
)
BROUGHT: Final[tuple[tuple[str, Tag, str], ...]] = (
    (
        N_("The call with my brother, and how loud we both got"),
        "hurt",
        N_("We stayed with the loudness."),
    ),
    (N_("I said no to the extra shift"), "limits", N_("It is fine to be proud of it.")),
    (N_("Can we start a bit slower?"), "needs", N_("Yes. Two minutes of arriving first.")),
    (N_("The wedding: half of me has already left it"), "parts", ""),
    (N_("What happens to the notes you take"), "practical", N_("Kept for ten years, locked.")),
    (N_("Writing to Søren, and what I hope for"), "repair", N_("No need to hurry his answer.")),
    (N_("Dad asked who I was"), "hurt", N_("We sat with that one.")),
    (N_("Something felt off when we ended late"), "between_us", N_("Said out loud. It was heard.")),
    (N_("The letters I don't open"), "practical", N_("Bring one along, unopened.")),
    (N_("I want to be asked, and I hate asking"), "needs", ""),
)
OPEN: Final[tuple[tuple[str, Tag], ...]] = (
    (N_("When Jun went quiet, I said it was fine. It wasn't."), "hurt"),
    (N_("I'd like to ask for slower goodbyes at the end"), "needs"),
    (N_("The Doorkeeper steps in whenever Noor offers help"), "parts"),
    (N_("Is fortnightly still right after the summer?"), "practical"),
)
LATER: Final = (N_("The trip with my aunt, some day"), N_("What I think about the fee"))


def _schedule(today: datetime, zone: str) -> Schedule:
    """Weekly for a year, the next one in two days."""
    day = _day(today, -WEEKS)
    return Schedule(
        id=ulid(midnight_of(today, (today.date() - day).days), 0, Random(4)),
        rule="FREQ=WEEKLY",
        start=datetime.combine(day, AT),
        zone=zone,
        breaks=(Break(_day(today, AWAY[0] - WEEKS), _day(today, AWAY[1] - WEEKS)),),
    )


def _day(today: datetime, weeks: int) -> date:
    return today.date() + timedelta(days=IN_DAYS, weeks=weeks)


def course(today: datetime, zone: str) -> Iterator[Schedule | TherapySession]:
    """The schedule, and what was said about the sessions that are over."""
    schedule = _schedule(today, zone)
    yield schedule
    for week, one in enumerate(_past(schedule, today)):
        yield _noted(one, week)


def _past(schedule: Schedule, today: datetime) -> list[TherapySession]:
    first = at_wall_clock(schedule.start, schedule.zone)
    return [one for one in Course((schedule,)).between(first, today) if one.ends <= today]


def _noted(one: TherapySession, week: int) -> TherapySession:
    random = Random(week)
    status = NOT_HELD.get(week, "happened")
    logged_at = one.ends + timedelta(minutes=random.randint(4, 90))
    said: dict[str, Any] = {"status": status, "logged_at": logged_at}
    if status in ("happened", "cut_short"):
        said |= _afterwards(week, random)
    else:
        said["replies"] = (
            Reply("M01", prompt("M01").text, tr("I had so much ready. Made soup instead.")),
        )
    return TherapySession(id=one.id, at=one.at, length=one.length, **said)


def _afterwards(week: int, random: Random) -> dict[str, Any]:
    said: dict[str, Any] = {"connection": random.choice((3, 4, 5, 5, 6, 6, 7))}
    if week % 2 == 0:
        said["replies"] = (
            Reply("A01", prompt("A01").text, tr(STILL_HERE[week // 2 % len(STILL_HERE)])),
        )
    if week % 4 == 1:
        said["kept_sentence"] = tr(KEPT[week // 4 % len(KEPT)])
    if week % 3 == 0:
        said["to_try"] = tr(TO_TRY[week // 3 % len(TO_TRY)])
    if week % 9 == 6:
        said |= {"to_try_went": tr("Twice. The second time I laughed."), "to_try_set_down": True}
    if week % 7 == 2:
        said |= {
            "held_back": "little",
            "held_back_text": tr(HELD_BACK[week // 7 % len(HELD_BACK)]),
            "held_back_goes": "only_me",
        }
    if week % 10 == 3:
        said |= {"felt_off": "wobble", "talked": ("not_yet", "partly", "yes")[week // 10 % 3]}
    return said


def points(
    today: datetime,
    zone: str,
    noted: Sequence[CheckIn],
    made: Mapping[str, Part],
    happened: Sequence[Moment],
) -> Iterator[TalkingPoint]:
    """What was brought, what waits, what is kept for later, and one thing between us.

    The first that waits is from the last moment.
    """
    random = Random(7)
    said = cycle(BROUGHT)
    past = [one for one in course(today, zone) if isinstance(one, TherapySession)]
    number = 0
    for one in past:
        for _ in range(random.choice((0, 1, 1, 2)) if one.took_place else 0):
            text, tag, outcome = next(said)
            at = one.at - timedelta(hours=random.randint(2, 120))
            number += 1
            yield TalkingPoint(
                id=ulid(at, number, random),
                at=at,
                text=tr(text),
                tags=(tag,),
                state="brought",
                session=one.id,
                settled_at=one.ends,
                outcome=tr(outcome),
                rank=float(number),
            )
    written = [one for one in noted if one.note and one.at > today - timedelta(days=3)]
    begin = max(today - timedelta(days=2), happened[-1].logged_at)
    sources = (
        happened[-1].id,
        written[-1].id if written else "",
        # The one whose name is in it.
        made["doorkeeper"].id,
        "",
    )
    for place, ((text, tag), source) in enumerate(zip(OPEN, sources, strict=True)):
        at = begin - timedelta(hours=place)
        number += 1
        yield TalkingPoint(
            id=ulid(at, number, random),
            at=at,
            text=tr(text),
            tags=(tag,),
            pinned=place == 0,
            rank=float(place),
            source=source,
        )
    for text in LATER:
        at = today - timedelta(days=20)
        number += 1
        yield TalkingPoint(
            id=ulid(at, number, random),
            at=at,
            text=tr(text),
            state="later",
            settled_at=at,
            session=past[-3].id if len(past) > 2 else "",
        )
    at = today - timedelta(days=5)
    yield TalkingPoint(
        id=ulid(at, number + 1, random),
        at=at,
        text=tr(HELD_BACK[0]),
        tags=("between_us",),
        private=True,
        rank=10.0,
        source=next((one.id for one in reversed(past) if one.held_back), ""),
    )
