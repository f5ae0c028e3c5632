"""What a tap on a moment becomes: told in seconds, more only if wanted, mended or left as it is."""

import asyncio
import errno
from dataclasses import replace
from datetime import timedelta

import flet as ft
import pytest

from domain.entries import (
    MOMENT_KINDS,
    REPAIRS,
    CheckIn,
    Mending,
    Moment,
    MomentKind,
    Person,
    TalkingPoint,
    TherapySession,
)
from tests.views.parts import JUN, NOOR, check_in, chosen, held, shown, the_one
from tests.views.people import (
    DAY,
    KIT,
    LU,
    MORE,
    NOD,
    THERAPIST,
    happened,
    identifiers,
    label,
    read,
    turned_on,
)
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import SESSION, holding, the_session

ROWS = [f"repair-{one.replace('_', '-')}" for one in REPAIRS]
PAGES = {"the sheet": "/moment", "a check-in": "/add/c/moment", "somebody": "/people/jun/moment"}


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
