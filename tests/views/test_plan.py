"""When sessions come again: making a plan, changing it, breaks."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from babel.messages.catalog import Message

from domain.entries import (
    Schedule,
    Therapy,
    TherapySession,
)
from tests.spoken import speaking
from tests.views.stage import NOON, Stage, played
from tests.views.therapy import WEEKLY, holding, point, the_point
from views.plan import in_words


def test_several_therapies_have_a_list_and_a_plan_each_and_one_shows_no_choice() -> None:
    async def act() -> None:
        journal = holding(WEEKLY, point("a"))
        async with Stage(journal, "/bring") as stage:
            assert stage.node("therapy-first") is None
            await stage.go("/sessions")
            await stage.tap("another-therapy")
            await stage.type("another-therapy-name", "Couples, with Sam")
            await stage.submit("another-therapy-name")
            other = next(one for one in journal.all(Therapy))
            await stage.go("/bring")
            assert stage.node("point-a") is None
            await stage.type("quick-add", "the washing up")
            await stage.submit("quick-add")
            await stage.tap("therapy-first")
            assert stage.node("point-a")
            assert "the washing up" not in stage.words()
            await stage.go("/bring/a")
            await stage.tap(f"point-therapy-{other.id}")
            assert the_point(journal, "a").therapy == other.id

    played(act)


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("rule-text", "every now and then", "This can't be read as a rule for what comes again."),
        ("rule-text", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "No day fits this rule."),
        ("plan-zone", "Mars/Olympus", "There is no time zone “Mars/Olympus” on this device."),
    ],
)
def test_a_plan_that_cannot_be_is_refused_in_one_sentence(
    field: str, typed: str, sentence: str
) -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/sessions/plan/new/first") as stage:
            await stage.tap("rule-own")
            await stage.type(field, typed)
            await stage.tap("save-plan")
            assert sentence in stage.words()
            assert journal.all(Schedule) == ()

    played(act)


@pytest.mark.parametrize(
    ("tap", "rule", "words"),
    [
        ("rule-weekly", "FREQ=WEEKLY", "Wednesdays 14:00"),
        ("rule-fortnightly", "FREQ=WEEKLY;INTERVAL=2", "Every other Wednesday, 14:00"),
        ("rule-four-weekly", "FREQ=WEEKLY;INTERVAL=4", "Every fourth Wednesday, 14:00"),
        ("rule-monthly", "FREQ=MONTHLY;BYDAY=2WE", "The second Wednesday of a month, 14:00"),
    ],
)
def test_a_plan_is_saved_and_said_in_words(tap: str, rule: str, words: str) -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/sessions/plan/new/first") as stage:
            await stage.tap(tap)
            await stage.tap("length-60")
            await stage.tap("save-plan")
            (made,) = journal.all(Schedule)
            assert (made.rule, made.length, made.zone) == (rule, 60, "UTC")
            assert words in stage.words()
            assert "Wednesday 14:00" in stage.words()

    played(act)


def test_a_plan_begins_a_week_after_the_session_that_is_on_the_list_already() -> None:
    async def act() -> None:
        journal = holding(TherapySession(id="S", at=NOON + timedelta(days=2, hours=4)))
        async with Stage(journal, "/sessions/plan/new/first") as stage:
            await stage.tap("save-plan")
            (plan,) = journal.all(Schedule)
            assert plan.start == datetime(2026, 6, 18, 16)  # noqa: DTZ001

    played(act)


def test_a_plan_is_said_as_another_language_says_it() -> None:
    every_other = replace(WEEKLY, rule="FREQ=WEEKLY;INTERVAL=2")
    speaking(
        "es",
        Message("Thursdays {time}", "Los jueves, {time}"),
        Message("Every other {weekday}, {time}", "Un {weekday} de cada dos, {time}"),
    )
    assert in_words(WEEKLY) == "Los jueves, 14:00"
    assert in_words(every_other) == "Un jueves de cada dos, 14:00"


def test_a_changed_plan_leaves_what_was() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal, "/sessions/plan/W") as stage:
            await stage.tap("rule-fortnightly")
            await stage.tap("save-plan")
            old, new = sorted(journal.all(Schedule), key=lambda one: one.id, reverse=True)
            assert (old.id, old.until) == ("W", date(2026, 6, 9))
            assert new.start.date() == date(2026, 6, 11)
            await stage.go(f"/sessions/plan/{new.id}")
            await stage.tap("drop-plan")
            assert stage.state.meeting.next() is None
            assert stage.state.meeting.course("first").last(stage.now)
            await stage.tap("undo-notice")
            assert stage.state.meeting.next()

    played(act)


def test_a_break_is_planned_and_ended() -> None:
    async def act() -> None:
        journal = holding(WEEKLY)
        async with Stage(journal, "/sessions/plan/W") as stage:
            await stage.state.meeting.pause(WEEKLY, date(2026, 6, 10), date(2026, 6, 20))
            await stage.settle()
            assert "10 June until 20 June" in stage.words()
            await stage.tap("end-break-0")
            assert journal.all(Schedule) == (WEEKLY,)

    played(act)
