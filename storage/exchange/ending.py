"""What has no day in plain words: the list, people, parts, ways, plans, and what was set."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, TypeVar

from domain.bringing import SourceEntry
from domain.entries import (
    Closeness,
    Entry,
    Part,
    Person,
    Schedule,
    Settings,
    TalkingPoint,
    Therapy,
    Way,
)
from domain.leaving import words_in
from domain.looking_back.look import look_of
from domain.private import source_of
from storage.exchange import wording
from storage.exchange.markdown import Told, facts, written
from storage.exchange.telling import Known, day_in_words, told

T = TypeVar("T", bound=Entry)
Section = tuple[str, int, tuple[Told, ...]]
"""A title, its level from 1, and what stands below it."""
ORDINALS: Final = ("first", "second", "third", "fourth", "last")


def ends(entries: Sequence[Entry], known: Known) -> Iterator[Section]:
    """The sections at the end, of which there is something."""
    yield from _list(_of(TalkingPoint, entries), known)
    sections = (
        ("People & places", tuple(_person(one, known) for one in _of(Person, entries))),
        (known.word.title, tuple(_part(one, known) for one in _of(Part, entries))),
        ("Ways of staying safe", tuple(_way(one) for one in _of(Way, entries))),
        ("Therapists and groups", tuple(_therapy(one) for one in _of(Therapy, entries))),
        ("Plans for sessions", tuple(_schedule(one, known) for one in _of(Schedule, entries))),
        ("What you have set", tuple(said for one in _of(Settings, entries) for said in _set(one))),
    )
    yield from ((title, 2, said) for title, said in sections if said)


def _of(kind: type[T], entries: Iterable[Entry]) -> list[T]:
    return [one for one in entries if isinstance(one, kind)]


def _list(points: list[TalkingPoint], known: Known) -> Iterator[Section]:
    if points:
        yield "To bring", 2, ()
    for state, title in wording.STATES.items():
        some = [one for one in points if one.state == state]
        some.sort(key=lambda one: (not one.pinned, one.between_us, one.rank, one.id))
        if some:
            yield title, 3, tuple(_point(one, known) for one in some)


def _point(one: TalkingPoint, known: Known) -> Told:
    tags = (known.word.many if tag == "parts" else tag.replace("_", " ") for tag in one.tags)
    marks = ("If only one thing, this" if one.pinned else "", "Private" if one.private else "")
    return Told(
        day_in_words(one.at.date()),
        (
            *filter(None, marks),
            *facts(
                ("About", ", ".join(tags)),
                ("For", known.named(one.therapy)),
                ("From", _source(one, known)),
                (wording.STATES[one.state], _day(one.settled_at)),
            ),
        ),
        written(
            ("", words_in(one, known.entries, known.names)),
            ("The first sentence", one.first_sentence),
            ("What came of it", one.outcome),
        ),
    )


def _source(point: TalkingPoint, known: Known) -> str:
    source = known.entries.get(source_of(point))
    if isinstance(source, Person | Part):
        return source.name
    if isinstance(source, SourceEntry):
        return f"{told(source, known).title}, {_day(source.at)}"
    return "Looking back" if look_of(point.source) else ""


def _day(at: datetime | None) -> str:
    return day_in_words(at.date()) if at else ""


def _resting(one: Person | Part) -> tuple[str, str]:
    return "Resting since", _day(one.resting_since)


def _person(one: Person, known: Known) -> Told:
    close = (f"{_day(each.at)}: {_close(each)}" for each in one.closeness)
    return Told(
        one.name,
        facts(
            ("In a word", one.bond),
            ("My therapist", known.named(one.therapy) or "yes" if one.therapy else ""),
            _resting(one),
            ("How close, and how close you'd like", "; ".join(close)),
        ),
    )


def _close(told: Closeness) -> str:
    said = (f"{name} {step}" for name, step in (("now", told.now), ("wish", told.wish)) if step)
    return ", ".join(said) or "taken off"


def _part(one: Part, known: Known) -> Told:
    said = ((label, getattr(one, name)) for name, label in wording.PART_FACTS.items())
    return Told(
        one.name,
        facts(
            ("Role", wording.ROLES.get(one.role, "")),
            ("Who it shows up around", known.named(*one.around)),
            _resting(one),
        ),
        written(*said),
    )


def _way(one: Way) -> Told:
    return Told(one.name, (), written(("How it helps", one.helps), ("What it costs", one.costs)))


def _therapy(one: Therapy) -> Told:
    stopped = day_in_words(one.ended) if one.ended else ""
    return Told(one.name.strip() or "Therapy", facts(("Stopped", stopped)))


def _schedule(one: Schedule, known: Known) -> Told:
    breaks = (
        f"{day_in_words(each.first)} until {day_in_words(each.last) if each.last else 'you say so'}"
        for each in one.breaks
    )
    return Told(
        _when(one),
        facts(
            ("For", known.named(one.therapy)),
            ("How long", f"{one.length} minutes"),
            ("By the clock of", one.zone),
            ("From", day_in_words(one.start.date())),
            ("Until", day_in_words(one.until) if one.until else ""),
            ("Breaks", "; ".join(breaks)),
        ),
    )


def _when(schedule: Schedule) -> str:
    start = schedule.start
    nth = (start.day - 1) // 7
    day = f"{-1 if nth == 4 else nth + 1}{f'{start:%a}'[:2].upper()}"
    known = {
        "FREQ=WEEKLY": f"{start:%A}s",
        "FREQ=WEEKLY;INTERVAL=2": f"Every other {start:%A}",
        "FREQ=WEEKLY;INTERVAL=4": f"Every fourth {start:%A}",
        f"FREQ=MONTHLY;BYDAY={day}": f"The {ORDINALS[nth]} {start:%A} of a month",
    }
    return f"{known.get(schedule.rule, schedule.rule)}, {start:%H:%M}"


def _set(one: Settings) -> Iterator[Told]:
    own = (each.text for each in one.own_prompts)
    people = (f"{each.name}, {each.number}. {each.about}".strip() for each in one.supporters)
    lists = (
        ("Your own people to turn to", tuple(people)),
        ("Words of your own", (*one.own_words, *one.own_body_words)),
        ("Questions of your own", tuple(own)),
        ("Names that a sheet shows as initials", one.names),
    )
    for title, some in lists:
        if said := tuple(each for each in some if each.strip()):
            yield Told(title, said)
    if one.out_of_hours.strip():
        yield Told("What your therapist said about out of hours", (), (("", one.out_of_hours),))
