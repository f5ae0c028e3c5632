"""Five lines after being with somebody: each by itself, and never added up."""

import asyncio
import errno
import re
from typing import Any

import pytest

from domain.entries import (
    LINES,
    AfterContact,
)
from tests.views.parts import (
    JUN,
    NOOR,
    chosen,
    shown,
    the,
    the_one,
)
from tests.views.people import (
    DAY,
    label,
    read,
    told,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding

PAGE = "/people/jun"


def after(id: str, days_ago: float, **lines: Any) -> AfterContact:
    """What was told after being with Jun."""
    return AfterContact(id=id, at=NOON - days_ago * DAY, person="jun", **lines)


def test_nothing_is_preset_and_each_line_is_told_by_itself() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, PAGE) as stage:
            assert len(shown(stage, "after-")) == 15
            assert chosen(stage, "after-") == []
            assert "Any can stay empty. Nothing is added up." in read(stage)
            for line, change in zip(LINES, ("less", "same", "more", "more", "less"), strict=True):
                await stage.tap(f"after-{line}-{change}")
                assert getattr(the_one(journal, AfterContact), line) == change
            assert chosen(stage, "after-") == [
                "after-zest-less",
                "after-clarity-same",
                "after-worth-more",
                "after-action-more",
                "after-wanting-less",
            ]
            one = the_one(journal, AfterContact)
            assert (one.person, one.at, one.edited_at) == ("jun", NOON, NOON)
            assert label(stage, "after-zest-less") == "Energy: less"

    played(act)


def test_a_line_is_told_otherwise_and_the_same_again_takes_it_off() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, PAGE) as stage:
            await stage.tap("after-zest-less")
            await stage.tap("after-worth-more")
            await stage.tap("after-zest-more")
            assert told(the_one(journal, AfterContact)) == {"zest": "more", "worth": "more"}
            await stage.tap("after-zest-more")
            assert told(the_one(journal, AfterContact)) == {"worth": "more"}
            assert chosen(stage, "after-") == ["after-worth-more"]

    played(act)


@pytest.mark.parametrize("days", [0, 1])
def test_what_was_told_today_or_yesterday_is_told_further(days: int) -> None:
    async def act() -> None:
        journal = holding(JUN, after("a", days, zest="more"))
        async with Stage(journal, PAGE) as stage:
            assert chosen(stage, "after-") == ["after-zest-more"]
            await stage.tap("after-worth-same")
            one = the_one(journal, AfterContact)
            assert (one.id, told(one)) == ("a", {"zest": "more", "worth": "same"})
            assert one.at == NOON - days * DAY

    played(act)


@pytest.mark.parametrize("days", [2, 9, 400])
def test_later_another_begins_and_the_one_before_stays_as_it_was(days: int) -> None:
    async def act() -> None:
        before = after("a", days, zest="more")
        journal = holding(JUN, before)
        async with Stage(journal, PAGE) as stage:
            assert chosen(stage, "after-") == []
            await stage.tap("after-worth-same")
            first, second = journal.all(AfterContact)
            assert first == before
            assert (second.at, told(second)) == (NOON, {"worth": "same"})

    played(act)


def test_a_page_left_open_begins_another_after_two_days_too() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, PAGE) as stage:
            await stage.tap("after-zest-more")
            stage.now += 3 * DAY
            await stage.tap("now-4")
            assert chosen(stage, "after-") == []
            await stage.tap("after-worth-same")
            assert [told(one) for one in journal.all(AfterContact)] == [
                {"zest": "more"},
                {"worth": "same"},
            ]

    played(act)


def test_new_begins_another_meeting_of_the_same_day_with_all_its_lines() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, PAGE) as stage:
            assert stage.node("after-new") is None
            await stage.tap("after-zest-more")
            await stage.tap("after-new")
            assert chosen(stage, "after-") == []
            assert len(journal.all(AfterContact)) == 1
            for tap in ("after-clarity-same", "after-worth-less"):
                await stage.tap(tap)
            assert [told(one) for one in journal.all(AfterContact)] == [
                {"zest": "more"},
                {"clarity": "same", "worth": "less"},
            ]
            assert chosen(stage, "after-") == ["after-clarity-same", "after-worth-less"]

    played(act)


@pytest.mark.parametrize("first", ["", "after-new"])
def test_two_quick_taps_are_about_one_meeting(first: str) -> None:
    async def act() -> None:
        journal = holding(JUN, *([after("a", 0.1, zest="more")] if first else []))
        async with Stage(journal, PAGE) as stage:
            if first:
                await stage.tap(first)
            await asyncio.gather(
                stage.tap("after-clarity-same"),
                stage.tap("after-worth-less"),
                stage.tap("after-action-more"),
            )
            newest = journal.all(AfterContact)[-1]
            assert len(journal.all(AfterContact)) == (2 if first else 1)
            assert told(newest) == {"clarity": "same", "worth": "less", "action": "more"}

    played(act)


def test_earlier_ones_are_shown_the_newest_first_opened_and_told_further() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOOR,
            after("a", 20, zest="less"),
            after("b", 9, worth="more", wanting="same"),
            after("c", 0, clarity="more"),
            AfterContact(id="d", at=NOON, person="noor", zest="more"),
        )
        async with Stage(journal, PAGE) as stage:
            assert shown(stage, "contact-") == []
            await stage.tap("after-earlier")
            assert shown(stage, "contact-") == ["contact-b", "contact-a"]
            assert "Feeling that I matter: more, Wanting more contact: same" in read(stage)
            await stage.tap("contact-a")
            assert shown(stage, "contact-") == []
            assert chosen(stage, "after-") == ["after-zest-less"]
            await stage.tap("after-action-same")
            assert told(the(journal, AfterContact, "a")) == {"zest": "less", "action": "same"}
            await stage.tap("after-earlier")
            assert shown(stage, "contact-") == ["contact-c", "contact-b"]
            await stage.tap("after-earlier")
            assert shown(stage, "contact-") == []

    played(act)


def test_a_meeting_is_deleted_and_undo_brings_it_back() -> None:
    async def act() -> None:
        old, new = after("a", 20, zest="less"), after("b", 0, worth="more")
        journal = holding(JUN, old, new)
        async with Stage(journal, PAGE) as stage:
            await stage.tap("after-earlier")
            await stage.tap("contact-a")
            await stage.tap("after-delete")
            assert journal.all(AfterContact) == (new,)
            assert chosen(stage, "after-") == ["after-worth-more"]
            await stage.tap("undo-notice")
            assert journal.all(AfterContact) == (old, new)
            await stage.tap("after-delete")
            assert journal.all(AfterContact) == (old,)
            assert chosen(stage, "after-") == []
            assert stage.node("after-delete") is None

    played(act)


def test_what_is_told_after_one_was_deleted_is_another_and_undo_keeps_both() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, PAGE) as stage:
            await stage.tap("after-zest-more")
            await stage.tap("after-delete")
            await stage.tap("after-worth-less")
            assert told(the_one(journal, AfterContact)) == {"worth": "less"}
            await stage.tap("undo-notice")
            kept = [told(one) for one in journal.all(AfterContact)]
            assert sorted(map(str, kept)) == ["{'worth': 'less'}", "{'zest': 'more'}"]

    played(act)


def test_lines_that_cannot_be_kept_are_seen_and_kept_later() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(JUN)
        async with Stage(journal, PAGE) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("after-zest-more")
            await stage.tap("after-worth-less")
            assert chosen(stage, "after-") == ["after-zest-more", "after-worth-less"]
            disk.fault = None
            await stage.tap("try-again")
            assert told(the_one(journal, AfterContact)) == {"zest": "more", "worth": "less"}

    played(act)


def test_nothing_is_made_of_the_lines_whatever_is_told() -> None:
    async def act() -> None:
        days = [2, 5, 9, 13]
        many = [after(f"a{n}", n, **dict.fromkeys(LINES, "more")) for n in days]
        less = [after(f"b{n}", n, **dict.fromkeys(LINES, "less")) for n in days]

        async def all_words(*contacts: AfterContact) -> str:
            found = ""
            async with Stage(holding(JUN, *contacts), PAGE) as stage:
                found += stage.words()
                for place in ("/people", "/people/list", "/entries", "/bring/prepare", "/"):
                    await stage.go(place)
                    found += stage.words()
            return found

        nothing = await all_words()
        assert "Earlier" not in nothing
        for contacts in (many, less, [*many, *less]):
            words = await all_words(*contacts)
            assert words.replace("\nEarlier\nEarlier", "") == nothing
        async with Stage(holding(JUN, *many, *less, after("c", 0, zest="more")), PAGE) as stage:
            await stage.tap("after-earlier")
            lines = read(stage)
            card = lines[lines.index("After contact") : lines.index("Moments")]
            for line in card:
                assert not re.search(r"\d+ (more|less|same|times?|of|lines?)\b|[%/+]|total", line)

    played(act)
