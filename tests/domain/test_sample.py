"""The invented journal is diverse, the same each time, and never in the future."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from ulid import ULID

from domain import part_map, web
from domain.days import day_of
from domain.entries import (
    BLENDS,
    CANT_TELL,
    FIRST_THERAPY,
    LINES,
    MOMENT_KINDS,
    REPAIRS,
    AfterContact,
    CheckIn,
    Entry,
    Moment,
    Part,
    PartMap,
    Person,
    Reflection,
    Schedule,
    Sitting,
    TalkingPoint,
    TherapySession,
    Way,
)
from domain.language import LANGUAGES, speak
from domain.moments import line_on, still_open, with_person
from domain.naming import shortened
from domain.parts import last_noted, newest_first
from domain.people import mentioned
from domain.prompts import of_families, prompt, prompts
from domain.questions import DAY_FAMILIES
from domain.resting import going, resting
from domain.sample import NAMES, sample_entries
from domain.sample.check_ins import ANY, EASY, HARD, check_ins
from domain.sample.moments import AFTER_CONTACT, IN_A_CHECK_IN, MOMENTS, WAYS
from domain.sample.parts import PARTS
from domain.sample.people import PEOPLE
from domain.sample.sessions import BROUGHT, HELD_BACK, KEPT, LATER, OPEN, STILL_HERE, TO_TRY
from domain.sample.sittings import REFLECTIONS, SITTINGS
from domain.sessions import Course
from domain.words import body_words, quarters
from tests.entry_strategies import moments

TODAY = datetime(2026, 11, 24, 11, 0, tzinfo=timezone(timedelta(hours=1)))
REAL_NAMES = {"Jun", "Noor", "Priya", "Tomás", "Kit", "Lu", "Ines"}
"""They are no words, and the same in every language."""


E = TypeVar("E")


@pytest.fixture(scope="module")
def sample() -> list[CheckIn]:
    return list(check_ins(TODAY))


@pytest.fixture(scope="module")
def every() -> list[Entry]:
    return list(sample_entries(TODAY))


def of(kind: type[E], every: Iterable[Entry]) -> list[E]:
    """Those of a kind."""
    return [one for one in every if isinstance(one, kind)]


def called(every: Iterable[Entry]) -> dict[str, str]:
    """The names of parts, people and ways, by their ids."""
    return {one.id: one.name for one in every if isinstance(one, Part | Person | Way)}


def test_it_is_the_same_each_time(sample: list[CheckIn]) -> None:
    assert list(check_ins(TODAY)) == sample
    assert list(sample_entries(TODAY)) == list(sample_entries(TODAY))


def in_language(language: str) -> list[Entry]:
    """The sample as it is in a language."""
    speak(language)
    return list(sample_entries(TODAY))


def texts(every: Sequence[Entry]) -> set[str]:
    """What is written in it, but for chosen words, which are kept in English."""
    found: set[str] = set()

    def noted(text: str) -> str:
        found.add(text)
        return text

    for one in every:
        shortened(one, noted)
    chosen = {word for one in of(CheckIn, every) for word in (*one.feelings, *one.body)}
    return found - chosen - {one.icon for one in of(Person, every)}


@pytest.mark.parametrize("language", sorted({*LANGUAGES} - {"en"}))
def test_it_is_the_same_in_every_language_but_for_its_texts(
    every: list[Entry], language: str
) -> None:
    said = in_language(language)

    def hidden(one: Entry) -> Entry:
        return shortened(one, lambda text: "·" if text else "")

    assert [hidden(one) for one in said] == [hidden(one) for one in every]
    chosen = [[one.feelings for one in of(CheckIn, some)] for some in (said, every)]
    assert chosen[0] == chosen[1]
    assert len(texts(said)) == len(texts(every))
    assert texts(said) & texts(every) == REAL_NAMES


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_in_what_tells_of_them(language: str) -> None:
    said = in_language(language)
    assert all(any(name in one.note for one in of(CheckIn, said)) for name in NAMES)
    parts = {one.id: one.name for one in of(Part, said)}
    (point,) = (one for one in of(TalkingPoint, said) if one.source in parts)
    assert parts[point.source] in point.text


def test_ids_are_ulids_of_their_time(sample: list[CheckIn], every: list[Entry]) -> None:
    assert all(one.id < other.id for one, other in pairwise(sample))
    assert all(ULID.from_str(one.id).datetime == one.logged_at for one in sample)
    for kind in (AfterContact, Moment, Part, PartMap, Person, Reflection, Sitting, Way):
        some = [one for one in every if isinstance(one, kind)]
        assert all(one.id < other.id for one, other in pairwise(some))
        for one in some:
            told = one.logged_at if isinstance(one, Moment) else one.at
            assert ULID.from_str(one.id).datetime == told


def test_it_has_about_two_and_a_half_a_day_with_gaps(sample: list[CheckIn]) -> None:
    days = sorted({day_of(one.at, 4) for one in sample})
    assert 2.2 < len(sample) / len(days) < 2.9
    assert timedelta(days=725) < days[-1] - days[0] <= timedelta(days=731)
    assert len(days) < 700
    assert max(later - earlier for earlier, later in pairwise(days)) >= timedelta(days=21)


def test_it_has_something_of_everything(sample: list[CheckIn]) -> None:
    assert {one.place for one in sample} >= {(1, 1), (1, 7), (7, 1), (7, 7)}
    for name in ("pleasantness", "energy", "connection"):
        assert {getattr(one, name) for one in sample} == {None, CANT_TELL, *range(1, 8)}
    assert any(one.note and not one.has_mood and one.connection is None for one in sample)
    assert sum(one.recalled for one in sample) > 50
    assert {word for one in sample for word in one.feelings} >= {w for q in quarters() for w in q}
    assert {word for one in sample for word in one.body} == set(body_words())
    assert {one.note for one in sample} == {"", *EASY, *HARD, *ANY}
    assert len({one.at.utcoffset() for one in sample}) == 3


def test_notes_are_many_and_free_of_what_the_app_never_says() -> None:
    said = [*(text for text, *_ in (*BROUGHT, *OPEN)), *LATER, *STILL_HERE, *TO_TRY]
    inward = [text for one in SITTINGS.values() for some in one.said.values() for text in some]
    inward += [text for _, text in REFLECTIONS.values()]
    happened = [one["text"] for one in (*MOMENTS.values(), IN_A_CHECK_IN)]
    notes = [*EASY, *HARD, *ANY, *said, *KEPT, *HELD_BACK, *inward, *happened]
    assert len(set(notes)) == len(notes) >= 100
    told = (*PARTS.values(), *PEOPLE.values(), *WAYS.values(), *MOMENTS.values())
    facts = [one for some in told for one in some.values() if isinstance(one, str)]
    notes += [one for one in facts if one != "My therapist"]
    notes += [tag for one in MOMENTS.values() for tag in one.get("tags", ())]
    never = ("should", "must", "symptom", "trigger", "patient", "diagnos", "toxic", "therap")
    assert not [note for note in notes if any(word in note.casefold() for word in never)]
    assert not all(note.isascii() for note in notes)


@pytest.mark.parametrize(
    ("now", "clocks"),
    [((11, 0), ["08:10", "10:45"]), ((8, 10), ["08:10"]), ((8, 9), []), ((0, 30), [])],
)
def test_the_last_are_of_this_morning(now: tuple[int, int], clocks: list[str]) -> None:
    today = TODAY.replace(hour=now[0], minute=now[1])
    some = [one.at for one in check_ins(today) if one.at > today.replace(hour=4)]
    assert [f"{at:%H:%M}" for at in some if day_of(at, 4) == today.date()] == clocks


@settings(max_examples=15, deadline=None)
@given(moments)
def test_nothing_lies_in_the_future(today: datetime) -> None:
    every = [one for one in sample_entries(today) if not isinstance(one, Schedule)]
    names = ("at", "logged_at", "edited_at", "settled_at", "resting_since")
    times = {name: [getattr(one, name, None) for one in every] for name in names}
    assert not [at for some in times.values() for at in some if at is not None and at > today]
    assert None not in times["at"]
    assert all(one.at <= one.logged_at for one in every if isinstance(one, CheckIn | Moment))
    told = [[one.at, *(step.at for step in one.closeness)] for one in of(Person, every)]
    told += [[one.logged_at, *(step.at for step in one.mending)] for one in of(Moment, every)]
    for steps in told:
        assert all(step <= after for step, after in pairwise(steps))
        assert steps[-1] <= today


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 12, 1)])
def test_summer_is_an_hour_ahead(day: date) -> None:
    today = datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    for one in list(check_ins(today))[:100]:
        assert one.at.astimezone(today.tzinfo).utcoffset() == one.at.utcoffset()


def test_today_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        list(check_ins(datetime.now(UTC).replace(tzinfo=None)))


@settings(max_examples=15, deadline=None)
@given(moments)
def test_a_year_of_weekly_sessions_ends_today(today: datetime) -> None:
    every = list(sample_entries(today, "Europe/Berlin"))
    (schedule,) = (one for one in every if isinstance(one, Schedule))
    noted = tuple(one for one in every if isinstance(one, TherapySession))
    points = [one for one in every if isinstance(one, TalkingPoint)]
    course = Course((schedule,), noted)
    assert len({one.id for one in every}) == len(every)
    assert 45 <= len(noted) <= 53
    assert all(one.ends <= today for one in noted)
    assert course.unsaid(today) is None
    coming = course.next(today)
    assert coming is not None
    assert 1 <= (coming.at.date() - today.date()).days <= 3
    assert len({one.status for one in noted}) == 5
    assert [len([one for one in points if one.state == state]) for state in ("open", "later")] == [
        5,
        2,
    ]
    assert sum(one.pinned for one in points) == sum(one.private for one in points) == 1
    known = {one.id for one in every}
    assert all(one.source in known for one in points if one.source)
    assert all(course.session(one.session) for one in points if one.session)
    last = course.last(today)
    assert last is not None
    assert last.to_try
    assert any(name in one.text for one in points for name in NAMES)
    assert not {one.name for one in every if isinstance(one, Person)} & set(NAMES)


def test_five_parts_go_on_and_one_rests(every: list[Entry]) -> None:
    made = of(Part, every)
    last = newest_first(going(made), last_noted(of(CheckIn, every), of(Sitting, every)))
    assert [(one.name, one.shape, one.color, one.role) for one in last] == [
        ("The Planner", "hexagon", "spruce", "works_ahead"),
        ("Static", "star", "plum", "jumps_in_fast"),
        ("Doorkeeper", "shield", "clay", "works_ahead"),
        ("Moss", "pebble", "moss", "tender"),
        ("Kite", "kite", "honey", "unsure"),
    ]
    assert len(resting(made)) == 1
    assert len({(one.shape, one.color) for one in made}) == len(made) == 6
    names = called(every)
    around = {one.name: [names[id] for id in one.around] for one in made if one.around}
    assert around == {"Doorkeeper": ["Noor", "Jun"], "Static": ["Jun"]}
    assert any(one.hopes for one in made)
    assert any(one.worries for one in made)


def test_check_ins_are_the_same_but_for_who_was_there(
    sample: list[CheckIn], every: list[Entry]
) -> None:
    alone = [replace(one, people=(), connected_with="", parts=()) for one in of(CheckIn, every)]
    assert alone == sample


def test_some_check_ins_have_people_and_parts(every: list[Entry]) -> None:
    year = [one for one in of(CheckIn, every) if one.at > TODAY - timedelta(days=335)]
    assert 0.28 < sum(bool(one.people) for one in year) / len(year) < 0.38
    assert 0.2 < sum(bool(one.parts) for one in year) / len(year) < 0.3
    assert {len(one.people) for one in year} == {len(one.parts) for one in year} == {0, 1, 2}
    assert {here.blend for one in year for here in one.parts} == {"", *BLENDS}
    ids = {id for one in year for id in (*one.people, *(here.part for here in one.parts))}
    assert ids == {one.id for one in every if isinstance(one, Part | Person)}
    (chair,) = (one.id for one in of(Person, every) if one.therapy)
    assert 0 < sum(chair in one.people for one in year) < len(year) / 50


def test_connection_is_told_for_one_who_was_there_at_a_handful(every: list[Entry]) -> None:
    some = [one for one in of(CheckIn, every) if one.connected_with]
    assert 5 <= len(some) <= 20
    assert called(every)[some[-1].connected_with] == "Jun"
    assert all(one.connected_with in one.people for one in some)
    assert all(isinstance(one.connection, int) for one in some)


@pytest.mark.parametrize("days", [3, 14])
@pytest.mark.parametrize("hour", [0, 11, 23])
def test_some_were_there_lately(days: int, hour: int) -> None:
    today = TODAY.replace(hour=hour)
    some = of(CheckIn, sample_entries(today))
    late = [one for one in some if one.at > today - timedelta(days=days)]
    assert any(one.people for one in late)
    assert any(one.parts for one in late)


def test_people_are_those_of_the_picture_and_one_rests(every: list[Entry]) -> None:
    known = of(Person, every)
    assert {(one.name, one.icon, one.color) for one in going(known)} == {
        ("Jun", "", "plum"),
        ("Noor", "", "clay"),
        ("Choir", "music", "slate"),
        ("Biscuit", "paw", "sand"),
        ("My therapist", "chair", "spruce"),
        ("Allotment", "plant", "moss"),
        ("Tomás", "", "sand"),
        ("Kit", "", "honey"),
        ("Lu", "", "rose"),
        ("Ines", "", "rose"),
    }
    assert [one.name for one in resting(known)] == ["Priya"]
    assert all(one.bond for one in known)
    assert len({one.angle for one in known}) == len(known)
    assert [one.name for one in known if one.therapy == FIRST_THERAPY] == ["My therapist"]


def test_a_year_of_closeness_is_told_with_gaps_either_way(every: list[Entry]) -> None:
    known = of(Person, every)
    told = [one for who in known for one in who.closeness]
    assert {who.name: who.close and (who.close.now, who.close.wish) for who in going(known)} == {
        "Jun": (4, 5),
        "Noor": (6, None),
        "Choir": (5, None),
        "Biscuit": (6, None),
        "My therapist": (4, 5),
        "Allotment": (3, None),
        "Tomás": (1, 1),
        "Kit": (6, 6),
        "Lu": (3, 2),
        "Ines": (2, 3),
    }
    assert all(1 <= len(who.closeness) <= 14 for who in known)
    assert TODAY - min(one.at for one in told) > timedelta(days=350)
    gaps = [one.wish - one.now for one in told if one.wish and one.now]
    assert min(gaps) < 0 < max(gaps)
    assert 0 in gaps
    jun = next(who for who in known if who.name == "Jun")
    assert [day_of(one.at, 4) for one in jun.closeness][-1] == TODAY.date() - timedelta(days=2)


def test_the_web_of_today_is_as_in_the_picture(every: list[Entry]) -> None:
    shown = web.on(of(Person, every), of(Moment, every), TODAY.date(), 4)
    assert {one.person.name: one.line for one in shown} == {
        "Jun": "partly",
        "Noor": "mended",
        "Choir": "whole",
        "Biscuit": "whole",
        "My therapist": "partly",
        "Allotment": "whole",
        "Tomás": "left",
        "Kit": "whole",
        "Lu": "whole",
        "Ines": "open",
    }
    for one in shown:
        assert (one.angle, one.distance) == (one.person.angle, web.ring(one.near))


def test_the_web_has_few_at_first_and_never_many(every: list[Entry]) -> None:
    days = [TODAY.date() - timedelta(days=ago) for ago in (359, 352, 300, 235, 150, 90, 30, 0)]
    webs = [web.on(of(Person, every), of(Moment, every), day, 4) for day in days]
    assert [len(one) for one in webs] == [0, 3, 8, 9, 11, 11, 10, 10]
    seen = [tuple((one.person.name, one.near, one.line) for one in some) for some in webs]
    assert len(set(seen)) == len(seen)


def test_moments_are_of_every_kind_and_stand_in_every_way(every: list[Entry]) -> None:
    names, happened = called(every), of(Moment, every)
    assert len(happened) == len(MOMENTS) + 1 == 18
    assert {one.kind for one in happened} == set(MOMENT_KINDS)
    assert {one.repair for one in happened if one.kind == "rupture"} == set(REPAIRS)
    assert all(not one.mending for one in happened if one.kind != "rupture")
    assert all(len(one.people) == 1 for one in happened)
    ruptures = [(names[one.people[0]], one.repair) for one in still_open(happened)]
    assert ruptures == [("Jun", "partly"), ("Ines", "open"), ("My therapist", "partly")]
    (unwanted,) = (one for one in happened if one.repair == "not_wanted")
    (who,) = unwanted.people
    assert line_on(with_person(happened, who), TODAY.date(), 4) != "left"
    day = TODAY.date()
    assert [day_of(one.at, 4) for one in happened[-2:]] == [
        day - timedelta(days=6),
        day - timedelta(days=2),
    ]
    assert day_of(happened[-1].mending[-1].at, 4) == day - timedelta(days=1)


def test_more_was_told_of_some_moments(every: list[Entry]) -> None:
    happened = of(Moment, every)
    assert 10 <= sum(one.told_more for one in happened) < len(happened)
    assert {one.could_say for one in happened} == {"", "yes", "partly", "no", "not_safely"}
    assert {one.more_say for one in happened} == {"", "them", "shared", "me", "system", "unsure"}
    assert {one.turned_out for one in happened} == {"", "confirmed", "surprised"}
    assert {word for one in happened for word in one.felt} == {
        "visible",
        "unseen",
        "safe",
        "on_guard",
    }
    assert {word for one in happened for word in one.need} == {"known", "said", "met"}
    assert {word for one in happened for word in one.limit} == {"said", "respected", "missed"}
    assert all(bool(one.if_i_show) == bool(one.they_will) for one in happened)
    assert any(one.story for one in happened)
    assert 2 <= sum(bool(one.tags) for one in happened) <= 4
    own = of(Way, every)
    assert {id for one in happened for id in one.ways} == {one.id for one in own}
    assert all(one.helps and one.costs for one in own)


def test_one_moment_was_told_in_a_check_in(every: list[Entry]) -> None:
    (one,) = (one for one in of(Moment, every) if one.told_in)
    told_in = next(other for other in of(CheckIn, every) if other.id == one.told_in)
    assert (one.at, one.logged_at) == (told_in.at, told_in.logged_at)
    assert set(one.people) <= set(told_in.people)


def test_after_contact_lines_stay_empty_at_times(every: list[Entry]) -> None:
    names, contacts = called(every), of(AfterContact, every)
    assert len(contacts) == len(AFTER_CONTACT) == 6
    lines = [tuple(getattr(one, line) for line in LINES) for one in contacts]
    assert {line for some in lines for line in some} == {"", "less", "same", "more"}
    assert all(one.answered for one in contacts)
    assert sum("" in some for some in lines) == 5
    last = contacts[-1]
    assert (names[last.person], lines[-1]) == ("Jun", ("same", "more", "same", "", "more"))
    assert day_of(last.at, 4) == TODAY.date() - timedelta(days=1)


def test_the_first_thing_on_the_list_is_from_the_last_moment(every: list[Entry]) -> None:
    names, last = called(every), of(Moment, every)[-1]
    (point,) = (one for one in of(TalkingPoint, every) if one.source == last.id)
    assert point.pinned
    assert names[last.people[0]] in point.text


def test_those_mentioned_since_the_session_are_many(every: list[Entry]) -> None:
    begin = max(one.at for one in of(TherapySession, every))
    late = [one for one in of(CheckIn, every) if one.at > begin]
    names = called(every)
    assert {names[id] for id in mentioned(late)} >= {"Jun", "Kit", "Choir", "Allotment", "Ines"}


def test_the_map_has_days_of_its_own_and_is_drawn_as_in_the_picture(every: list[Entry]) -> None:
    names, made, maps = called(every), of(Part, every), of(PartMap, every)
    assert len(part_map.days_of(maps, 4)) == len(maps) == 5
    assert len({(one.spots, one.relations) for one in maps}) == 5
    assert [len(one.spots) for one in maps] == [3, 4, 5, 4, 5]
    assert {part for one in maps for part in one.off} <= set(names)
    last = maps[-1]
    assert [part_map.in_words(line, names) for line in last.relations] == [
        "Doorkeeper backs up The Planner.",
        "Doorkeeper protects Moss.",
        "The Planner pulls against Static.",
        "Moss avoids Static.",
        "Something is between Kite and Static.",
    ]
    shown = part_map.laid_out(last, going(made))
    assert {one.part.name: (one.x, one.y) for one in shown} == {
        "Doorkeeper": (84, 102),
        "The Planner": (268, 92),
        "Moss": (70, 302),
        "Static": (278, 304),
        "Kite": (176, 396),
    }
    for one in maps:
        size, spots = part_map.radius(len(one.spots)), [(spot.x, spot.y) for spot in one.spots]
        assert [part_map.kept_in(*spot, size) for spot in spots] == spots


def test_sittings_end_in_every_way_and_none_is_with_a_tender_part(every: list[Entry]) -> None:
    names, sittings = called(every), of(Sitting, every)
    kept = {one.id for one in of(Part, every) if one.tender or one.resting}
    assert not {id for one in sittings for id in (one.part, one.other)} & kept
    assert [(one.stage, one.gate_open, one.toward) for one in sittings] == [
        ("finished", True, ("curious",)),
        ("finished", False, ("annoyed",)),
        ("finished", False, ("scared",)),
        ("finished", True, ("caring", "curious")),
        ("finished", True, ("okay",)),
        ("no_answer", True, ("neutral",)),
        ("finished", True, ("curious",)),
        ("stopped", False, ()),
        ("finished", True, ("curious", "okay")),
    ]
    assert [(names[one.part], names[one.other]) for one in sittings if one.other] == [
        ("The Planner", "Static")
    ]
    assert not any(one.asking for one in sittings)
    assert sum(reply.declined for one in sittings for reply in one.replies) == 1


def test_all_that_was_told_to_a_sitting_is_in_it(every: list[Entry]) -> None:
    for one, told in zip(of(Sitting, every), SITTINGS.values(), strict=True):
        said = [(id, text) for id, some in told.said.items() for text in some]
        replies = [reply for reply in one.replies if not reply.declined]
        assert [(reply.prompt, reply.text) for reply in replies] == said
        assert {reply.part for reply in one.replies} == (
            {one.part, one.other} if one.other else {""}
        )
        for reply in one.replies:
            assert reply.asked == prompt(reply.prompt).text
            assert one.gate_open or prompt(reply.prompt).depth == "light"


def test_questions_of_a_year_were_answered_but_not_that_of_today(every: list[Entry]) -> None:
    some = of(Reflection, every)
    may_be_asked = {one.id for one in (*prompts("connection"), *of_families(*DAY_FAMILIES))}
    assert 18 <= len(some) <= 24
    assert {one.prompt for one in some} <= may_be_asked
    assert all(one.asked == prompt(one.prompt).text for one in some)
    assert len({one.prompt for one in some}) == len(some)
    assert some[-1].at < TODAY - timedelta(days=2)
    assert some[0].at > TODAY - timedelta(days=366)


@settings(max_examples=15, deadline=None)
@given(moments)
def test_nothing_points_to_what_was_not_there_yet(today: datetime) -> None:
    every = list(sample_entries(today))
    made = {one.id: one for one in of(Part, every)}
    known = {one.id: one for one in of(Person, every)}
    assert all(id in known for one in made.values() for id in one.around)
    met = [one for one in every if isinstance(one, CheckIn | Moment)]
    seen = [(id, one.at) for one in met for id in one.people]
    seen += [(one.person, one.at) for one in of(AfterContact, every)]
    for id, at in seen:
        since = known[id].resting_since
        assert known[id].at <= at
        assert since is None or at < since
    own = {one.id: one for one in of(Way, every)}
    assert all(own[id].at <= one.at for one in of(Moment, every) for id in one.ways)
    happened = {one.id: one for one in of(Moment, every)}
    (point,) = (one for one in of(TalkingPoint, every) if one.source in happened)
    assert happened[point.source].logged_at <= point.at
    told_in = {one.id for one in of(CheckIn, every)}
    assert {one.told_in for one in of(Moment, every)} <= {"", *told_in}
    here = [(here.part, one.at) for one in of(CheckIn, every) for here in one.parts]
    for map in of(PartMap, every):
        ends = {id for line in map.relations for id in (line.one, line.other)}
        here += [(id, map.at) for id in {*ends, *map.off, *(spot.part for spot in map.spots)}]
    for sitting in of(Sitting, every):
        here += [(id, sitting.at) for id in (sitting.part, sitting.other) if id]
    assert {id for id, _ in here} == set(made)
    for id, at in here:
        since = made[id].resting_since
        assert made[id].at <= at
        assert since is None or at < since
