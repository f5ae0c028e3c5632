"""Entries check themselves."""

from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.entries import (
    BEHIND_THE_GATE,
    CANT_TELL,
    ICONS,
    LINES,
    OPEN_TOWARD,
    STEPS,
    AfterContact,
    Change,
    CheckIn,
    Closeness,
    Draft,
    Mending,
    Moment,
    Part,
    PartMap,
    Person,
    Reflection,
    Reply,
    Settings,
    Sitting,
    Stage,
    Toward,
    Way,
)
from tests.entry_strategies import any_toward, check_ins, one_of, open_toward, sittings

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
BERLIN = ZoneInfo("Europe/Berlin")


def check_in(**answers: Any) -> CheckIn:
    return CheckIn(**{"id": "a", "at": NOON, "logged_at": NOON, **answers})


@pytest.mark.parametrize(
    "wrong",
    [
        {"pleasantness": 0},
        {"energy": 8},
        {"connection": True},
        {"feelings": ("a", "b", "c", "d")},
        {"body": ("a", "a")},
        {"feelings": ("",)},
        {"at": datetime(2026, 3, 1, 12)},  # noqa: DTZ001
        {"logged_at": datetime(2026, 3, 1, 12)},  # noqa: DTZ001
        {"edited_at": datetime(2026, 3, 1, 12)},  # noqa: DTZ001
    ],
)
def test_a_wrong_answer_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(wrong))):
        check_in(**wrong)


def test_a_draft_needs_an_offset() -> None:
    with pytest.raises(ValueError, match="offset"):
        Draft(id="a", about="", text="", written_at=datetime(2026, 3, 1))  # noqa: DTZ001


@pytest.mark.parametrize(("hour", "fine"), [(-1, False), (0, True), (12, True), (13, False)])
def test_a_day_starts_in_the_first_half(hour: int, fine: bool) -> None:
    if fine:
        assert Settings(day_start=hour).day_start == hour
    else:
        with pytest.raises(ValueError, match="a day starts"):
            Settings(day_start=hour)


@pytest.mark.parametrize(
    ("minutes", "recalled"), [(-5, False), (0, False), (10, False), (11, True)]
)
def test_what_was_logged_ten_minutes_later_is_recalled(minutes: int, recalled: bool) -> None:
    later = NOON + timedelta(minutes=minutes)
    assert check_in(logged_at=later).recalled is recalled
    assert Moment(id="a", at=NOON, logged_at=later, kind="good").recalled is recalled


@pytest.mark.parametrize(
    ("pleasantness", "energy", "has_mood", "place"),
    [
        (None, None, False, None),
        (CANT_TELL, None, True, None),
        (3, CANT_TELL, True, None),
        (None, 3, True, None),
        (1, 7, True, (1, 7)),
    ],
)
def test_the_place_on_the_pad(pleasantness: Any, energy: Any, has_mood: bool, place: Any) -> None:
    one = check_in(pleasantness=pleasantness, energy=energy)
    assert one.has_mood is has_mood
    assert one.place == place


def test_the_hour_that_comes_twice_keeps_its_order() -> None:
    first = datetime(2026, 10, 25, 2, 50, tzinfo=BERLIN)
    second = datetime(2026, 10, 25, 2, 5, tzinfo=BERLIN, fold=1)
    one, other = check_in(at=first, logged_at=second), check_in(at=second, logged_at=second)
    assert one.at < other.at
    assert one.recalled
    assert not other.recalled
    assert (one.at.utcoffset(), other.at.utcoffset()) == (timedelta(hours=2), timedelta(hours=1))


@given(check_ins)
def test_every_time_can_be_written_down_and_read(one: CheckIn) -> None:
    for moment in (one.at, one.logged_at, one.edited_at or one.at):
        again = datetime.fromisoformat(moment.isoformat())
        assert again == moment
        assert again.utcoffset() == moment.utcoffset()
        assert moment.fold == 0


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (Part, {"name": "Owl"}),
        (PartMap, {}),
        (Person, {"name": "Noor"}),
        (Moment, {"logged_at": NOON, "kind": "good"}),
        (AfterContact, {"person": "noor"}),
        (Way, {"name": "I joke"}),
        (Reflection, {"prompt": "C01", "asked": "Who?", "text": "Noor"}),
        (Sitting, {"part": "p"}),
    ],
)
def test_what_happened_at_a_time_needs_an_offset(kind: Any, fields: Any) -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    made = kind(id="a", at=second, edited_at=second, **fields)
    assert made.at == made.edited_at == second.astimezone(UTC)
    assert made.at.tzinfo == timezone(timedelta(hours=1))
    for name in ("at", "edited_at"):
        with pytest.raises(ValueError, match=f"{name} needs the offset"):
            kind(id="a", **{"at": second, **fields, name: datetime(2026, 3, 1)})  # noqa: DTZ001


@pytest.mark.parametrize("name", ["", " ", "\n"])
def test_nobody_is_without_a_name(name: str) -> None:
    for kind in (Part, Person, Way):
        with pytest.raises(ValueError, match="has a name"):
            kind(id="a", at=NOON, name=name)


@given(one_of(Stage), any_toward, any_toward, st.sampled_from(["", "eel"]))
def test_a_sitting_behind_a_closed_gate_is_refused(
    stage: Stage, toward: tuple[Toward, ...], toward_other: tuple[Toward, ...], other: str
) -> None:
    asked = [toward, toward_other] if other else [toward]
    opens = all(one and OPEN_TOWARD.issuperset(one) for one in asked)
    fields: dict[str, Any] = {"toward": toward, "toward_other": toward_other, "other": other}
    if stage in BEHIND_THE_GATE and not opens:
        with pytest.raises(ValueError, match="gate"):
            Sitting(id="a", at=NOON, part="owl", stage=stage, **fields)
    else:
        assert Sitting(id="a", at=NOON, part="owl", stage=stage, **fields).gate_open is opens


@given(sittings, open_toward)
def test_a_sitting_that_is_stored_is_one_that_may_be(one: Sitting, toward: Any) -> None:
    assert one.under_way is (one.stage not in ("no_answer", "finished", "stopped"))
    assert replace(one, stage="know", toward=toward, toward_other=toward).gate_open


@pytest.mark.parametrize(
    ("fields", "written", "holds"),
    [
        ({}, [], False),
        ({"replies": (Reply("P11", "?", " "),)}, [], False),
        ({"replies": (Reply("P11", "?", "warm"), Reply("P12", "?", ""))}, ["P11"], True),
        ({"replies": (Reply("P11", "?", "", declined=True),)}, ["P11"], True),
        ({"toward": ("scared",)}, [], True),
        ({"toward_other": ("okay",)}, [], True),
    ],
)
def test_what_a_sitting_holds(fields: dict[str, Any], written: list[str], holds: bool) -> None:
    one = Sitting(id="a", at=NOON, part="owl", **fields)
    assert [reply.prompt for reply in one.written] == written
    assert one.holds_something is holds


@pytest.mark.parametrize(
    ("kind", "name", "fields"),
    [
        (Moment, "logged_at", {"id": "a", "at": NOON, "kind": "good"}),
        (Person, "resting_since", {"id": "a", "at": NOON, "name": "Noor"}),
        (Closeness, "at", {}),
        (Mending, "at", {"state": "open"}),
    ],
)
def test_every_other_time_needs_an_offset_too(kind: Any, name: str, fields: Any) -> None:
    second = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1)
    made = getattr(kind(**fields, **{name: second}), name)
    assert made == second.astimezone(UTC)
    assert made.tzinfo == timezone(timedelta(hours=1))
    with pytest.raises(ValueError, match=f"{name} needs the offset"):
        kind(**fields, **{name: datetime(2026, 3, 1)})  # noqa: DTZ001


@pytest.mark.parametrize("wrong", [0, STEPS + 1, -1, True, False])
def test_closeness_has_seven_steps_or_none(wrong: Any) -> None:
    for fine in (None, 1, STEPS):
        assert Closeness(NOON, fine, fine) == Closeness(NOON, now=fine, wish=fine)
    for name in ("now", "wish"):
        with pytest.raises(ValueError, match="closeness is from 1 to 7"):
            Closeness(NOON, **{name: wrong})


@pytest.mark.parametrize("wrong", [float("nan"), float("inf"), float("-inf")])
def test_an_angle_is_a_finite_number(wrong: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        Person(id="a", at=NOON, name="Noor", angle=wrong)


def test_only_who_rests_is_resting_and_what_was_told_last_is_how_close_they_are() -> None:
    noor = Person(id="a", at=NOON, name="Noor")
    assert (noor.resting, noor.close) == (False, None)
    told = (Closeness(NOON, 2), Closeness(NOON, wish=3))
    assert replace(noor, resting_since=NOON).resting
    assert replace(noor, closeness=told).close == told[-1]


def test_of_somebody_nothing_is_preset_but_a_look() -> None:
    noor = Person(id="a", at=NOON, name="Noor")
    assert (noor.bond, noor.icon, noor.closeness, noor.therapy) == ("", ICONS[0], (), "")
    assert Settings().names == ()


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ({}, False),
        ({"text": "Rain", "people": ("noor",), "told_in": "c"}, False),
        ({"mending": (Mending(NOON, "partly"),)}, False),
        ({"story": " ", "if_i_show": "\n", "they_will": ""}, False),
        ({"could_say": "no"}, True),
        ({"ways": ("w",)}, True),
        ({"more_say": "unsure"}, True),
        ({"felt": ("unseen",)}, True),
        ({"need": ("met",)}, True),
        ({"limit": ("missed",)}, True),
        ({"story": "Theirs"}, True),
        ({"if_i_show": "tears"}, True),
        ({"they_will": "go"}, True),
        ({"turned_out": "surprised"}, True),
        ({"tags": ("renting",)}, True),
    ],
)
def test_whether_more_was_told_of_a_moment(fields: dict[str, Any], more: bool) -> None:
    assert Moment(id="a", at=NOON, logged_at=NOON, kind="rupture", **fields).told_more is more


@given(st.fixed_dictionaries({name: one_of(Change) for name in LINES}))
def test_five_lines_after_contact_are_words_and_are_never_added_up(lines: dict[str, Any]) -> None:
    one = AfterContact(id="a", at=NOON, person="noor", **lines)
    assert one.answered is any(lines.values())
    assert [field.name for field in fields(one)] == ["id", "at", "edited_at", "person", *LINES]
    shown = {name: getattr(one, name) for name in dir(one) if not name.startswith("_")}
    assert {name: shown[name] for name in LINES} == lines
    numbers = {name for name, what in shown.items() if isinstance(what, int | float | complex)}
    assert numbers == {"answered"}


@pytest.mark.parametrize("minutes", [0, -1, 24 * 60 + 1])
def test_a_lock_that_never_closes_or_waits_for_days_is_none(minutes: int) -> None:
    with pytest.raises(ValueError, match="none"):
        Settings(lock_after=minutes)
