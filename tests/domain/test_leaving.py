"""What leaves: what was chosen, as it is; nothing private; names as initials."""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    AfterContact,
    CheckIn,
    Closeness,
    Draft,
    Entry,
    Here,
    Moment,
    MovedIn,
    Origin,
    Original,
    OwnPrompt,
    Part,
    PartMap,
    PartWord,
    Person,
    Reflection,
    Relation,
    Reply,
    Schedule,
    Settings,
    Sitting,
    Spot,
    Supporter,
    TagMeaning,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)
from domain.leaving import GROUPS, KINDS, Group, Leaving, counts, group_of, leaving
from domain.looking_back.stretch import Stretch
from domain.naming import names_in, shortened
from domain.sample import sample_entries
from tests import entry_strategies as any_of

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)
DAY = timedelta(days=1)
ALL = Leaving(initials=False, private=True)
PLAIN = Leaving(initials=False)
some_entries = st.lists(any_of.entries, max_size=6)
choices = st.builds(
    Leaving,
    stretch=st.none()
    | st.tuples(st.dates(), st.dates()).map(lambda two: Stretch(min(two), max(two))),
    groups=st.frozensets(st.sampled_from(list(GROUPS))),
    initials=st.booleans(),
    private=st.booleans(),
)


def check_in(id: str, at: datetime = NOON, **more: Any) -> CheckIn:
    return CheckIn(id=id, at=at, logged_at=at, **more)


def moment(id: str, at: datetime = NOON, **more: Any) -> Moment:
    return Moment(id=id, at=at, logged_at=at, kind="rupture", **more)


def point(id: str, **more: Any) -> TalkingPoint:
    return TalkingPoint(id=id, at=NOON, **more)


def person(id: str, **more: Any) -> Person:
    return Person(id=id, at=NOON - 99 * DAY, **{"name": id.title(), **more})


def part(id: str, **more: Any) -> Part:
    return Part(id=id, at=NOON - 99 * DAY, **{"name": id.title(), **more})


def out(*entries: Entry, choice: Leaving = PLAIN, day_start: int = 4) -> list[Entry]:
    return list(leaving(entries, choice, day_start))


def ids(entries: list[Entry]) -> list[str]:
    return [one.id for one in entries]


def texts_in(value: Any) -> Iterator[str]:
    """Every text in an entry, ids too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from texts_in(getattr(value, field.name))


# -- all of it -------------------------------------------------------------------------------------


@given(some_entries, st.integers(0, 12))
def test_with_everything_on_every_entry_leaves_as_it_is(every: list[Entry], start: int) -> None:
    assert leaving(every, ALL, start) == tuple(every)


def test_the_whole_sample_leaves_as_it_is() -> None:
    every = tuple(sample_entries(NOON))
    assert leaving(every, ALL, 4) == every


@given(some_entries, choices, st.integers(0, 12))
def test_what_leaves_is_in_the_order_given_and_nothing_is_added(
    every: list[Entry], choice: Leaving, start: int
) -> None:
    left = iter((type(one), one.id) for one in every)
    assert all((type(one), one.id) in left for one in leaving(every, choice, start))


# -- groups ----------------------------------------------------------------------------------------


def test_every_kind_is_in_one_group() -> None:
    in_groups = [kind for kinds in GROUPS.values() for kind in kinds]
    assert set(KINDS) == {*in_groups, Draft} == set(get_args(Entry))
    assert len(KINDS) == len(set(KINDS))


@given(some_entries, st.frozensets(st.sampled_from(list(GROUPS))))
def test_a_group_that_is_off_stays(every: list[Entry], groups: frozenset[Group]) -> None:
    left = leaving(every, replace(ALL, groups=groups), 4)
    assert ids(list(left)) == [one.id for one in every if group_of(one) in groups]


def test_a_draft_goes_with_what_it_becomes() -> None:
    note = Draft(id="a", about="c", text="so", written_at=NOON)
    to_bring = Draft(id="b", about="bring", text="so", written_at=NOON)
    assert [group_of(note), group_of(to_bring)] == ["check_ins", "list"]


# -- a stretch -------------------------------------------------------------------------------------

JUNE = Leaving(stretch=Stretch(date(2026, 6, 1), date(2026, 6, 30)), initials=False, private=True)
BEFORE, AFTER = datetime(2026, 6, 1, 3, tzinfo=UTC), datetime(2026, 7, 1, 4, tzinfo=UTC)
FIRST, LAST = datetime(2026, 6, 1, 4, tzinfo=UTC), datetime(2026, 7, 1, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    "made",
    [
        check_in,
        moment,
        lambda id, at: AfterContact(id=id, at=at, person="jun"),
        lambda id, at: Reflection(id=id, at=at, prompt="", asked="", text=""),
        lambda id, at: Sitting(id=id, at=at, part="p"),
        lambda id, at: PartMap(id=id, at=at),
        lambda id, at: TalkingPoint(id=id, at=at),
        lambda id, at: TherapySession(id=id, at=at),
        lambda id, at: MovedIn(id=id, at=at, source="daylio"),
        lambda id, at: Draft(id=id, written_at=at, about="", text=""),
        lambda id, at: Person(id=id, at=at, name="Jun"),
        lambda id, at: Part(id=id, at=at, name="Moss"),
        lambda id, at: Way(id=id, at=at, name="Jokes"),
    ],
)
def test_of_a_stretch_leaves_what_was_on_its_days(made: Any) -> None:
    every = [made(id, at) for id, at in zip("abcd", (BEFORE, FIRST, LAST, AFTER), strict=True)]
    assert ids(out(*every, choice=JUNE)) == ["b", "c"]
    assert ids(out(*every, choice=JUNE, day_start=0)) == ["a", "b"]


def test_a_stretch_from_a_session_on_begins_with_it() -> None:
    stretch = Stretch(NOON.date(), NOON.date(), NOON, NOON + timedelta(hours=2))
    hours = [check_in(str(hour), NOON + timedelta(hours=hour)) for hour in (-1, 0, 1, 2)]
    assert ids(out(*hours, choice=replace(JUNE, stretch=stretch))) == ["0", "1"]


def test_who_and_what_is_spoken_of_in_a_stretch_comes_along() -> None:
    spoken_of = (
        check_in("a", people=("jun",), connected_with="noor", parts=(Here("moss"),)),
        moment("b", people=("kit",), ways=("jokes",)),
        AfterContact(id="c", at=NOON, person="lu"),
        Sitting(id="d", at=NOON, part="kite", other="static"),
        PartMap(
            id="e",
            at=NOON,
            spots=(Spot("planner", 1, 1),),
            off=("fog",),
            relations=(Relation("one", "protects", "other"),),
        ),
        point("f", source="priya"),
        replace(part("new", around=("ines",)), at=NOON),
    )
    people = [person(id) for id in ("jun", "noor", "kit", "lu", "priya", "ines", "biscuit")]
    parts = [part(id) for id in ("moss", "kite", "static", "planner", "fog", "one", "other", "x")]
    ways = [Way(id=id, at=NOON - 99 * DAY, name="So") for id in ("jokes", "silence")]
    left = ids(out(*spoken_of, *people, *parts, *ways, choice=JUNE))
    stayed = {"biscuit", "x", "silence"}
    every = ids([*spoken_of, *people, *parts, *ways])
    assert left == [id for id in every if id not in stayed]


def test_what_an_older_entry_speaks_of_does_not_come_along() -> None:
    assert out(check_in("a", BEFORE, people=("jun",)), person("jun"), choice=JUNE) == []


def test_of_people_the_closeness_of_the_stretch_comes_along() -> None:
    told = tuple(Closeness(at, now=4) for at in (BEFORE, FIRST, LAST, AFTER))
    jun = person("jun", closeness=told)
    met = check_in("a", people=("jun",))
    assert out(met, jun, choice=JUNE) == [met, replace(jun, closeness=told[1:3])]


def test_what_has_no_day_comes_along() -> None:
    every = (
        Therapy(),
        Schedule(id="s", rule="FREQ=WEEKLY", start=datetime(2020, 1, 1, 9), zone="UTC"),  # noqa: DTZ001
        Settings(),
    )
    assert out(*every, choice=JUNE) == list(every)


# -- what is private -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "private",
    [
        point("x", private=True),
        point("x", tags=("hurt", "between_us")),
        moment("x", people=("jun", "therapist")),
        moment("x", told_in="session"),
        AfterContact(id="x", at=NOON, person="therapist"),
        Draft(id="x", about="a", text="so", written_at=NOON),
    ],
)
def test_what_is_private_stays_until_it_is_let_out(private: Entry) -> None:
    known = (person("therapist", therapy="first"), TherapySession(id="session", at=NOON))
    assert out(*known, private) == list(known)
    assert private in out(*known, private, choice=ALL)


@pytest.mark.parametrize(
    "entry",
    [
        point("x", tags=("hurt",)),
        moment("x", people=("jun",)),
        moment("x", told_in="check-in"),
        AfterContact(id="x", at=NOON, person="jun"),
        Sitting(id="x", at=NOON, part="moss"),
        part("x", says="No."),
        person("x", closeness=(Closeness(NOON, 4),)),
    ],
)
def test_what_is_not_private_leaves_as_it_is(entry: Entry) -> None:
    assert out(person("therapist", therapy="first"), check_in("check-in"), entry)[2:] == [entry]


@pytest.mark.parametrize(
    "source",
    [
        check_in("x", note="so"),
        moment("x", text="so"),
        Reflection(id="x", at=NOON, prompt="", asked="", text="so"),
        Sitting(id="x", at=NOON, part="moss", replies=(Reply("P", "?", "so"),)),
        part("x"),
        person("x"),
    ],
)
@pytest.mark.parametrize("mark", [{"private": True}, {"tags": ("between_us",)}])
@pytest.mark.parametrize("answer", ["", "/0"])
def test_what_a_private_point_came_from_stays(source: Entry, mark: Any, answer: str) -> None:
    came = point("p", source=f"x{answer}", **mark)
    assert out(source, came) == []
    # Another point from there does not give it away either.
    other = point("o", source="x")
    assert out(source, came, other) == [other]


def test_a_stretch_and_a_group_do_not_let_out_what_a_private_point_came_from() -> None:
    old = TalkingPoint(id="p", at=BEFORE, source="x", private=True)
    choice = replace(JUNE, private=False, groups=frozenset(("check_ins",)))
    assert out(check_in("x", note="so"), old, choice=choice) == []


SESSION = TherapySession(
    id="s",
    at=NOON,
    status="happened",
    connection=5,
    held_back="lot",
    held_back_text="That I was cross",
    held_back_goes="only_me",
    felt_off="wobble",
    talked="not_yet",
    kept_sentence="Enough is enough.",
    to_try="Sit",
    to_try_went="Well",
    replies=(Reply("A01", "?", "A window"),),
)


def test_what_was_held_back_or_felt_off_in_a_session_stays() -> None:
    (left,) = out(SESSION)
    assert left == TherapySession(
        id="s",
        at=NOON,
        status="happened",
        connection=5,
        kept_sentence="Enough is enough.",
        to_try="Sit",
        to_try_went="Well",
        replies=(Reply("A01", "?", "A window"),),
    )


def test_of_a_session_that_a_private_point_came_from_no_words_leave() -> None:
    (left,) = out(SESSION, point("p", source="s", private=True))
    assert left == TherapySession(id="s", at=NOON, status="happened", connection=5)


def test_how_close_a_therapist_is_stays() -> None:
    therapist = person("t", therapy="first", closeness=(Closeness(NOON, 4),))
    assert out(therapist) == [replace(therapist, closeness=())]
    assert out(therapist, choice=ALL) == [therapist]


def test_of_settings_only_how_the_app_looks_leaves() -> None:
    plain = {"theme": "dark", "day_start": 6, "two_rows": True, "part_word": PartWord("a", "b")}
    personal = {
        "supporters": (Supporter("Jun", "123"),),
        "names": ("Jun",),
        "region": "GB",
        "out_of_hours": "0123",
        "own_words": ("so",),
        "own_prompts": (OwnPrompt("1", "?", "day"),),
        "title": "Recipes",
    }
    assert out(Settings(**plain, **personal)) == [Settings(**plain)]  # type: ignore[arg-type]


SECRETS = ("held secret", "point secret", "source secret", "ours secret", "draft secret", "mine")
_secret = st.sampled_from(SECRETS)
private_entries = st.one_of(
    st.builds(point, any_of.ids, text=_secret, outcome=_secret, private=st.just(True)),
    st.builds(point, any_of.ids, text=_secret, tags=st.just(("between_us",))),
    st.builds(moment, any_of.ids, text=_secret, story=_secret, people=st.just(("therapist",))),
    st.builds(
        TherapySession,
        id=any_of.ids,
        at=st.just(NOON),
        held_back=st.just("lot"),
        held_back_text=_secret,
    ),
    st.builds(Draft, id=any_of.ids, about=any_of.ids, text=_secret, written_at=st.just(NOON)),
    st.builds(
        lambda text: Settings(supporters=(Supporter(text, text, text),), out_of_hours=text),
        _secret,
    ),
)


@given(
    st.lists(any_of.entries, max_size=6),
    st.lists(private_entries, max_size=6),
    st.sets(st.integers(0, 5)),
    choices,
)
def test_nothing_private_is_ever_among_what_leaves(
    some: list[Entry], private: list[Entry], brought: set[int], choice: Leaving
) -> None:
    # A private point without words of its own has those of what it came from.
    came = [
        point(f"p{place}", source=one.id, private=True)
        for place, one in enumerate(some)
        if place in brought
    ]
    marked: list[Entry] = [
        check_in("m", note="source secret"),
        point("pm", source="m", private=True),
    ]
    every: list[Entry] = [*some, *private, *came, *marked, person("therapist", therapy="first")]
    left = leaving(every, replace(choice, private=False), 4)
    assert not {text for one in left for text in texts_in(one)} & set(SECRETS)
    hidden = {one.source for one in came}
    assert all(isinstance(one, TherapySession | Settings) for one in left if one.id in hidden)


# -- the words of points ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (check_in("x", note="Jun went quiet"), "Jun went quiet"),
        (check_in("x", feelings=("tense",), body=("jaw",)), "tense, jaw"),
        (moment("x", text=" So it was "), "So it was"),
        (part("x", name="Moss", says="No."), "Moss: No."),
        (person("x", name="Jun"), "Jun"),
        (Sitting(id="x", at=NOON, part="m", replies=(Reply("P", "?", "Rest", "m"),)), "Moss: Rest"),
        (check_in("x"), ""),
    ],
)
def test_a_point_keeps_the_words_of_what_stays(source: Entry, words: str) -> None:
    came, moss = point("p", source="x"), part("m", name="Moss")
    only_list = replace(PLAIN, groups=frozenset(("list",)))
    assert out(source, moss, came, choice=only_list) == [replace(came, text=words)]
    assert out(source, moss, came) == [source, moss, came]


def test_a_point_keeps_the_words_of_one_answer_of_a_sitting_that_stays() -> None:
    sitting = Sitting(
        id="x", at=NOON, part="m", replies=(Reply("P", "?", "Rest"), Reply("Q", "?", "Sleep"))
    )
    only_list = replace(PLAIN, groups=frozenset(("list",)))
    for source, words in (("x/1", "Sleep"), ("x/7", ""), ("x", "Rest\nSleep")):
        (left,) = out(sitting, point("p", source=source), choice=only_list)
        assert left == point("p", source=source, text=words)


def test_a_point_that_the_person_showed_keeps_what_was_held_back() -> None:
    came = point("p", source="s", tags=("needs",))
    assert out(SESSION, came)[1] == replace(came, text="That I was cross")


@pytest.mark.parametrize("source", ["", "gone", "first", "look|pad"])
def test_a_point_without_a_source_that_has_words_is_left_as_it_is(source: str) -> None:
    only_list = replace(PLAIN, groups=frozenset(("list",)))
    assert out(Therapy(name="Jun"), point("p", source=source), choice=only_list) == [
        point("p", source=source)
    ]


# -- initials --------------------------------------------------------------------------------------

NAMES = ("Jun", "Noor Khan", "Zoë", "my aunt", "Dr. Vale", "Priya")
KNOWN: tuple[Entry, ...] = (
    person("1", name="Jun"),
    person("2", name=" Noor Khan "),
    person("3", name="my aunt"),
    Therapy(name="Dr. Vale"),
    Settings(names=("Zoë",), supporters=(Supporter("Priya", "0123", "Jun's sister"),)),
)
INITIALS = Leaving(private=True)


def test_every_name_that_the_journal_knows_is_found() -> None:
    assert {name.strip() for name in names_in(KNOWN)} == set(NAMES)


@pytest.mark.parametrize(
    ("entry", "short"),
    [
        (check_in("x", note="Jun and Zoë"), check_in("x", note="J. and Z.")),
        (check_in("x", feelings=("Jun", "tense")), check_in("x", feelings=("J.", "tense"))),
        (
            check_in("x", origin=Origin("daylio", (Original("Jun", "with my aunt"),))),
            check_in("x", origin=Origin("daylio", (Original("J.", "with M. A."),))),
        ),
        (
            point("x", text="Noor", first_sentence="Jun", outcome="Khan"),
            point("x", text="N.", first_sentence="J.", outcome="K."),
        ),
        (part("x", name="Jun's", says="Zoë!"), part("x", name="J.'s", says="Z.!")),
        (
            MovedIn(id="x", at=NOON, source="daylio", tags=(TagMeaning("Jun", "Noor"),)),
            MovedIn(id="x", at=NOON, source="daylio", tags=(TagMeaning("J.", "N."),)),
        ),
        (
            Sitting(id="x", at=NOON, part="Jun", replies=(Reply("Jun", "Jun?", "Jun!", "Jun"),)),
            Sitting(id="x", at=NOON, part="Jun", replies=(Reply("Jun", "J.?", "J.!", "Jun"),)),
        ),
        (person("x", name="Jun", bond="Zoë's"), person("x", name="J.", bond="Z.'s")),
        (Therapy(id="x", name="Dr. Vale"), Therapy(id="x", name="D. V.")),
        (
            Draft(id="x", about="Jun", text="Jun", written_at=NOON),
            Draft(id="x", about="Jun", text="J.", written_at=NOON),
        ),
    ],
)
def test_initials_stand_for_names_in_all_that_was_written(entry: Entry, short: Entry) -> None:
    assert out(*KNOWN, entry, choice=INITIALS)[-1] == short
    assert out(*KNOWN, entry, choice=ALL)[-1] == entry


def test_supporters_and_their_words_have_initials_too() -> None:
    settings = out(*KNOWN, choice=INITIALS)[-1]
    assert settings == Settings(names=("Z.",), supporters=(Supporter("P.", "0123", "J.'s sister"),))


def test_a_name_of_what_stays_has_initials_all_the_same() -> None:
    notes = Leaving(groups=frozenset(("check_ins",)))
    assert out(*KNOWN, check_in("x", note="Jun, Priya"), choice=notes) == [
        check_in("x", note="J., P.")
    ]


def test_two_words_that_become_the_same_are_one() -> None:
    some = (person("1", name="Jun"), person("2", name="Jin"))
    felt = check_in("x", feelings=("Jun", "Jin", "tense"))
    assert out(*some, felt, choice=INITIALS)[-1] == check_in("x", feelings=("J.", "tense"))


def test_two_answers_that_become_the_same_stay_two() -> None:
    some = (person("1", name="Jun"), person("2", name="Jin"))
    told = Sitting(
        id="x", at=NOON, part="m", replies=(Reply("P", "", "Jun"), Reply("P", "", "Jin"))
    )
    left = out(*some, told, choice=INITIALS)[-1]
    assert isinstance(left, Sitting)
    assert [one.text for one in left.replies] == ["J.", "J."]


def test_what_nobody_wrote_is_never_changed() -> None:
    names = ("rupture", "first", "Europe", "Berlin", "weekly", "FREQ", "bring", "GB", "x", "open")
    known = [person(str(place), name=name) for place, name in enumerate(names)]
    every: list[Entry] = [
        moment("x", told_in="x"),
        Schedule(id="x", rule="FREQ=WEEKLY", start=datetime(2020, 1, 1, 9), zone="Europe/Berlin"),  # noqa: DTZ001
        Draft(id="x", about="bring", text="", written_at=NOON),
        point("x", source="x"),
        Settings(region="GB", hidden_prompts=("x",)),
    ]
    assert out(*known, *every, choice=INITIALS)[len(known) :] == every


def told_of(*names: str) -> st.SearchStrategy[str]:
    """Words in which somebody is named."""
    around = st.sampled_from(("", "went off with ", "(", "\n", "- ", "“"))
    return st.builds("{}{}{}".format, around, st.sampled_from(names), st.sampled_from("., !?'\n"))


@given(st.data())
def test_no_name_of_a_known_person_is_in_any_text(data: st.DataObject) -> None:
    every: list[Entry] = list(KNOWN)
    for one in data.draw(st.lists(any_of.entries, max_size=5)):
        every.append(shortened(one, lambda _: data.draw(told_of(*NAMES))))
    pattern = "|".join(re.escape(name) for name in (*NAMES, "Noor", "Khan", "Vale"))
    for left in leaving(every, data.draw(choices.map(lambda c: replace(c, initials=True))), 4):
        for text in texts_in(left):
            assert not re.search(rf"(?<!\w)({pattern})(?!\w)", text)


# -- counting --------------------------------------------------------------------------------------


def test_what_leaves_is_counted_by_kind_in_the_order_of_the_app() -> None:
    every = (Settings(), point("a"), check_in("b"), moment("c"), check_in("d"), Therapy())
    assert counts(every) == (
        (CheckIn, 2),
        (Moment, 1),
        (Therapy, 1),
        (TalkingPoint, 1),
        (Settings, 1),
    )
    assert counts(()) == ()


@given(some_entries)
def test_everything_is_counted(every: list[Entry]) -> None:
    found = counts(every)
    assert sum(count for _, count in found) == len(every)
    assert [kind for kind in KINDS if kind in dict(found)] == [kind for kind, _ in found]
