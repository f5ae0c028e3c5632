"""Taking back what was moved in: the journal is as it was, but for what is used by now."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given

from domain.entries import (
    AfterContact,
    CheckIn,
    Draft,
    Entry,
    Here,
    Moment,
    MovedIn,
    Origin,
    Original,
    PartMap,
    Relation,
    Reply,
    Schedule,
    Sitting,
    Spot,
    TalkingPoint,
    Therapy,
    TherapySession,
)
from domain.looking_back.look import Look
from domain.looking_back.stretch import Stretch
from domain.moving_in.meaning import Meaning
from domain.moving_in.record import Found
from domain.moving_in.undoing import undoing
from tests.domain.found import NOON, Shelf, part, person, shelves, understood

HOUR = timedelta(hours=1)
NOOR, OWL = person("01NOOR", "Noor"), part("01OWL", "Owl")


def check_in(id: str, **more: Any) -> CheckIn:
    return CheckIn(**{"id": id, "at": NOON, "logged_at": NOON, **more})


def moved_in(*entries: Entry) -> MovedIn:
    return MovedIn(id="m", at=NOON, source="daylio", added=tuple(one.id for one in entries))


@given(shelves, understood())
def test_after_moving_in_and_taking_it_back_the_journal_is_as_it_was(
    here: Shelf, read: tuple[Found, Meaning]
) -> None:
    before = dict(here.entries)
    made = here.becoming(*read).entries
    here.put(made)
    for mark in (one for one in made if isinstance(one, MovedIn)):
        back = undoing(mark, here)
        here.remove((*back.removed, back.moved_in))
        assert back.staying == ()
    assert here.entries == before


def test_what_is_not_here_any_more_is_passed_over() -> None:
    gone, still = check_in("a"), check_in("b")
    mark = moved_in(gone, still, NOOR)
    back = undoing(mark, [still, check_in("mine"), mark])
    assert (back.moved_in, back.removed, back.staying) == (mark, (still,), ())


def test_what_was_changed_since_is_counted_and_goes_too() -> None:
    before = check_in("a", edited_at=NOON - HOUR)
    since = check_in("b", edited_at=NOON + HOUR), replace(NOOR, edited_at=NOON + HOUR)
    untold = Therapy(id="t")
    mark = moved_in(before, *since, untold)
    back = undoing(mark, [before, *since, untold])
    assert back.removed == (before, *since, untold)
    assert back.changed == 2


LOOK = Look(
    chart="answer",
    stretch=Stretch(NOON.date(), NOON.date()),
    question="person",
    about=NOOR.id,
)


@pytest.mark.parametrize(
    "user",
    [
        check_in("mine", people=("other", NOOR.id)),
        check_in("mine", connected_with=NOOR.id),
        Moment(id="mine", at=NOON, logged_at=NOON, kind="good", people=(NOOR.id,)),
        AfterContact(id="mine", at=NOON, person=NOOR.id),
        part("mine", "Mine", around=(NOOR.id,)),
        TalkingPoint(id="mine", at=NOON, source=NOOR.id),
        TalkingPoint(id="mine", at=NOON, source=LOOK.id),
    ],
)
def test_whoever_is_named_by_something_else_stays(user: Entry) -> None:
    with_both = check_in("a", people=(NOOR.id,), parts=(Here(OWL.id),))
    mark = moved_in(NOOR, OWL, with_both)
    back = undoing(mark, [NOOR, OWL, with_both, user, mark])
    assert back.removed == (OWL, with_both)
    assert back.staying == (NOOR,)


@pytest.mark.parametrize(
    "user",
    [
        check_in("mine", parts=(Here("other"), Here(OWL.id))),
        Sitting(id="mine", at=NOON, part="other", other=OWL.id),
        Sitting(id="mine", at=NOON, part="x", replies=(Reply("p", "asked", "text", OWL.id),)),
        PartMap(id="mine", at=NOON, spots=(Spot(OWL.id, 1.0, 2.0),)),
        PartMap(id="mine", at=NOON, off=(OWL.id,)),
        PartMap(id="mine", at=NOON, relations=(Relation("other", "protects", OWL.id),)),
    ],
)
def test_a_part_that_is_named_by_something_else_stays(user: Entry) -> None:
    mark = moved_in(NOOR, OWL)
    back = undoing(mark, [NOOR, OWL, user, mark])
    assert (back.removed, back.staying) == ((NOOR,), (OWL,))


SITTING = Sitting(id="01SITTING", at=NOON, part="x", replies=(Reply("p", "asked", "text"),))
WEEKLY = Schedule(
    id="01WEEKLY", rule="FREQ=WEEKLY", start=NOON.replace(tzinfo=None), zone="Europe/Berlin"
)
MET = TherapySession(id="01OTHER-20260609T1200", at=NOON)


@pytest.mark.parametrize(
    ("came", "user"),
    [
        (check_in("a"), TalkingPoint(id="mine", at=NOON, source="a")),
        (check_in("a"), Draft(id="mine", about="a", text="more", written_at=NOON)),
        (SITTING, TalkingPoint(id="mine", at=NOON, source=f"{SITTING.id}/0")),
        (WEEKLY, TherapySession(id=f"{WEEKLY.id}-20260609T1200", at=NOON, kept_sentence="this")),
        (MET, TalkingPoint(id="mine", at=NOON, session=MET.id)),
        (Therapy(), TalkingPoint(id="mine", at=NOON)),
    ],
)
def test_whatever_else_is_in_use_stays_too(came: Entry, user: Entry) -> None:
    mark = moved_in(came)
    assert undoing(mark, [came, user, mark]).staying == (came,)
    assert undoing(mark, [came, mark]).staying == ()


def test_whoever_is_named_by_what_stays_stays_with_it() -> None:
    brought = check_in("a", people=(NOOR.id,), parts=(Here(OWL.id),))
    owl = replace(OWL, around=("01SAM",))
    some: list[Entry] = [person("01SAM", "Sam"), NOOR, owl, brought, check_in("b")]
    mark = moved_in(*some)
    back = undoing(mark, [*some, TalkingPoint(id="mine", at=NOON, source="a")])
    assert back.removed == (some[4],)
    assert {one.id for one in back.staying} == {"a", NOOR.id, OWL.id, "01SAM"}


@pytest.mark.parametrize(
    "other",
    [
        MovedIn(id="n", at=NOON, source="meanwhile", added=(NOOR.id,)),
        check_in("mine", note=f"{NOOR.id} " * 60),
        check_in("mine", note="Noor was here"),
    ],
)
def test_what_only_looks_like_an_id_keeps_nobody(other: Entry) -> None:
    assert undoing(moved_in(NOOR), [NOOR, other]).removed == (NOOR,)


def test_what_another_file_brought_keeps_whom_it_names() -> None:
    theirs = check_in("b", people=(NOOR.id,), origin=Origin("pixels", (Original("x", "y"),)))
    first, second = moved_in(NOOR, check_in("a")), replace(moved_in(theirs), id="n")
    every: list[Entry] = [NOOR, check_in("a"), theirs, first, second]
    assert undoing(first, every).staying == (NOOR,)
    assert undoing(second, every).removed == (theirs,)
