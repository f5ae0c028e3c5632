"""What taps on people and places become: adding, changing, resting, deleting, and their order."""

import asyncio
import errno
from dataclasses import replace

import pytest

from domain.entries import (
    COLORS,
    ICONS,
    PERSON_SHAPES,
    AfterContact,
    CheckIn,
    Moment,
    Part,
    Person,
    TalkingPoint,
    Therapy,
)
from domain.people import OFFERED, free_look
from tests.views.parts import (
    JUN,
    MADE,
    NOOR,
    OWL,
    check_in,
    chosen,
    held,
    is_off,
    shown,
    the,
    the_one,
)
from tests.views.people import DAY, KIT, LU, THERAPIST, happened, label, near, read, turned_on
from tests.views.stage import NOON, Stage, played
from tests.views.test_state import on_disk
from tests.views.therapy import holding, point

# -- none, and the first -----------------------------------------------------------------------


@pytest.mark.parametrize("place", ["/people", "/people/list"])
def test_without_anybody_there_is_a_sentence_and_one_way(place: str) -> None:
    async def act() -> None:
        async with Stage(holding(), place) as stage:
            assert "No one here yet" in stage.words()
            assert "In your own words." in stage.words()
            assert stage.node("web") is None
            await stage.tap("first-person")
            assert stage.page.route == "/people/new"

    played(act)


def test_nobody_is_there_before_the_person_adds_them() -> None:
    async def act() -> None:
        noted = replace(check_in("c", 0), note="My mother and my partner Jo called. The cat too.")
        journal = holding(noted)
        async with Stage(journal) as stage:
            for place in ("/people", "/people/list", "/people/new", "/moment", "/add/c/people"):
                await stage.go(place)
                for name in ("mother", "partner", "friend", "family", "Jo ", "cat"):
                    assert name not in stage.words().replace(noted.note, ""), place
                assert shown(stage, "with-") == shown(stage, "moment-with-") == []
            assert journal.all(Person) == ()

    played(act)


def test_somebody_is_added_with_nothing_but_a_name() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/people/new") as stage:
            assert is_off(stage, "keep-person")
            await stage.type("person-name", "   ")
            assert is_off(stage, "keep-person")
            await stage.type("person-name", " The  choir ")
            assert journal.all(Person) == ()
            await stage.tap("keep-person")
            made = the_one(journal, Person)
            assert (made.name, made.bond, made.icon, made.therapy) == ("The choir", "", "", "")
            assert (made.closeness, made.resting) == ((), False)
            assert stage.page.route == f"/people/{made.id}"
            assert "The choir" in stage.words()

    played(act)


def test_the_bond_and_the_look_that_were_chosen_are_kept() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/people/new") as stage:
            await stage.type("person-name", "Biscuit")
            await stage.type("person-bond", " thirteen years of walks ")
            for tap in ("icon-paw", "shape-bloom", "color-plum"):
                await stage.tap(tap)
            assert held(stage, "person-name") == "Biscuit"
            await stage.tap("keep-person")
            made = the_one(journal, Person)
            assert (made.bond, made.icon) == ("thirteen years of walks", "paw")
            assert (made.shape, made.color) == ("bloom", "plum")
            assert "thirteen years of walks" in stage.words()

    played(act)


def test_enter_keeps_somebody_and_not_now_keeps_nobody() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/people/new") as stage:
            await stage.type("person-name", "Jun")
            await stage.tap("person-not-now")
            assert stage.page.route == "/people"
            assert journal.all(Person) == ()
            await stage.go("/people/new")
            await stage.type("person-name", "Jun")
            await stage.submit("person-name")
            assert the_one(journal, Person).name == "Jun"

    played(act)


def test_two_quick_taps_add_somebody_once() -> None:
    async def act() -> None:
        journal = holding()
        async with Stage(journal, "/people/new") as stage:
            await stage.type("person-name", "Jun")
            await asyncio.gather(stage.tap("keep-person"), stage.tap("keep-person"))
            assert len(journal.all(Person)) == 1

    played(act)


@pytest.mark.parametrize("count", [0, 1, 5, len(OFFERED)])
def test_the_first_look_that_nobody_has_is_offered_and_no_sign(count: int) -> None:
    async def act() -> None:
        there = [
            Person(id=f"p{n}", at=MADE, name=f"{n}", shape=shape, color=color)
            for n, (shape, color) in enumerate(OFFERED[:count])
        ]
        journal = holding(*there)
        shape, color = free_look(there)
        async with Stage(journal, "/people/new") as stage:
            assert chosen(stage, "shape-") == [f"shape-{shape}"]
            assert chosen(stage, "color-") == [f"color-{color}"]
            assert chosen(stage, "icon-") == ["icon-letter"]
            assert len(shown(stage, "shape-")) == len(PERSON_SHAPES)
            assert len(shown(stage, "color-")) == len(COLORS)
            assert len(shown(stage, "icon-")) == len(ICONS)
            await stage.type("person-name", "New")
            await stage.tap("keep-person")
            made = next(one for one in journal.all(Person) if one.name == "New")
            assert (made.shape, made.color, made.icon) == (shape, color, "")

    played(act)


@pytest.mark.parametrize("way", ["keep-person", "try-again"])
def test_somebody_who_cannot_be_kept_stays_on_the_screen_and_is_kept_once(way: str) -> None:
    async def act() -> None:
        journal, disk = on_disk()
        async with Stage(journal, "/people/new") as stage:
            await stage.type("person-name", "Jun")
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.tap("keep-person")
            assert "Not saved yet" in stage.words()
            assert held(stage, "person-name") == "Jun"
            assert journal.all(Person) == ()
            disk.fault = None
            await stage.tap(way)
            if stage.node("keep-person") and not is_off(stage, "keep-person"):
                await stage.tap("keep-person")
            assert [one.name for one in journal.all(Person)] == ["Jun"]

    played(act)


# -- changing ----------------------------------------------------------------------------------


def test_what_somebody_is_called_and_is_to_one_is_kept_with_every_letter() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, "/people/jun/edit") as stage:
            words = "my person, yes"
            for letters in range(1, len(words) + 1):
                await stage.type("person-bond", words[:letters])
                assert the(journal, Person, "jun").bond == words[:letters]
            for typed, kept in (("Ju", "Ju"), ("", "Ju"), ("  ", "Ju"), (" Juno  B", "Juno B")):
                await stage.type("person-name", typed)
                assert the(journal, Person, "jun").name == kept
                assert held(stage, "person-name") == typed
            assert the(journal, Person, "jun").edited_at == NOON
            await stage.tap("person-done")
            assert stage.page.route == "/people/jun"
            assert {"Juno B", words} <= set(read(stage))

    played(act)


def test_a_new_name_is_that_of_all_that_was_noted_before() -> None:
    async def act() -> None:
        told = happened("m", 1, people=("jun",))
        journal = holding(JUN, check_in("c", 1, people=("jun",)), told)
        async with Stage(journal, "/people/jun/edit") as stage:
            await stage.type("person-name", "Juno")
            await stage.go("/entries")
            assert "with Juno" in stage.words()
            assert "Something went off, with Juno" in stage.words()

    played(act)


def test_a_bond_of_nothing_leaves_no_line() -> None:
    async def act() -> None:
        journal = holding(replace(JUN, bond="my person"))
        async with Stage(journal, "/people/jun/edit") as stage:
            await stage.type("person-bond", "")
            assert the(journal, Person, "jun").bond == ""
            await stage.go("/people/list")
            assert label(stage, "person-jun") == "Jun"

    played(act)


def test_the_look_is_changed_and_nothing_else_is() -> None:
    async def act() -> None:
        before = near("jun", "Jun", (3, 4, 5))
        journal = holding(before)
        async with Stage(journal, "/people/jun/edit") as stage:
            for tap in ("icon-book", "shape-arch", "color-clay", "icon-letter"):
                await stage.tap(tap)
            expected = replace(before, edited_at=NOON, shape="arch", color="clay")
            assert the(journal, Person, "jun") == expected

    played(act)


def test_words_about_somebody_that_cannot_be_kept_stay_until_they_can() -> None:
    async def act() -> None:
        journal, disk = on_disk()
        journal.put(JUN)
        async with Stage(journal, "/people/jun/edit") as stage:
            disk.fault = OSError(errno.ENOSPC, "")
            await stage.type("person-bond", "my person")
            await stage.tap("shape-arch")
            assert "Not saved yet" in stage.words()
            assert held(stage, "person-bond") == "my person"
            disk.fault = None
            await stage.tap("try-again")
            jun = the(journal, Person, "jun")
            assert (jun.bond, jun.shape) == ("my person", "arch")

    played(act)


def test_one_of_the_people_may_be_the_therapist_and_stop_being_it() -> None:
    async def act() -> None:
        journal = holding(JUN)
        async with Stage(journal, "/people/jun/edit") as stage:
            assert not turned_on(stage, "therapist-first")
            await stage.tap("therapist-first")
            assert turned_on(stage, "therapist-first")
            assert the(journal, Person, "jun").therapy == "first"
            await stage.tap("therapist-first")
            assert the(journal, Person, "jun").therapy == ""

    played(act)


def test_of_several_therapies_it_is_one() -> None:
    async def act() -> None:
        group = Therapy(id="group", name="Thursday group")
        journal = holding(JUN, Therapy(name="Ada"), group)
        async with Stage(journal, "/people/jun/edit") as stage:
            assert "My therapist: Ada" in stage.words()
            await stage.tap("therapist-first")
            await stage.tap("therapist-group")
            assert the(journal, Person, "jun").therapy == "group"
            assert not turned_on(stage, "therapist-first")

    played(act)


# -- resting, deleting -------------------------------------------------------------------------


def test_somebody_rests_and_comes_back_and_each_can_be_undone() -> None:
    async def act() -> None:
        journal = holding(near("jun", "Jun", (3, 4, None)), check_in("c", 0))
        async with Stage(journal, "/people/jun") as stage:
            await stage.tap("rest-person")
            assert the(journal, Person, "jun").resting_since == NOON
            await stage.tap("undo-notice")
            assert not the(journal, Person, "jun").resting
            await stage.tap("rest-person")
            assert "Resting" in read(stage)
            for place, gone in (("/add/c", "with-jun"), ("/moment", "moment-with-jun")):
                await stage.go(place)
                assert stage.node(gone) is None
            await stage.go("/people")
            assert stage.node("web-jun") is None
            await stage.go("/people/list")
            await stage.tap("person-jun")
            await stage.tap("wake-person")
            assert not the(journal, Person, "jun").resting
            await stage.tap("undo-notice")
            assert the(journal, Person, "jun").resting
            await stage.tap("wake-person")
            await stage.go("/people")
            assert stage.node("web-jun")
            await stage.go("/add/c")
            assert stage.node("with-jun")

    played(act)


def test_resting_keeps_everything_that_was_told() -> None:
    async def act() -> None:
        before = near("jun", "Jun", (9, 2, 3), (3, 4, None), bond="my person", angle=40.0)
        journal = holding(before)
        async with Stage(journal, "/people/jun") as stage:
            await stage.tap("rest-person")
            await stage.tap("wake-person")
            assert the(journal, Person, "jun") == replace(before, edited_at=NOON)

    played(act)


def test_who_is_deleted_goes_with_what_was_told_after_contact_and_undo_brings_all_back() -> None:
    async def act() -> None:
        mine = AfterContact(id="a", at=NOON - DAY, person="jun", zest="more")
        other = AfterContact(id="b", at=NOON - DAY, person="noor", zest="less")
        here = check_in("c", 1, people=("jun", "noor"))
        told = happened("m", 1, people=("jun",))
        jun = near("jun", "Jun", (3, 4, 5))
        journal = holding(jun, NOOR, mine, other, here, told)
        async with Stage(journal, "/people/jun") as stage:
            await stage.tap("delete-person")
            assert stage.page.route == "/people"
            assert journal.all(Person) == (NOOR,)
            assert journal.all(AfterContact) == (other,)
            assert (journal.all(CheckIn), journal.all(Moment)) == ((here,), (told,))
            assert stage.node("web-jun") is None
            await stage.tap("undo-notice")
            assert the(journal, Person, "jun") == jun
            assert set(journal.all(AfterContact)) == {mine, other}
            assert stage.node("web-jun")
            await stage.go("/entries")
            assert "with Jun, Noor" in stage.words()

    played(act)


def test_what_was_brought_about_somebody_outlives_them() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            TalkingPoint(id="a", at=NOON, source="jun"),
            point("b", "my own words", source="jun"),
        )
        async with Stage(journal, "/people/jun") as stage:
            await stage.tap("delete-person")
            kept = {one.id: one.text for one in journal.all(TalkingPoint)}
            assert kept == {"a": "Jun", "b": "my own words"}
            await stage.go("/bring")
            assert "my own words" in stage.words()

    played(act)


def test_a_moment_with_somebody_who_is_gone_names_nobody() -> None:
    async def act() -> None:
        lu = happened("m", 1, people=("lu", "nobody"), text="At the door.")
        async with Stage(holding(LU, lu), "/people/lu") as stage:
            await stage.tap("delete-person")
            stage.state.tell(None)
            for place in ("/entries", "/entries/m", "/bring/prepare"):
                await stage.go(place)
                words = held(stage, "moment-text") if place == "/entries/m" else stage.words()
                assert "At the door." in words
                assert not any(word in stage.words() for word in ("Lu", "lu\n", "nobody"))

    played(act)


# -- in which order ----------------------------------------------------------------------------


def test_the_list_is_sorted_by_name_however_often_and_lately_somebody_was_met() -> None:
    async def act() -> None:
        often = [check_in(f"c{n}", n, people=("noor",)) for n in range(9)]
        journal = holding(
            near("noor", "noor", (1, 7, 7)),
            near("ana", "Zoë", (1, 1, None)),
            LU,
            near("jun", "Jun", (1, 3, None)),
            *often,
            *(happened(f"m{n}", n, people=("lu",)) for n in range(5)),
        )
        async with Stage(journal, "/people/list") as stage:
            order = [f"person-{id}" for id in ("jun", "lu", "noor", "ana")]
            assert shown(stage, "person-") == order
            await stage.go("/people/jun")
            await stage.tap("now-7")
            await stage.go("/people/list")
            assert shown(stage, "person-") == order

    played(act)


def test_in_the_list_are_words_and_below_are_those_who_rest() -> None:
    async def act() -> None:
        journal = holding(
            near("jun", "Jun", (1, 4, 5), bond="my person"),
            LU,
            replace(KIT, name="Abe"),
            happened("m", 1, people=("jun",)),
            check_in("c", 1, people=("jun", "lu")),
        )
        async with Stage(journal, "/people/list") as stage:
            assert label(stage, "person-jun") == "Jun, my person, closeness 4, something open"
            assert label(stage, "person-lu") == "Lu, once together"
            assert shown(stage, "person-") == ["person-jun", "person-lu", "person-kit"]
            lines = read(stage)
            assert lines.index("Lu") < lines.index("Resting") < lines.index("Abe")

    played(act)


def test_chips_have_the_one_last_met_first_at_a_check_in_or_in_a_moment() -> None:
    async def act() -> None:
        journal = holding(
            JUN,
            NOOR,
            LU,
            KIT,
            OWL,
            *(check_in(f"c{n}", 5 + n, people=("lu",)) for n in range(4)),
            check_in("d", 3, people=("jun",)),
            happened("m", 1, people=("noor",)),
            check_in("e", 0),
        )
        async with Stage(journal, "/add/e") as stage:
            order = ["noor", "jun", "lu"]
            assert shown(stage, "with-") == [f"with-{id}" for id in order]
            await stage.go("/moment")
            await stage.tap("happened-good")
            assert shown(stage, "moment-with-") == [f"moment-with-{id}" for id in order]
            # Choosing moves nobody.
            await stage.go("/add/e")
            await stage.tap("with-lu")
            assert shown(stage, "with-") == [f"with-{id}" for id in order]

    played(act)


def test_somebody_added_from_a_check_in_has_a_page_and_a_look_of_their_own() -> None:
    async def act() -> None:
        journal = holding(check_in("c", 0))
        async with Stage(journal, "/add/c") as stage:
            for name in ("The choir", "Jun"):
                await stage.tap("add-person")
                await stage.type("add-person-name", name)
                await stage.submit("add-person-name")
            made = journal.all(Person)
            assert [(one.shape, one.color) for one in made] == list(OFFERED[:2])
            assert len({one.angle for one in made}) == 2
            assert the_one(journal, CheckIn).people == tuple(one.id for one in made)
            await stage.go("/people/list")
            await stage.tap(f"person-{made[0].id}")
            assert "The choir" in read(stage)

    played(act)


# -- ways there and back -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("place", "back"),
    {
        "/people/jun": "/people",
        "/people/new": "/people",
        "/people/jun/edit": "/people/jun",
        "/people/gone": "/people",
    }.items(),
)
def test_back_goes_to_where_it_leads_from(place: str, back: str) -> None:
    async def act() -> None:
        async with Stage(holding(JUN), place) as stage:
            await stage.tap("back")
            assert stage.page.route == back

    played(act)


@pytest.mark.parametrize(
    ("place", "back"), {"/people/jun/moment": "/people/jun", "/moment": "/"}.items()
)
def test_done_closes_what_lies_over_a_screen(place: str, back: str) -> None:
    async def act() -> None:
        async with Stage(holding(JUN), place) as stage:
            await stage.tap("done")
            assert stage.page.route == back

    played(act)


def test_the_web_and_the_list_are_one_tap_apart_and_both_among_the_places() -> None:
    async def act() -> None:
        async with Stage(holding(near("jun", "Jun", (1, 4, None)))) as stage:
            await stage.tap("nav-people")
            assert stage.page.route == "/people"
            assert chosen(stage, "people-") == ["people-web"]
            await stage.tap("people-list")
            assert stage.page.route == "/people/list"
            assert chosen(stage, "people-") == ["people-list"]
            assert chosen(stage, "nav-") == ["nav-people"]
            await stage.tap("new-person")
            assert stage.page.route == "/people/new"
            await stage.go("/people/list")
            await stage.tap("people-web")
            assert stage.page.route == "/people"

    played(act)


def test_in_a_wide_window_somebody_stands_beside_the_web() -> None:
    async def act() -> None:
        journal = holding(near("jun", "Jun", (1, 4, None)), near("noor", "Noor", (1, 2, None)))
        async with Stage(journal, "/people", width=1280) as stage:
            await stage.tap("web-jun")
            assert stage.page.route == "/people/jun"
            assert chosen(stage, "web-") == ["web-jun"]
            assert stage.node("now-4")
            await stage.tap("in-words-noor")
            assert stage.page.route == "/people/noor"
            assert chosen(stage, "web-") == ["web-noor"]
            assert chosen(stage, "now-") == ["now-2"]
            await stage.tap("edit-person")
            assert stage.page.route == "/people/noor/edit"

    played(act)


def test_somebody_with_parts_around_them_leads_to_those() -> None:
    async def act() -> None:
        journal = holding(JUN, replace(OWL, around=("jun",)), THERAPIST)
        async with Stage(journal, "/people/jun") as stage:
            assert "Parts that show up around them" in stage.words()
            await stage.tap("part-owl")
            assert stage.page.route == "/parts/owl"
            assert the_one(journal, Part).around == ("jun",)

    played(act)
