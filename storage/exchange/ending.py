"""What has no day in plain words: the list, people, parts, ways, plans, and what was set."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final, TypeVar

from domain import dates, wording
from domain.bringing import SourceEntry, tag_in_words
from domain.entries import (
    Break,
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
from domain.language import N_, tr, trn, trp
from domain.leaving import words_in
from domain.looking_back.look import look_of
from domain.private import source_of
from storage.exchange.markdown import Told, facts, written
from storage.exchange.telling import Known, told

T = TypeVar("T", bound=Entry)
Section = tuple[str, int, tuple[Told, ...]]
"""A title, its level from 1, and what stands below it."""
EVERY: Final = {
    "FREQ=WEEKLY": N_("{weekday}s, {time}"),
    "FREQ=WEEKLY;INTERVAL=2": N_("Every other {weekday}, {time}"),
    "FREQ=WEEKLY;INTERVAL=4": N_("Every fourth {weekday}, {time}"),
}
BY_DAY: Final = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OF_A_MONTH: Final = (
    N_("The first {weekday} of a month, {time}"),
    N_("The second {weekday} of a month, {time}"),
    N_("The third {weekday} of a month, {time}"),
    N_("The fourth {weekday} of a month, {time}"),
    N_("The last {weekday} of a month, {time}"),
)


def ends(entries: Sequence[Entry], known: Known) -> Iterator[Section]:
    """The sections at the end, of which there is something."""
    yield from _list(_of(TalkingPoint, entries), known)
    sections = (
        (tr("People & places"), tuple(_person(one, known) for one in _of(Person, entries))),
        (known.word.tr("Parts"), tuple(_part(one, known) for one in _of(Part, entries))),
        (tr("Ways of staying safe"), tuple(_way(one) for one in _of(Way, entries))),
        (tr("Therapists and groups"), tuple(_therapy(one) for one in _of(Therapy, entries))),
        (
            tr("Plans for sessions"),
            tuple(_schedule(one, known) for one in _of(Schedule, entries)),
        ),
        (
            tr("What you have set"),
            tuple(said for one in _of(Settings, entries) for said in _set(one)),
        ),
    )
    yield from ((title, 2, said) for title, said in sections if said)


def _of(kind: type[T], entries: Iterable[Entry]) -> list[T]:
    return [one for one in entries if isinstance(one, kind)]


def _list(points: list[TalkingPoint], known: Known) -> Iterator[Section]:
    if points:
        yield tr("To bring"), 2, ()
    for state, title in wording.states().items():
        some = [one for one in points if one.state == state]
        some.sort(key=lambda one: (not one.pinned, one.between_us, one.rank, one.id))
        if some:
            yield title, 3, tuple(_point(one, known) for one in some)


def _point(one: TalkingPoint, known: Known) -> Told:
    tags = (tag_in_words(tag, known.word) for tag in one.tags)
    marks = (
        tr("If only one thing, this") if one.pinned else "",
        tr("Private") if one.private else "",
    )
    return Told(
        dates.day_and_year(one.at),
        (
            *filter(None, marks),
            *facts(
                (trp("topic", "About"), ", ".join(tags)),
                (trp("therapy", "For"), known.named(one.therapy)),
                (trp("source", "From"), _source(one, known)),
                (wording.states()[one.state], _day(one.settled_at)),
            ),
        ),
        written(
            ("", words_in(one, known.entries, known.names)),
            (tr("The first sentence"), one.first_sentence),
            (tr("What came of it"), one.outcome),
        ),
    )


def _source(point: TalkingPoint, known: Known) -> str:
    source = known.entries.get(source_of(point))
    if isinstance(source, Person | Part):
        return source.name
    if isinstance(source, SourceEntry):
        return f"{told(source, known).title}, {_day(source.at)}"
    return tr("Looking back") if look_of(point.source) else ""


def _day(at: datetime | None) -> str:
    return dates.day_and_year(at) if at else ""


def _resting(one: Person | Part) -> tuple[str, str]:
    return tr("Resting since"), _day(one.resting_since)


def _person(one: Person, known: Known) -> Told:
    close = (f"{_day(each.at)}: {_close(each)}" for each in one.closeness)
    return Told(
        one.name,
        facts(
            (tr("In a word"), one.bond),
            (tr("My therapist"), known.named(one.therapy) or tr("yes") if one.therapy else ""),
            _resting(one),
            (tr("How close, and how close you'd like"), "; ".join(close)),
        ),
    )


def _close(told: Closeness) -> str:
    said = (
        trp("closeness", "now {step}", step=told.now) if told.now else "",
        trp("closeness", "wish {step}", step=told.wish) if told.wish else "",
    )
    return ", ".join(filter(None, said)) or trp("closeness", "taken off")


def _part(one: Part, known: Known) -> Told:
    said = ((tr(label), getattr(one, name)) for name, label in wording.PART_FACTS.items())
    return Told(
        one.name,
        facts(
            (tr("Role"), wording.said(wording.ROLES, one.role)),
            (tr("Who it shows up around"), known.named(*one.around)),
            _resting(one),
        ),
        written(*said),
    )


def _way(one: Way) -> Told:
    said = ((tr("How it helps"), one.helps), (tr("What it costs"), one.costs))
    return Told(one.name, (), written(*said))


def _therapy(one: Therapy) -> Told:
    stopped = dates.day_and_year(one.ended) if one.ended else ""
    return Told(one.name.strip() or tr("Therapy"), facts((tr("Stopped"), stopped)))


def _schedule(one: Schedule, known: Known) -> Told:
    return Told(
        _when(one),
        facts(
            (trp("therapy", "For"), known.named(one.therapy)),
            (tr("How long"), trn("{n} minute", "{n} minutes", one.length)),
            (tr("By the clock of"), one.zone),
            (trp("first day", "From"), dates.day_and_year(one.start)),
            (trp("last day", "Until"), dates.day_and_year(one.until) if one.until else ""),
            (tr("Breaks"), "; ".join(map(_break, one.breaks))),
        ),
    )


def _break(one: Break) -> str:
    first = dates.day_and_year(one.first)
    if one.last is None:
        return tr("{first} until you say so", first=first)
    return tr("{first} until {last}", first=first, last=dates.day_and_year(one.last))


def _when(schedule: Schedule) -> str:
    start, rule = schedule.start, schedule.rule
    nth = (start.day - 1) // 7
    monthly = f"FREQ=MONTHLY;BYDAY={-1 if nth == 4 else nth + 1}{BY_DAY[start.weekday()]}"
    said = OF_A_MONTH[nth] if rule == monthly else EVERY.get(rule, "")
    if not said:
        return f"{rule}, {dates.clock(start)}"
    return tr(said, weekday=dates.weekday(start), time=dates.clock(start))


def _set(one: Settings) -> Iterator[Told]:
    own = (each.text for each in one.own_prompts)
    people = (f"{each.name}, {each.number}. {each.about}".strip() for each in one.supporters)
    lists = (
        (tr("Your own people to turn to"), tuple(people)),
        (tr("Words of your own"), (*one.own_words, *one.own_body_words)),
        (tr("Questions of your own"), tuple(own)),
        (tr("Names that a sheet shows as initials"), one.names),
    )
    for title, some in lists:
        if said := tuple(each for each in some if each.strip()):
            yield Told(title, said)
    if one.out_of_hours.strip():
        yield Told(tr("What your therapist said about out of hours"), (), (("", one.out_of_hours),))
