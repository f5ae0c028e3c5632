"""A year of invented weekly sessions, with what was brought to them and what stayed."""

from collections.abc import Iterator, Sequence
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
    "That we both laughed. And that I could say the Sunday thing out loud.",
    "The silence near the end. It was all right.",
    "How tired I was afterwards, in a good way.",
    "The word 'enough'. It keeps coming back.",
    "I talked around it for half an hour, and then there it was.",
    "Tired. I don't want to look at it yet.",
)
KEPT: Final = (
    "You don't have to earn the chair.",
    "Two things can be true at the same table.",
    "That was a lot to carry alone.",
    "It's allowed to be unfinished.",
)
TO_TRY: Final = (
    'Notice when I say "it\'s fine"',
    "One slow goodbye this week",
    "Leave the phone in the hall for an evening",
    "Ask for the window seat",
)
HELD_BACK: Final = (
    "I was annoyed when we ran over my words last time",
    "I nearly said that I'd thought of stopping",
    "That I look them up sometimes",
)
BROUGHT: Final[tuple[tuple[str, Tag, str], ...]] = (
    ("The call with my brother, and how loud we both got", "hurt", "We stayed with the loudness."),
    ("I said no to the extra shift", "limits", "It is fine to be proud of it."),
    ("Can we start a bit slower?", "needs", "Yes. Two minutes of arriving first."),
    ("The wedding: half of me has already left it", "parts", ""),
    ("What happens to the notes you take", "practical", "Kept for ten years, locked."),
    ("Writing to Søren, and what I hope for", "repair", "No need to hurry his answer."),
    ("Dad asked who I was", "hurt", "We sat with that one."),
    ("Something felt off when we ended late", "between_us", "Said out loud. It was heard."),
    ("The letters I don't open", "practical", "Bring one along, unopened."),
    ("I want to be asked, and I hate asking", "needs", ""),
)
OPEN: Final[tuple[tuple[str, Tag], ...]] = (
    ("When Jun went quiet, I said it was fine. It wasn't.", "hurt"),
    ("I'd like to ask for slower goodbyes at the end", "needs"),
    ("The Doorkeeper steps in whenever Noor offers help", "parts"),
    ("Is fortnightly still right after the summer?", "practical"),
)
LATER: Final = ("The trip with my aunt, some day", "What I think about the fee")


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
            Reply("M01", prompt("M01").written, "I had so much ready. Made soup instead."),
        )
    return TherapySession(id=one.id, at=one.at, length=one.length, **said)


def _afterwards(week: int, random: Random) -> dict[str, Any]:
    said: dict[str, Any] = {"connection": random.choice((3, 4, 5, 5, 6, 6, 7))}
    if week % 2 == 0:
        said["replies"] = (
            Reply("A01", prompt("A01").written, STILL_HERE[week // 2 % len(STILL_HERE)]),
        )
    if week % 4 == 1:
        said["kept_sentence"] = KEPT[week // 4 % len(KEPT)]
    if week % 3 == 0:
        said["to_try"] = TO_TRY[week // 3 % len(TO_TRY)]
    if week % 9 == 6:
        said |= {"to_try_went": "Twice. The second time I laughed.", "to_try_set_down": True}
    if week % 7 == 2:
        said |= {
            "held_back": "little",
            "held_back_text": HELD_BACK[week // 7 % len(HELD_BACK)],
            "held_back_goes": "only_me",
        }
    if week % 10 == 3:
        said |= {"felt_off": "wobble", "talked": ("not_yet", "partly", "yes")[week // 10 % 3]}
    return said


def points(
    today: datetime,
    zone: str,
    noted: Sequence[CheckIn],
    made: Sequence[Part],
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
                text=text,
                tags=(tag,),
                state="brought",
                session=one.id,
                settled_at=one.ends,
                outcome=outcome,
                rank=float(number),
            )
    written = [one for one in noted if one.note and one.at > today - timedelta(days=3)]
    begin = max(today - timedelta(days=2), happened[-1].logged_at)
    sources = {0: happened[-1].id, 1: written[-1].id if written else ""}
    for place, (text, tag) in enumerate(OPEN):
        at = begin - timedelta(hours=place)
        number += 1
        yield TalkingPoint(
            id=ulid(at, number, random),
            at=at,
            text=text,
            tags=(tag,),
            pinned=place == 0,
            rank=float(place),
            source=sources.get(place) or _named(text, made),
        )
    for text in LATER:
        at = today - timedelta(days=20)
        number += 1
        yield TalkingPoint(
            id=ulid(at, number, random),
            at=at,
            text=text,
            state="later",
            settled_at=at,
            session=past[-3].id if len(past) > 2 else "",
        )
    at = today - timedelta(days=5)
    yield TalkingPoint(
        id=ulid(at, number + 1, random),
        at=at,
        text=HELD_BACK[0],
        tags=("between_us",),
        private=True,
        rank=10.0,
        source=next((one.id for one in reversed(past) if one.held_back), ""),
    )


def _named(text: str, made: Sequence[Part]) -> str:
    """The part that it came from: the one it names."""
    return next((one.id for one in made if one.name in text), "")
