"""What a tap on a moment becomes: told in seconds, more only if wanted, mended or left as it is."""

import asyncio
import errno
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import flet as ft
import pytest

from domain.entries import (
    FIRST_THERAPY,
    MOMENT_KINDS,
    REPAIRS,
    CheckIn,
    Mending,
    Moment,
    MomentKind,
    Person,
    TalkingPoint,
    TherapySession,
    Way,
)
from tests.views.parts import JUN, NOOR, check_in, chosen, held, is_off, shown, the, the_one
from tests.views.people import (
    DAY,
    KIT,
    LU,
    THERAPIST,
    happened,
    identifiers,
    label,
    read,
    turned_on,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_sheet import paper
from tests.views.test_state import on_disk
from tests.views.therapy import SESSION, WEEKLY, holding, point, the_session

ROWS = [f"repair-{one.replace('_', '-')}" for one in REPAIRS]
PAGES = {"the sheet": "/moment", "a check-in": "/add/c/moment", "somebody": "/people/jun/moment"}
NOD = Way(id="nod", at=NOON - DAY, name="Nodding", helps="The table goes on.", costs="Half of it.")


# -- telling one -------------------------------------------------------------------------------


def test_today_has_something_happened_in_one_tap_before_a_check_in_and_after() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal) as stage:
            await stage.tap("add-moment")
            assert stage.page.route == "/moment"
            assert "Something happened" in read(stage)
            await stage.tap("done")
            assert journal.all(Moment) == ()
            await stage.tap("pad-3-5")
            one = the_one(journal, CheckIn)
            assert label(stage, "add-moment") == "Add more: Something happened"
            await stage.tap("add-moment")
            assert stage.page.route == f"/add/{one.id}/moment"
            await stage.tap("happened-limit")
            assert the_one(journal, Moment).told_in == one.id
            await stage.tap("done")
            assert label(stage, "add-moment") == "Something happened: A limit"

    played(act)


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("kind", MOMENT_KINDS)
def test_a_tap_on_a_kind_keeps_it_the_same_again_does_nothing_and_it_can_be_taken_back(
    kind: MomentKind, place: str
) -> None:
    async def act() -> None:
        journal = holding(JUN, check_in("c", 0))
        async with Stage(journal, place) as stage:
            assert shown(stage, "happened-") == [f"happened-{one}" for one in MOMENT_KINDS]
            assert chosen(stage, "happened-") == []
            await stage.tap(f"happened-{kind}")
            one = the_one(journal, Moment)
            assert (one.kind, one.at, one.text, one.mending) == (kind, NOON, "", ())
            assert not one.told_more
            assert chosen(stage, "happened-") == [f"happened-{kind}"]
            assert (stage.node("repair-open") is not None) == (kind == "rupture")
            await stage.tap(f"happened-{kind}")
            assert the_one(journal, Moment) == one
            await stage.tap("take-back-moment")
            assert journal.all(Moment) == ()
            assert chosen(stage, "happened-") == []
            await stage.tap("undo-notice")
            assert the_one(journal, Moment) == one

    played(act)


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_what_was_taken_back_and_undone_is_on_the_screen_again_and_is_told_further(
    place: str,
) -> None:
    async def act() -> None:
        journal = holding(JUN, check_in("c", 0))
        async with Stage(journal, place) as stage:
            await stage.tap("happened-good")
            await stage.tap("take-back-moment")
            await stage.tap("undo-notice")
            assert chosen(stage, "happened-") == ["happened-good"]
            await stage.tap("happened-need")
            assert the_one(journal, Moment).kind == "need"

    played(act)


def test_another_kind_changes_it_and_keeps_what_was_told() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, "/moment") as stage:
            await stage.tap("happened-rupture")
            await stage.type("moment-text", "The phone.")
            await stage.tap("repair-partly")
            await stage.tap("happened-limit")
            one = the_one(journal, Moment)
            assert (one.kind, one.text, one.repair) == ("limit", "The phone.", None)
            assert stage.node("repair-open") is None
            await stage.tap("happened-rupture")
            assert the_one(journal, Moment).repair == "partly"
            assert chosen(stage, "repair-") == ["repair-partly"]

    played(act)


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_two_quick_taps_make_one_moment(place: str) -> None:
    async def act() -> None:
        journal = holding(JUN, check_in("c", 0))
        async with Stage(journal, place) as stage:
            await asyncio.gather(stage.tap("happened-good"), stage.tap("happened-good"))
            assert the_one(journal, Moment).kind == "good"

    played(act)


def test_whom_it_was_with_comes_from_the_check_in_or_from_whose_page_it_was() -> None:
    async def act() -> None:
        there = check_in("c", 0, people=("noor", "jun"))
        journal = holding(JUN, NOOR, LU, there)
        async with Stage(journal, "/add/c/moment") as stage:
            await stage.tap("happened-good")
            assert the_one(journal, Moment).people == ("noor", "jun")
            await stage.tap("moment-with-noor")
            await stage.tap("moment-with-lu")
            assert the_one(journal, Moment).people == ("jun", "lu")
            # Who is at the check-in is another matter.
            assert the_one(journal, CheckIn) == there
        journal = holding(JUN, NOOR)
        async with Stage(journal, "/people/jun/moment") as stage:
            await stage.tap("happened-good")
            assert the_one(journal, Moment).people == ("jun",)
            assert chosen(stage, "moment-with-") == ["moment-with-jun"]
            await stage.tap("done")
            assert stage.page.route == "/people/jun"
            assert len(shown(stage, "moment-")) == 1
        journal = holding(JUN)
        async with Stage(journal, "/people/gone/moment") as stage:
            await stage.tap("happened-good")
            assert the_one(journal, Moment).people == ()

    played(act)


def test_somebody_new_is_added_to_a_moment_in_place() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/moment") as stage:
            await stage.tap("happened-miss")
            await stage.tap("moment-add-person")
            await stage.type("moment-add-person-name", "The choir")
            await stage.submit("moment-add-person-name")
            choir = the_one(journal, Person)
            assert the_one(journal, Moment).people == (choir.id,)
            assert chosen(stage, "moment-with-") == [f"moment-with-{choir.id}"]

    played(act)


def test_one_who_rests_now_is_still_with_the_moments_they_were_in() -> None:
    async def act() -> None:
        journal = holding(JUN, KIT, happened("m", 25, people=("kit",)))
        async with Stage(journal, "/entries/m") as stage:
            assert chosen(stage, "moment-with-") == ["moment-with-kit"]
            assert "Something went off, with Kit" not in stage.words()
            await stage.tap("moment-with-kit")
            assert the_one(journal, Moment).people == ()
            await stage.go("/moment")
            await stage.tap("happened-good")
            assert shown(stage, "moment-with-") == ["moment-with-jun"]

    played(act)


def test_the_line_is_kept_with_every_letter() -> None:
    async def act() -> None:
        journal = holding(JUN, check_in("c", 0))
        async with Stage(journal, "/people/jun/moment") as stage:
            await stage.tap("happened-other")
            words = "Ah, so"
            for letters in range(1, len(words) + 1):
                await stage.type("moment-text", words[:letters])
                assert the_one(journal, Moment).text == words[:letters]
            assert held(stage, "moment-text") == words

    played(act)


def test_several_moments_are_told_in_one_check_in() -> None:
    async def act() -> None:
        journal = holding(JUN, check_in("c", 0, people=("jun",)))
        async with Stage(journal, "/add/c/moment") as stage:
            await stage.tap("happened-good")
            await stage.type("moment-text", "Soup.")
            await stage.tap("another-moment")
            assert chosen(stage, "happened-") == []
            await stage.tap("happened-rupture")
            good, bad = sorted(journal.all(Moment), key=lambda one: one.kind)
            assert (good.kind, bad.kind, bad.text, bad.told_in) == ("good", "rupture", "", "c")
            assert held(stage, "moment-text") == ""
            assert label(stage, f"moment-{good.id}").startswith("Soup.")
            await stage.tap(f"moment-{good.id}")
            assert stage.page.route == f"/entries/{good.id}"
            await stage.go("/")
            await stage.go("/entries/c")
            assert "Soup." in stage.words()

    played(act)


def test_a_moment_that_is_told_in_an_earlier_check_in_happened_then() -> None:
    async def act() -> None:
        journal = holding(check_in("c", 3))
        async with Stage(journal, "/entries/c") as stage:
            await stage.tap("happened-good")
            one = the_one(journal, Moment)
            assert (one.at, one.logged_at, one.recalled) == (NOON - 3 * DAY, NOON, True)
            await stage.go(f"/entries/{one.id}")
            assert "12:00 · added later" in stage.words()
            await stage.tap("to-check-in")
            assert stage.page.route == "/entries/c"

    played(act)


def test_a_deleted_check_in_leaves_its_moments() -> None:
    async def act() -> None:
        moment = happened("m", 1, told_in="c", text="The phone.")
        journal = holding(check_in("c", 1), moment)
        async with Stage(journal, "/entries/c") as stage:
            await stage.tap("delete")
            assert journal.all(Moment) == (moment,)
            await stage.go("/entries/m")
            assert stage.node("to-check-in") is None

    played(act)


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_a_moment_that_cannot_be_kept_is_seen_and_kept_later_with_all_that_was_told(
    place: str,
) -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(JUN, check_in("c", 0))
        async with Stage(journal, place) as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("happened-rupture")
            assert chosen(stage, "happened-") == ["happened-rupture"]
            await stage.type("moment-text", "The phone.")
            await stage.tap("repair-not-safe")
            assert "Not saved yet" in stage.words()
            assert journal.all(Moment) == ()
            disk.fault = None
            await stage.tap("try-again")
            one = the_one(journal, Moment)
            assert (one.kind, one.text, one.repair) == ("rupture", "The phone.", "not_safe")

    played(act)


# -- where it is -------------------------------------------------------------------------------


@pytest.mark.parametrize("place", PAGES.values(), ids=PAGES)
def test_mending_has_five_equal_choices_of_which_open_stands_until_something_is_told(
    place: str,
) -> None:
    async def act() -> None:
        journal = holding(JUN, check_in("c", 0))
        async with Stage(journal, place) as stage:
            await stage.tap("happened-rupture")
            assert shown(stage, "repair-") == ROWS
            assert chosen(stage, "repair-") == ["repair-open"]
            things = identifiers(stage)
            for row, repair in zip(ROWS, REPAIRS, strict=True):
                await stage.tap(row)
                assert the_one(journal, Moment).repair == repair
                assert chosen(stage, "repair-") == [row]
                assert identifiers(stage) == things
            assert len(the_one(journal, Moment).mending) == 1
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_rows_of_mending_are_all_as_large_and_look_the_same_but_for_the_chosen_one() -> None:
    async def act() -> None:
        async with Stage(holding(happened("m", 1)), "/entries/m") as stage:
            looks = {}
            for row in ROWS:
                node = stage.node(row)
                assert node is not None
                tapped = node.content
                assert isinstance(tapped, ft.TextButton)
                assert isinstance(tapped.style, ft.ButtonStyle)
                looks[row] = (tapped.width, tapped.height, tapped.style.bgcolor)
                assert tapped.opacity == 1
            assert len({looks[row] for row in ROWS if row != "repair-open"}) == 1

    played(act)


def test_history_tells_the_days_once_there_are_two() -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 9, people=("jun",)))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("repair-open")
            assert not any("Tuesday 9 June:" in line for line in read(stage))
            for days, row in ((1, "repair-partly"), (3, "repair-mended"), (4, "repair-open")):
                stage.now = NOON + days * DAY
                await stage.tap(row)
            lines = [
                "Tuesday 9 June: open",
                "Wednesday 10 June: partly mended",
                "Friday 12 June: mended",
                "Saturday 13 June: open",
            ]
            assert [one for one in read(stage) if one in lines] == lines
            stage.now += timedelta(minutes=5)
            await stage.tap("repair-not-wanted")
            told = [one.state for one in the_one(journal, Moment).mending]
            assert told == ["open", "partly", "mended", "not_wanted"]

    played(act)


# -- more about it -----------------------------------------------------------------------------


def test_more_is_closed_until_it_is_wanted_and_open_once_something_was_told() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/moment") as stage:
            await stage.tap("happened-good")
            assert stage.node("could-say-yes") is None
            assert "More about it, if you like" in read(stage)
            await stage.tap("moment-more")
            assert stage.node("could-say-yes")
            await stage.tap("moment-more")
            assert stage.node("could-say-yes") is None
            await stage.tap("moment-more")
            await stage.tap("could-say-partly")
            one = the_one(journal, Moment)
            await stage.go(f"/entries/{one.id}")
            assert chosen(stage, "could-say-") == ["could-say-partly"]
            await stage.tap("could-say-partly")
            await stage.go("/entries")
            await stage.go(f"/entries/{one.id}")
            assert stage.node("could-say-partly") is None

    played(act)


MORE: dict[str, Any] = {
    "could_say": "yes",
    "ways": ("nod",),
    "more_say": "unsure",
    "felt": ("safe",),
    "need": ("met",),
    "limit": ("missed",),
    "story": "an older one",
    "if_i_show": "that I am sad",
    "they_will": "leave",
    "turned_out": "surprised",
    "tags": ("only one",),
}


@pytest.mark.parametrize("name", MORE)
def test_whatever_was_told_opens_more_by_itself(name: str) -> None:
    async def act() -> None:
        journal = holding(NOD, happened("m", 1, "good", **{name: MORE[name]}))
        async with Stage(journal, "/entries/m") as stage:
            assert stage.node("could-say-yes")

    played(act)


ONE_OF = {
    "could_say": ("yes", "partly", "no", "not_safely"),
    "more_say": ("them", "shared", "me", "system", "unsure"),
    "turned_out": ("confirmed", "surprised"),
}
SOME_OF = {
    "felt": ("visible", "unseen", "safe", "on_guard"),
    "need": ("known", "said", "met"),
    "limit": ("said", "respected", "missed"),
}


def _chip(name: str, value: str) -> str:
    return f"{name}-{value}".replace("_", "-")


@pytest.mark.parametrize("name", ONE_OF)
def test_one_answer_of_some_is_told_changed_and_taken_back(name: str) -> None:
    async def act() -> None:
        journal = holding(happened("m", 1, "good"))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("moment-more")
            group = _chip(name, "")
            assert shown(stage, group) == [_chip(name, value) for value in ONE_OF[name]]
            assert chosen(stage, group) == []
            for value in ONE_OF[name]:
                await stage.tap(_chip(name, value))
                assert getattr(the_one(journal, Moment), name) == value
                assert chosen(stage, group) == [_chip(name, value)]
            await stage.tap(_chip(name, ONE_OF[name][-1]))
            assert getattr(the_one(journal, Moment), name) == ""
            assert chosen(stage, group) == []

    played(act)


@pytest.mark.parametrize("name", SOME_OF)
def test_several_answers_are_told_and_taken_back_each_by_itself(name: str) -> None:
    async def act() -> None:
        journal = holding(happened("m", 1, "good"))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("moment-more")
            group = f"{name}-"
            every = SOME_OF[name]
            assert len(shown(stage, group)) == len(every)
            assert chosen(stage, group) == []
            for value in every:
                await stage.tap(_chip(name, value))
            assert getattr(the_one(journal, Moment), name) == every
            await stage.tap(_chip(name, every[0]))
            assert getattr(the_one(journal, Moment), name) == every[1:]

    played(act)


def test_whose_story_it_is_and_what_was_expected_are_kept_with_every_letter() -> None:
    async def act() -> None:
        journal = holding(happened("m", 1, "good"))
        fields = {"story": "story", "if_i_show": "if-i-show", "they_will": "they-will"}
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("moment-more")
            for name, field in fields.items():
                for letters in range(1, 5):
                    await stage.type(field, "mine"[:letters])
                    assert getattr(the_one(journal, Moment), name) == "mine"[:letters]
            await stage.type("story", "")
            one = the_one(journal, Moment)
            assert (one.story, one.if_i_show, one.they_will) == ("", "mine", "mine")

    played(act)


def test_no_way_is_offered_that_the_person_did_not_name() -> None:
    async def act() -> None:
        journal = holding(happened("m", 1))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("moment-more")
            assert shown(stage, "way-") == shown(stage, "tag-") == []
            assert "My ways of staying safe" in read(stage)
            assert "Power and identity" in read(stage)

    played(act)


def test_a_way_is_named_and_says_how_it_helps_before_what_it_costs() -> None:
    async def act() -> None:
        journal = holding(happened("m", 1), happened("n", 2, "good"))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("moment-more")
            await stage.tap("add-way")
            await stage.type("add-way-name", " Going  quiet ")
            await stage.tap("add-way-keep")
            way = the_one(journal, Way)
            assert (way.name, way.helps, way.costs) == ("Going quiet", "", "")
            assert the(journal, Moment, "m").ways == (way.id,)
            lines = read(stage)
            assert lines.index("How it helps") < lines.index("What it costs")
            order = [f"way-{name}-{way.id}" for name in ("name", "helps", "costs")]
            fields = [one for one in shown(stage, "way-") if one in order]
            assert fields == order
            await stage.type(order[1], "It ends.")
            await stage.type(order[2], "Me.")
            await stage.type(order[0], "")
            way = the_one(journal, Way)
            assert (way.name, way.helps, way.costs) == ("Going quiet", "It ends.", "Me.")
            await stage.tap(f"way-{way.id}")
            assert the(journal, Moment, "m").ways == ()
            assert stage.node(order[1]) is None
            await stage.go("/entries/n")
            await stage.tap("moment-more")
            await stage.tap(f"way-{way.id}")
            assert held(stage, order[1]) == "It ends."
            assert the(journal, Moment, "n").ways == (way.id,)

    played(act)


def test_a_way_is_deleted_and_undo_brings_it_back_where_it_was_told() -> None:
    async def act() -> None:
        journal = holding(NOD, happened("m", 1, ways=("nod",)))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("delete-way-nod")
            assert journal.all(Way) == ()
            assert shown(stage, "way-") == []
            assert the_one(journal, Moment).ways == ("nod",)
            await stage.tap("undo-notice")
            assert the_one(journal, Way) == NOD
            assert chosen(stage, "way-") == ["way-nod"]

    played(act)


def test_tags_are_the_words_of_the_person_alone_and_are_offered_again() -> None:
    async def act() -> None:
        journal = holding(
            happened("m", 1),
            happened("n", 2, tags=("accent", "the only one")),
            happened("o", 3, tags=("not out",)),
        )
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("moment-more")
            assert [label(stage, one) for one in shown(stage, "tag-")] == [
                "accent",
                "the only one",
                "not out",
            ]
            assert chosen(stage, "tag-") == []
            await stage.tap("tag-2")
            await stage.tap("add-tag")
            await stage.type("add-tag-name", " first  in the family ")
            await stage.submit("add-tag-name")
            assert the(journal, Moment, "m").tags == ("not out", "first in the family")
            await stage.tap("add-tag")
            await stage.type("add-tag-name", "not out")
            await stage.submit("add-tag-name")
            assert the(journal, Moment, "m").tags == ("not out", "first in the family")
            taken = next(t for t in shown(stage, "tag-") if label(stage, t) == "not out")
            await stage.tap(taken)
            assert the(journal, Moment, "m").tags == ("first in the family",)

    played(act)


# -- its page ----------------------------------------------------------------------------------


def test_a_moment_is_deleted_and_undo_brings_all_of_it_back() -> None:
    async def act() -> None:
        moment = happened("m", 1, people=("jun",), text="The phone.", **MORE)
        moment = replace(moment, mending=(Mending(NOON, "partly"),))
        journal = holding(JUN, NOD, moment, TalkingPoint(id="p", at=NOON, source="m"))
        async with Stage(journal, "/entries/m") as stage:
            await stage.tap("delete")
            assert stage.page.route == "/entries"
            assert journal.all(Moment) == ()
            assert the_one(journal, TalkingPoint).text == "The phone."
            await stage.tap("undo-notice")
            assert the_one(journal, Moment) == moment

    played(act)


def test_from_a_moment_one_comes_to_those_it_was_with() -> None:
    async def act() -> None:
        journal = holding(JUN, NOOR, happened("m", 1, people=("noor", "gone", "jun")))
        async with Stage(journal, "/entries/m") as stage:
            assert shown(stage, "to-") == ["to-noor", "to-jun"]
            await stage.tap("to-jun")
            assert stage.page.route == "/people/jun"

    played(act)


@pytest.mark.parametrize(
    ("kind", "tags"), [("limit", ("limits",)), ("need", ("needs",)), ("good", ()), ("rupture", ())]
)
def test_a_moment_is_brought_with_one_tap_and_taken_off_with_another(
    kind: MomentKind, tags: tuple[str, ...]
) -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 1, kind, people=("jun",), text="The phone."))
        async with Stage(journal, "/entries/m") as stage:
            assert not turned_on(stage, "bring-moment")
            await stage.tap("bring-moment")
            one = the_one(journal, TalkingPoint)
            assert (one.source, one.tags, one.private) == ("m", tags, False)
            await stage.go("/bring")
            assert "The phone." in stage.words()
            await stage.go(f"/bring/{one.id}")
            await stage.tap("point-source")
            assert stage.page.route == "/entries/m"
            await stage.tap("bring-moment")
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_one_with_the_therapist_says_that_it_stays_private() -> None:
    async def act() -> None:
        journal = holding(THERAPIST, JUN, happened("m", 1, people=("jun", "ther")))
        async with Stage(journal, "/entries/m") as stage:
            assert "between the two of you, private" in label(stage, "bring-moment")
            await stage.tap("moment-with-ther")
            assert "private" not in label(stage, "bring-moment")

    played(act)


# -- told in a session -------------------------------------------------------------------------


def test_what_felt_off_in_a_session_is_kept_among_the_moments_once() -> None:
    async def act() -> None:
        journal = holding(SESSION, THERAPIST)
        async with Stage(journal, "/sessions/S") as stage:
            assert stage.node("keep-moment") is None
            await stage.tap("off-no")
            assert stage.node("keep-moment") is None
            await stage.tap("off-wobble")
            assert journal.all(Moment) == ()
            assert "Keep it among the moments" in read(stage)
            await asyncio.gather(stage.tap("keep-moment"), stage.tap("keep-moment"))
            one = the_one(journal, Moment)
            assert (one.kind, one.people, one.told_in) == ("rupture", ("ther",), "S")
            assert one.at == the_session(journal, "S").at
            assert stage.node("keep-moment") is None
            assert label(stage, "to-moment") == "Something went off. open"
            await stage.tap("to-moment")
            assert stage.page.route == f"/entries/{one.id}"
            await stage.tap("repair-mended")
            await stage.tap("bring-moment")
            brought = the_one(journal, TalkingPoint)
            assert (brought.tags, brought.private) == (("between_us",), True)
            await stage.go("/sessions/S")
            assert label(stage, "to-moment") == "Something went off. mended"

    played(act)


def test_without_a_therapist_among_the_people_it_is_with_nobody() -> None:
    async def act() -> None:
        journal = holding(SESSION, JUN)
        async with Stage(journal, "/sessions/S") as stage:
            await stage.tap("off-yes")
            await stage.tap("keep-moment")
            assert the_one(journal, Moment).people == ()
            assert the_one(journal, TherapySession).felt_off == "yes"

    played(act)


# -- connection with one of them ---------------------------------------------------------------


def test_connection_is_told_for_one_of_those_who_were_there() -> None:
    async def act() -> None:
        journal = holding(JUN, NOOR)
        async with Stage(journal) as stage:
            await stage.tap("pad-3-5")
            assert "How connected do you feel right now?" in read(stage)
            await stage.tap("add-people")
            assert stage.node("connected-anyone") is None
            await stage.tap("with-jun")
            await stage.tap("with-noor")
            assert set(shown(stage, "connected-")) == {
                "connected-anyone",
                "connected-jun",
                "connected-noor",
            }
            assert chosen(stage, "connected-") == ["connected-anyone"]
            await stage.tap("connected-noor")
            await stage.tap("done")
            assert "How connected do you feel with Noor right now?" in read(stage)
            await stage.tap("connection-6")
            one = the_one(journal, CheckIn)
            assert (one.connection, one.connected_with) == (6, "noor")
            await stage.go(f"/entries/{one.id}")
            assert "Connection with Noor" in read(stage)
            await stage.tap("connected-anyone")
            assert the_one(journal, CheckIn).connected_with == ""
            await stage.tap("connected-jun")
            await stage.tap("with-jun")
            assert the_one(journal, CheckIn).connected_with == ""

    played(act)


# -- preparing ---------------------------------------------------------------------------------


def test_moments_still_open_are_to_prepare_from_and_no_others_are() -> None:
    async def act() -> None:
        def mended(id: str, days_ago: int, *states: Any) -> Moment:
            told = tuple(Mending(NOON - DAY, state) for state in states)
            return happened(id, days_ago, people=("jun",), text=f"about {id}", mending=told)

        journal = holding(
            JUN,
            WEEKLY,
            mended("older", 90),
            mended("partly", 3, "partly"),
            mended("again", 20, "mended", "open"),
            mended("done", 2, "mended"),
            mended("unwanted", 2, "not_wanted"),
            mended("unsafe", 2, "not_safe"),
            happened("good", 1, "good", text="about soup"),
        )
        async with Stage(journal, "/bring/prepare") as stage:
            assert "Moments still open" in read(stage)
            rows = [one for one in shown(stage, "bring-") if journal.get(Moment, one[6:])]
            assert rows == ["bring-partly", "bring-again", "bring-older"]
            assert "Jun · Saturday · partly mended" in read(stage)
            for word in ("done", "unwanted", "unsafe", "soup"):
                assert f"about {word}" not in stage.words()
            await stage.tap("bring-partly")
            assert chosen(stage, "bring-") == ["bring-partly"]
            assert the_one(journal, TalkingPoint).source == "partly"
            await stage.tap("bring-partly")
            assert journal.all(TalkingPoint) == ()

    played(act)


def test_those_who_were_mentioned_are_named_without_counts_the_last_one_first() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOOR,
            LU,
            THERAPIST,
            *(check_in(f"c{n}", 4 + n, people=("lu",)) for n in range(6)),
            check_in("d", 2, people=("jun", "gone")),
            happened("m", 1, "good", people=("noor",)),
            check_in("e", 30, people=("ther",)),
        )
        async with Stage(journal, "/bring/prepare") as stage:
            assert "People & places you mentioned" in read(stage)
            assert shown(stage, "to-") == ["to-noor", "to-jun", "to-lu"]
            assert [label(stage, one) for one in shown(stage, "to-")] == ["Noor", "Jun", "Lu"]
            await stage.tap("to-lu")
            assert stage.page.route == "/people/lu"

    played(act)


def test_one_with_the_therapist_is_brought_from_there_as_private() -> None:
    async def act() -> None:
        journal = holding(THERAPIST, happened("m", 1, people=("ther",), text="The laugh."))
        async with Stage(journal, "/bring/prepare") as stage:
            await stage.tap("bring-m")
            one = the_one(journal, TalkingPoint)
            assert (one.tags, one.private) == (("between_us",), True)

    played(act)


# -- the sheet ---------------------------------------------------------------------------------


def test_open_moments_are_on_the_sheet_only_if_that_is_switched_on() -> None:
    async def act() -> None:
        unwanted = (Mending(NOON, "not_wanted"),)
        journal = holding(
            replace(JUN, name="Wilma Kay"),
            happened("m", 1, people=("jun",), text="Wilma hung up."),
            happened("n", 1, people=("jun",), text="Not this.", mending=unwanted),
        )
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            assert not turned_on(stage, "sheet-moments")
            assert "hung up" not in paper(stage)
            await stage.tap("sheet-moments")
            assert "Something went off, with W. K.: W. hung up. (open)" in paper(stage)
            assert "Wilma" not in paper(stage)
            assert "Not this." not in paper(stage)
            await stage.tap("sheet-initials")
            assert "Something went off, with Wilma Kay: Wilma hung up. (open)" in paper(stage)
            await stage.tap("sheet-moments")
            assert "hung up" not in paper(stage)

    played(act)


def test_the_therapist_is_brought_privately_and_to_a_list_that_is_there() -> None:
    async def act(therapist: Person, therapy: str) -> None:
        journal = holding(therapist)
        async with Stage(journal, f"/people/{therapist.id}") as stage:
            await stage.tap("bring-person")
            one = the_one(journal, TalkingPoint)
            assert (one.source, one.between_us, one.private) == (therapist.id, True, True)
            assert one.therapy == therapy
            await stage.tap("bring-person")
            assert journal.all(TalkingPoint) == ()

    played(partial(act, THERAPIST, THERAPIST.therapy))
    played(partial(act, replace(THERAPIST, therapy="gone"), FIRST_THERAPY))


def test_those_with_the_therapist_are_on_it_only_with_what_is_between_us() -> None:
    async def act() -> None:
        journal = holding(
            THERAPIST,
            happened("m", 1, people=("ther",), text="The laugh."),
            happened("n", 1, text="The phone."),
            point("p", "the fee", tags=("between_us",)),
        )
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-moments")
            assert "The phone." in paper(stage)
            assert "The laugh." not in paper(stage)
            await stage.tap("sheet-between-us")
            assert "The laugh." not in paper(stage)
            await stage.tap("show-it")
            assert "The laugh." in paper(stage)
            assert "with A. B." in paper(stage)
            await stage.tap("sheet-between-us")
            assert "The laugh." not in paper(stage)

    played(act)


def test_with_nothing_else_between_us_an_open_moment_with_the_therapist_can_be_shown() -> None:
    async def act() -> None:
        journal = holding(THERAPIST, happened("m", 1, people=("ther",), text="The laugh."))
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-moments")
            assert "The laugh." not in paper(stage)
            await stage.tap("sheet-between-us")
            assert "The laugh." not in paper(stage)
            await stage.tap("show-it")
            assert "The laugh." in paper(stage)

    played(act)


def test_a_moment_that_is_private_on_the_list_is_on_no_sheet() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            happened("m", 1, people=("jun",), text="The phone."),
            point("p", "about it", source="m", private=True),
        )
        async with Stage(journal, "/bring/prepare/sheet") as stage:
            await stage.tap("sheet-moments")
            assert "The phone." not in paper(stage)

    played(act)


# -- finding them ------------------------------------------------------------------------------


def test_entries_have_moments_and_find_them_by_words_and_by_names() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOD,
            happened("m", 1, people=("jun",), text="The phone.", tags=("accent",)),
            happened("n", 2, "good", ways=("nod",), story="an older one"),
            check_in("c", 1, people=("jun",)),
        )
        async with Stage(journal, "/entries") as stage:
            assert set(shown(stage, "entry-")) == {"entry-m", "entry-n", "entry-c"}
            assert "Something went off, with Jun · open · 12:00" in read(stage)
            await stage.tap("kind-moments")
            assert shown(stage, "entry-") == ["entry-m", "entry-n"]
            for typed, found in (
                ("phone", ["entry-m"]),
                ("JUN", ["entry-m"]),
                ("accent", ["entry-m"]),
                ("nodding", ["entry-n"]),
                ("older", ["entry-n"]),
                ("wren", []),
            ):
                await stage.type("search", typed)
                assert shown(stage, "entry-") == found, typed
            await stage.type("search", "phone")
            await stage.tap("entry-m")
            assert stage.page.route == "/entries/m"
            assert not is_off(stage, "delete")

    played(act)


def test_in_a_wide_window_a_moment_stands_beside_the_entries() -> None:
    async def act() -> None:
        journal = holding(JUN, happened("m", 1, text="The phone."), happened("n", 2, text="Soup."))
        async with Stage(journal, "/entries", width=1280) as stage:
            await stage.tap("entry-m")
            assert held(stage, "moment-text") == "The phone."
            await stage.tap("entry-n")
            assert held(stage, "moment-text") == "Soup."
            await stage.tap("repair-mended")
            assert the(journal, Moment, "m").mending == ()
            assert the(journal, Moment, "n").repair == "mended"

    played(act)
