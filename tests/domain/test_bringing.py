"""The list: its order, its one pinned thing, what carries over, and what it says."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from domain import bringing
from domain.bringing import Source
from domain.entries import (
    CheckIn,
    Moment,
    Part,
    Person,
    PointState,
    Reflection,
    Reply,
    Sitting,
    TalkingPoint,
    TherapySession,
)
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from domain.sittings import Answer

NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)


def point(id: str, rank: float = 0, **more: Any) -> TalkingPoint:
    return TalkingPoint(id=id, at=NOON, rank=rank, text=id, **more)


def names(points: list[TalkingPoint]) -> str:
    return "".join(one.id for one in points)


def kept(points: list[TalkingPoint], changed: list[TalkingPoint]) -> list[TalkingPoint]:
    """The points after a change was kept."""
    new = {one.id: one for one in changed}
    return [new.get(one.id, one) for one in points]


def test_the_pinned_one_stands_first_and_what_is_between_us_last() -> None:
    some = [
        point("a", 3),
        point("b", 1, tags=("between_us",)),
        point("c", 9, pinned=True),
        point("d", 2, tags=("hurt",)),
        point("e", 0, state="later"),
        point("f", 0, therapy="other"),
    ]
    assert names(bringing.on_list(some, "first")) == "cdab"
    assert names(bringing.on_list(some, "other")) == "f"


def test_what_is_private_is_not_for_showing() -> None:
    some = [point("a", private=True), point("b"), point("c", tags=("between_us",), private=True)]
    assert names(bringing.to_show(some, "first")) == "b"


@pytest.mark.parametrize(
    ("id", "to", "then"),
    [("a", 0, "abcd"), ("a", 2, "bcad"), ("d", 0, "dabc"), ("b", 99, "acdb"), ("c", -9, "cabd")],
)
def test_a_point_goes_to_its_place(id: str, to: int, then: str) -> None:
    some = [point(one, rank) for rank, one in enumerate("abcd")]
    moving = next(one for one in some if one.id == id)
    assert names(bringing.on_list(kept(some, bringing.moved(some, moving, to)), "first")) == then


def test_of_points_with_one_rank_all_are_counted_anew() -> None:
    some = [point(one) for one in "abc"]
    changed = bringing.moved(some, some[0], 1)
    assert len(changed) == 3
    assert names(bringing.on_list(kept(some, changed), "first")) == "bac"


def test_where_no_number_is_left_all_are_counted_anew() -> None:
    edge = 2.0**53
    some = [point("a", edge), point("b", edge + 2), point("c", edge + 4)]
    changed = bringing.moved(some, some[0], 2)
    assert names(bringing.on_list(kept(some, changed), "first")) == "bca"
    far = [point("a", 1e308), point("b", 1.5e308)]
    assert names(bringing.on_list(kept(far, bringing.moved(far, far[0], 1)), "first")) == "ba"


def test_one_thing_at_most_is_pinned_on_each_list() -> None:
    some = [point("a", pinned=True), point("b"), point("c", pinned=True, therapy="other")]
    after = kept(some, bringing.pinned(some, some[1]))
    assert [one.pinned for one in after] == [False, True, True]
    assert [one.pinned for one in kept(after, bringing.pinned(after, after[1]))] == [
        False,
        False,
        True,
    ]


def test_what_was_settled_remembers_when_and_where_and_can_come_back() -> None:
    before = point("a", pinned=True, outcome="It was heard.")
    brought = bringing.settled(before, "brought", NOON, "S")
    assert (brought.state, brought.session, brought.settled_at) == ("brought", "S", NOON)
    assert not brought.pinned
    back = bringing.settled(brought, "open", NOON)
    assert back == replace(before, pinned=False)


def test_what_was_settled_is_listed_newest_first() -> None:
    some = [
        bringing.settled(point("a"), "brought", NOON),
        bringing.settled(point("b"), "brought", NOON + timedelta(days=1)),
        bringing.settled(point("c"), "let_go", NOON),
        point("d"),
        point("e", state="later"),
    ]
    assert names(bringing.settled_like(some, "brought")) == "ba"
    assert names(bringing.settled_like(some, "later", "let_go")) == "ec"


def test_what_came_from_some_entries_is_there_while_it_is_to_be_brought_the_newest_first() -> None:
    some = [
        point("a", source="m"),
        replace(point("b", source="n"), at=NOON + timedelta(days=1)),
        point("c", source="m", therapy="other", private=True),
        point("d", source="m", state="later"),
        point("e", source="o"),
        point("f"),
    ]
    assert names(bringing.from_sources(some, {"m", "n"})) == "bca"
    assert names(bringing.from_sources(some, ("o",))) == "e"
    assert bringing.from_sources(some, ()) == []


def test_a_new_point_stands_on_top() -> None:
    some = [point("a", 5), point("b", 2)]
    assert bringing.top_rank(some, "first") < 2
    assert bringing.top_rank([], "first") < 0


CHECK_IN = CheckIn(id="c", at=NOON, logged_at=NOON, feelings=("tired", "unsure"), body=("jaw",))
SESSION = TherapySession(id="s", at=NOON, held_back_text="I was annoyed")
OWL = Part(id="p", at=NOON, name="Owl", says=" Wait. ")
SITTING = Sitting(
    id="t",
    at=NOON,
    part="p",
    replies=(
        Reply("P11", "Where?", " In the chest. "),
        Reply("P12", "Texture?", ""),
        Reply("P13", "How loud?", "Low.", declined=True),
        Reply("P14", "Near?", " ", declined=True),
    ),
)
MOMENT = Moment(
    id="m", at=NOON, logged_at=NOON, kind="rupture", text=" No answer. ", story="Theirs"
)
NOOR = Person(id="n", at=NOON, name="Noor", bond="my sister")
REFLECTION = Reflection(id="r", at=NOON, prompt="C01", asked="Who?", text=" Noor did. ")


@pytest.mark.parametrize(
    ("text", "source", "words"),
    [
        ("mine", CHECK_IN, "mine"),
        ("mine", None, "mine"),
        ("", None, ""),
        ("", CHECK_IN, "tired, unsure, jaw"),
        (" ", replace(CHECK_IN, note=" The bus. "), "The bus."),
        ("", replace(CHECK_IN, feelings=(), body=()), ""),
        ("", SESSION, "I was annoyed"),
        ("mine", OWL, "mine"),
        ("", OWL, "Owl: Wait."),
        ("", replace(OWL, says=""), "Owl"),
        ("", SITTING, "In the chest.\nLow.\nIt didn't want to answer."),
        ("", replace(SITTING, replies=()), ""),
        ("", Answer(SITTING, 0), "In the chest."),
        ("", Answer(SITTING, 1), ""),
        ("", Answer(SITTING, 3), "It didn't want to answer."),
        ("", MOMENT, "No answer."),
        ("mine", MOMENT, "mine"),
        ("", replace(MOMENT, text=" "), ""),
        ("", NOOR, "Noor"),
        ("mine", NOOR, "mine"),
        ("mine", REFLECTION, "mine"),
        ("", REFLECTION, "Noor did."),
    ],
)
def test_a_point_says_its_own_words_or_those_of_its_source(
    text: str, source: Source | None, words: str
) -> None:
    assert bringing.words_of(replace(point("a"), text=text), source) == words


def test_of_two_parts_a_point_says_which_said_what() -> None:
    two = Sitting(
        id="t",
        at=NOON,
        part="p",
        other="q",
        replies=(
            Reply("P54", "Each?", "Stay.", "p"),
            Reply("P54", "Each?", "", "q", declined=True),
            Reply("P55", "Louder?", "", "q"),
        ),
    )
    names = {"p": "Owl", "q": "Eel"}
    whole = "Owl: Stay.\nEel: It didn't want to answer."
    brought = replace(point("a"), text="")
    assert bringing.words_of(brought, two, names) == whole
    assert bringing.words_of(brought, Answer(two, 0), names) == "Owl: Stay."


@pytest.mark.parametrize("rank", [float("nan"), float("inf")])
def test_a_rank_is_a_number(rank: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        point("a", rank)


class Carrying(RuleBasedStateMachine):
    """A list beside a plain one: nothing is lost, and the order is the person's."""

    @initialize()
    def begin(self) -> None:
        self.points: list[TalkingPoint] = []
        self.order: list[str] = []
        self.settled: dict[str, str] = {}

    @rule()
    def add(self) -> None:
        id = f"{len(self.points):04}"
        rank = bringing.top_rank(self.points, "first")
        self.points.append(point(id, rank))
        self.order.insert(0, id)

    @rule(data=st.data())
    def move(self, data: st.DataObject) -> None:
        if self.order:
            id = data.draw(st.sampled_from(self.order))
            to = data.draw(st.integers(0, len(self.order) - 1))
            moving = next(one for one in self.points if one.id == id)
            self.points = kept(self.points, bringing.moved(self.points, moving, to))
            self.order.remove(id)
            self.order.insert(to, id)

    @rule(data=st.data(), to=st.sampled_from(["brought", "later", "let_go"]))
    def settle(self, data: st.DataObject, to: Any) -> None:
        if self.order:
            id = data.draw(st.sampled_from(self.order))
            self._keep(id, to)
            self.order.remove(id)
            self.settled[id] = to

    def _keep(self, id: str, to: Any) -> None:
        one = next(one for one in self.points if one.id == id)
        self.points = kept(self.points, [bringing.settled(one, to, NOON, "S")])

    @invariant()
    def what_was_not_settled_is_still_on_the_list_in_order(self) -> None:
        assert [one.id for one in bringing.on_list(self.points, "first")] == self.order

    @invariant()
    def what_was_settled_is_where_it_was_put(self) -> None:
        states: tuple[PointState, ...] = ("brought", "later", "let_go")
        for state in states:
            found = bringing.settled_like(self.points, state)
            assert {one.id for one in found} == {k for k, v in self.settled.items() if v == state}


TestCarrying = Carrying.TestCase


@given(st.lists(st.integers(0, 30), max_size=200))
def test_moving_on_and_on_never_runs_out_of_room(moves: list[int]) -> None:
    some = [point(f"{place:02}", place) for place in range(10)]
    for place in moves:
        listed = bringing.on_list(some, "first")
        some = kept(some, bringing.moved(some, listed[place % 10], 1))
        assert len({one.rank for one in some}) == 10


def test_what_one_looked_back_at_says_nothing_but_what_was_written_to_it() -> None:
    day = NOON.date()
    look = Look(chart="pad", stretch=Stretch(day, day))
    brought = TalkingPoint(id="a", at=NOON, source=look.id)
    assert bringing.words_of(brought, look) == ""
    written = replace(brought, text="Mostly on the left.")
    assert bringing.words_of(written, look) == "Mostly on the left."
