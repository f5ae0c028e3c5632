"""Every place shows something that can be read and reached, whatever the journal holds."""

from collections.abc import Iterable
from datetime import datetime, timedelta, timezone
from functools import partial
from itertools import product
from typing import Any
from urllib.parse import quote

import flet as ft
import pytest
from flet.messaging.protocol import Message, MessageAction

from domain.entries import (
    BRING,
    CANT_TELL,
    MOMENT_KINDS,
    REPAIRS,
    AfterContact,
    Break,
    CheckIn,
    Closeness,
    Draft,
    Entry,
    Helping,
    Here,
    Mending,
    Moment,
    Offer,
    OwnPrompt,
    Part,
    PartMap,
    PartWord,
    Pause,
    Person,
    Reflection,
    Relation,
    Reply,
    Schedule,
    Settings,
    Sitting,
    Spot,
    Supporter,
    TalkingPoint,
    Therapy,
    TherapySession,
    Way,
)
from domain.looking_back.look import ChartName, Look
from domain.looking_back.stretch import Stretch
from domain.prompts import prompts
from domain.sample import sample_entries
from domain.words import body_words, quarters
from storage.journal import TinyJournal, forgetful_journal
from storage.loose import LooseKeeper
from tests.views.stage import NOON, Stage, played
from views import theme

WALL = datetime(2026, 6, 9, 14)  # noqa: DTZ001
ID = "01J00000000000000000000000"
EMPTY: tuple[Entry, ...] = (Settings(welcomed=True),)
FULL: tuple[Entry, ...] = (
    Settings(welcomed=True, region="GB", supporters=(Supporter("Noor", "555 0100", "any hour"),)),
    *sample_entries(NOON),
)
POINT, SCHEDULE, SESSION, PART, REFLECTION, SITTING, PERSON = (
    next(one.id for one in FULL if isinstance(one, kind))
    for kind in (TalkingPoint, Schedule, TherapySession, Part, Reflection, Sitting, Person)
)
MOMENT = next(one.id for one in FULL if isinstance(one, Moment) and one.repair)
OTHER = next(one.id for one in FULL if isinstance(one, Part) and one.id != PART)
SETS = ("parts", "connection", "before_session", "after_session")
LONG_NAME = "The one with a name that nobody would ever " + "want" * 100
FULL_NAME = "\u202eהקול הקטן \U0001f9e3 "


def odd_parts() -> tuple[Entry, ...]:
    """Parts, people, a map, looks inward and answers as no screen would make them."""
    nobody: dict[str, Any] = {"at": NOON, "part": "gone", "asking": "Z99"}
    mine: dict[str, Any] = {**nobody, "part": PART}
    return (
        Part(id=PART, at=NOON, name=LONG_NAME, around=("gone", "rtl", PART), says="”“", about="\n"),
        Part(id=OTHER, at=NOON + timedelta(days=400), name=FULL_NAME, role="unsure"),
        Part(id="tender", at=NOON, name=LONG_NAME, role="tender", resting_since=NOON),
        Part(id="early", at=NOON, name="\u0301", resting_since=NOON + timedelta(days=400)),
        Person(id="rtl", at=NOON, name=FULL_NAME),
        Person(id="long", at=NOON, name=LONG_NAME),
        CheckIn(
            id="company",
            at=NOON,
            logged_at=NOON,
            people=("gone", "rtl", "rtl", "long"),
            parts=(Here("gone", "all"), Here(PART, "corner"), Here(PART), Here("tender", "half")),
        ),
        PartMap(
            id="map",
            at=NOON - timedelta(days=1),
            spots=(Spot("gone", 1, 1), Spot(PART, 1e300, -1e300), Spot(PART, 175, 200)),
            off=("gone", OTHER, OTHER),
            relations=(Relation("gone", "protects", PART), Relation(PART, "avoids", PART)),
        ),
        PartMap(id="later", at=NOON + timedelta(days=400), off=("gone",)),
        Sitting(id=SITTING, **nobody, stage="stopped", replies=(Reply("Z99", "?", "\u202e"),)),
        Sitting(id="1", **nobody, other="gone"),
        Sitting(id="2", **mine, other="gone", stage="gate", toward=("curious", "unsure")),
        Sitting(id="3", **mine, toward=("okay",), stage="know", replies=(Reply("P32", "?", "x"),)),
        Sitting(id="4", **mine, other=OTHER, replies=(Reply("P54", "?", "", "gone", True),)),
        Reflection(id=REFLECTION, at=NOON, prompt="Z99", asked="\u202e?", text=" "),
        Reflection(id="5", at=NOON, prompt="", asked="?" * 3_000, text="long" * 3_000),
        *(
            TalkingPoint(id=f"from {id}", at=NOON, source=id, tags=("parts",))
            for id in ("gone/99", "3/0", "3/99", "4/0", "1", PART, "tender", REFLECTION)
        ),
    )


def odd_people() -> tuple[Entry, ...]:
    """People, moments and what was told after contact, as no screen would make them."""
    later, earlier = NOON + timedelta(days=400), NOON - timedelta(days=400)
    far = NOON.astimezone(timezone(timedelta(hours=14)))
    whole: dict[str, Any] = {
        "logged_at": later,
        "people": (PERSON, "gone", PERSON, "rtl"),
        "text": "long " * 1_000,
        "told_in": "gone",
        "ways": ("gone", "way", "way"),
        "tags": ("", " ", FULL_NAME, "x" * 300),
        "felt": ("safe", "on_guard", "safe"),
        "they_will": "\u202e" * 20,
        "could_say": "not_safely",
        "turned_out": "surprised",
    }
    return (
        Person(
            id=PERSON,
            at=NOON,
            name=LONG_NAME,
            bond="\u202e\n" + "long" * 1_250,
            angle=1e300,
            closeness=(
                Closeness(earlier),
                Closeness(NOON, 7, 1),
                Closeness(earlier, 3),
                Closeness(NOON, None, 4),
                Closeness(far, 1, None),
            ),
            therapy="gone",
        ),
        Person(id="none", at=NOON, name="\u0301", angle=-1e300, closeness=(Closeness(NOON),)),
        Person(id="ahead", at=later, name="\U0001f9e3", closeness=(Closeness(later, 2, 6),)),
        Person(id="rests", at=NOON, name="\u202e", bond=" ", resting_since=later),
        *(
            Person(
                id=f"same {n}", at=NOON, name="Same", angle=90.0, closeness=(Closeness(NOON, 7),)
            )
            for n in range(9)
        ),
        *(
            Moment(id=f"of {kind}", at=NOON, kind=kind, mending=(Mending(later, "open"),), **whole)
            for kind in MOMENT_KINDS
        ),
        *(
            Moment(
                id=f"at {n}", at=NOON, logged_at=NOON, kind="rupture", mending=(Mending(at, to),)
            )
            for n, (at, to) in enumerate((at, to) for at in (earlier, later) for to in REPAIRS)
        ),
        Moment(
            id=MOMENT,
            at=far,
            kind="rupture",
            mending=(Mending(later, "not_safe"), Mending(earlier, "mended")),
            **whole,
        ),
        Moment(id="ahead of us", at=later, logged_at=NOON, kind="good", people=("ahead",)),
        Moment(id="told", at=NOON, logged_at=NOON, kind="need", told_in=ID, tags=("",)),
        AfterContact(id="nobody's", at=NOON, person="gone", zest="more"),
        AfterContact(id="nothing", at=NOON, person=PERSON),
        AfterContact(id="tomorrow", at=later, person=PERSON, worth="less"),
        AfterContact(id="long ago", at=earlier, person=PERSON, wanting="same"),
        Way(id="way", at=NOON, name=LONG_NAME, helps="long" * 1_250, costs="\u202e"),
        Way(id="no way", at=later, name="\u0301"),
        *(
            TalkingPoint(id=f"from {id}", at=NOON, source=id)
            for id in (PERSON, "none", MOMENT, "of good", "told", "nobody's")
        ),
    )


ODD: tuple[Entry, ...] = (
    Settings(
        welcomed=True,
        region="Atlantis",
        two_rows=True,
        ask_body=False,
        supporters=(Supporter("", ""),),
        own_words=("", "x" * 300, "anxious"),
        hidden_words=(*(word for group in quarters() for word in group), *body_words()),
        part_word=PartWord("ß\u202e", "x" * 120),
        hidden_prompts=(*(one.id for name in SETS for one in prompts(name)), "Z99", "", "own"),
        own_prompts=(
            OwnPrompt("own", "hidden", "day"),
            OwnPrompt("blank", " ", "day"),
            OwnPrompt("", "", "know"),
            OwnPrompt("long", "why" * 2_000, "notice"),
        ),
        offer=Offer(NOON.date() + timedelta(days=400), turns=-7, left=True),
        helping=(Helping(NOON.date() + timedelta(days=400), "weighing"),),
        pause=Pause(NOON.date() + timedelta(days=400), NOON.date()),
    ),
    *odd_parts(),
    *odd_people(),
    CheckIn(
        id=ID,
        at=NOON.astimezone(timezone(timedelta(hours=-11, minutes=-30))),
        logged_at=NOON + timedelta(days=400),
        pleasantness=CANT_TELL,
        energy=2,
        connection=CANT_TELL,
        feelings=("a word of nobody's", "שלום"),
        note="👩‍👧 \u202e\x00 " + "long" * 5_000,
    ),
    CheckIn(id=f"{ID[:-1]}1", at=NOON, logged_at=NOON),
    CheckIn(id=f"{ID[:-1]}2", at=NOON, logged_at=NOON, note="\n\n"),
    Draft(id=f"{ID[:-1]}3", about="gone", text="half", written_at=NOON),
    Draft(id=f"{ID[:-1]}4", about=BRING, text="half", written_at=NOON),
    Therapy(name="x" * 300),
    Therapy(id="other", name="", ended=NOON.date()),
    Schedule(
        id=ID,
        rule="FREQ=MONTHLY;BYDAY=1MO",
        start=datetime(2020, 2, 29, 2, 30),  # noqa: DTZ001
        zone="Mars/Olympus",
        breaks=(Break(NOON.date()),),
    ),
    Schedule(id=f"{ID[:-1]}5", therapy="gone", rule="FREQ=DAILY", start=WALL, zone="UTC"),
    TherapySession(id=f"{ID[:-2]}12", at=NOON - timedelta(hours=3), status="ended", therapy="gone"),
    TherapySession(
        id=f"{ID[:-1]}6",
        at=NOON - timedelta(hours=2),
        held_back="lot",
        felt_off="yes",
        connection=CANT_TELL,
        replies=(Reply("Z99", "A question that there is no more?", "\u202e"),),
    ),
    TalkingPoint(id=f"{ID[:-2]}11", at=NOON, source=ID, tags=("between_us", "needs"), pinned=True),
    TalkingPoint(id=f"{ID[:-1]}7", at=NOON, source="gone", session="gone", state="brought"),
    TalkingPoint(id=f"{ID[:-1]}8", at=NOON, text="long" * 25_000, first_sentence="\n"),
    TalkingPoint(id=f"{ID[:-1]}9", at=NOON, state="later"),
    TalkingPoint(id=f"{ID[:-2]}10", at=NOON, state="let_go", therapy="gone"),
)
YEAR = Stretch(NOON.date() - timedelta(days=364), NOON.date())
PICTURES: tuple[ChartName, ...] = ("pleasantness", "calendar", "moments", "answer")
JOURNALS = {"empty": EMPTY, "full": FULL, "odd": ODD}
PLACES = {
    "/": "How is it right now?",
    "/add/new": "Only a note",
    f"/add/{ID}": "A few words",
    f"/add/{ID}/note": "A few words",
    "/entries": "Entries",
    f"/entries/{ID}": "",
    "/entries/nothing": "",
    "/settings": "A day starts at",
    "/settings/about": "No clinician has reviewed",
    "/settings/export": "Readable text",
    "/settings/licences": "Meanwhile",
    "/settings/licences/pillow": "",
    "/settings/licences/nothing": "",
    "/settings/lock": "",
    "/settings/move-in": "Choose a file",
    "/settings/privacy": "What leaves",
    "/settings/reminders": "What they say",
    "/settings/reminders/nothing": "not there any more",
    "/settings/backups": "",
    "/settings/backups/carry": "",
    "/settings/backups/carry/encrypted": "",
    "/settings/erase": "",
    "/settings/erase/all": "",
    "/bring": "Something to bring",
    f"/bring/{POINT}": "",
    "/bring/nothing": "not in the journal any more",
    "/bring/prepare": "Before you go in",
    "/bring/prepare/sheet": "Your therapist only sees",
    "/bring/prepare/sheet/paper": "As it leaves",
    "/room": "",
    "/sessions": "Another therapist or group",
    f"/sessions/{SESSION}": "",
    f"/sessions/{SESSION}/not-held": "",
    "/sessions/nothing": "",
    "/sessions/plan/new/first": "How often",
    f"/sessions/plan/{SCHEDULE}": "",
    "/sessions/plan/nothing": "This plan is not there any more.",
    "/parts": "",
    "/parts/map": "",
    "/parts/new": "A name for it",
    f"/parts/{PART}": "",
    f"/parts/{PART}/edit": "",
    f"/parts/{PART}/sit": "",
    f"/parts/{PART}/sit/{OTHER}": "",
    f"/parts/{PART}/sit/gone": "Nothing is asked here.",
    "/parts/gone": "not in the journal any more",
    "/parts/gone/edit": "not in the journal any more",
    "/parts/gone/sit": "Nothing is asked here.",
    "/parts/gone/sit/gone": "Nothing is asked here.",
    "/settings/questions": "Your own",
    "/settings/pause": "Stop checking in",
    "/settings/ways": "in your own words",
    f"/entries/{REFLECTION}": "",
    f"/entries/{SITTING}": "",
    "/support": "contact emergency services",
    "/steady": "straight edges",
    "/nowhere": "There is no such place",
    "/people": "",
    "/people/list": "",
    "/people/new": "A name for them",
    f"/people/{PERSON}": "",
    f"/people/{PERSON}/edit": "",
    f"/people/{PERSON}/moment": "Something happened",
    "/people/gone": "not in the journal any more",
    "/people/gone/edit": "not in the journal any more",
    "/people/gone/moment": "Something happened",
    "/moment": "Something happened",
    f"/add/{ID}/moment": "A few words",
    f"/entries/{MOMENT}": "",
    "/look-back": "Look back",
    f"/look-back/{ID}": "",
    f"/look-back/{MOMENT}": "",
    "/look-back/nothing": "not in the journal any more",
    **{
        f"/look-back/look/{quote(Look(chart=name, stretch=YEAR).id, safe='')}": ""
        for name in PICTURES
    },
    "/look-back/look/nothing": "not in the journal any more",
}
LOOKS: dict[str, dict[str, Any]] = {
    "phone": {},
    "dark": {"brightness": "dark"},
    "large": {"text_scale": 2},
    "wide": {"width": 1280},
    "narrow": {"width": 320},
}


def journal_of(entries: Iterable[Entry]) -> TinyJournal:
    """A journal in memory that holds these."""
    journal = forgetful_journal()
    journal.put(*entries)
    return journal


# Dark has other colours and nothing else, and a narrow screen is full sooner than an empty one.
VISITS = [
    (entries, look)
    for entries, look in product(JOURNALS, LOOKS)
    if entries == "full" or look not in ("dark", "narrow")
]


@pytest.mark.parametrize(("entries", "look"), VISITS)
@pytest.mark.parametrize("place", PLACES)
def test_every_place_can_be_read_and_reached(place: str, entries: str, look: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(JOURNALS[entries]), place, **LOOKS[look]) as stage:
            assert PLACES[place] in stage.words()
            assert ".. " not in stage.words()
            assert stage.node("more-support")
            assert stage.node("sit-steady" if "/sit" in place else "steady-yourself")
            can_be_reached(stage)

    played(act)


@pytest.mark.parametrize("place", PLACES)
def test_every_place_goes_on_when_its_window_becomes_wide_and_narrow(place: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), place) as stage:
            for width in (1280, 390):
                stage.state.width = width
                await stage.settle()
                assert PLACES[place] in stage.words()
            await stage.go("/settings/about")
            assert "No clinician has reviewed" in stage.words()

    played(act)


@pytest.mark.parametrize("entries", ["full", "odd"])
@pytest.mark.parametrize(
    ("place", "words"),
    {
        f"/parts/{PART}": "How much of you is this right now?",
        f"/parts/{PART}/edit": "What it says, in its own words",
        "/parts/map": "In words",
        f"/entries/{REFLECTION}": "Bring this to session",
        f"/entries/{SITTING}": "A look inward",
        "/bring/prepare": "that were around",
        "/people": "In words",
        "/people/list": "Resting",
        f"/people/{PERSON}": "Over time",
        f"/people/{PERSON}/edit": "What they are to you",
        f"/entries/{MOMENT}": "Where is it now?",
        "/look-back": "Bring this: Calendar",
        f"/look-back/{MOMENT}": "Where is it now?",
        f"/look-back/look/{quote(Look(chart='moments', stretch=YEAR).id, safe='')}": "went off, by",
    }.items(),
)
def test_what_is_there_is_shown_however_odd_it_is(place: str, words: str, entries: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(JOURNALS[entries]), place) as stage:
            assert words in stage.words()

    played(act)


@pytest.mark.parametrize("width", [840, 1023, 1280, 2560])
def test_no_pane_of_a_wide_window_is_narrower_than_a_phone(width: int) -> None:
    left = theme.pane_left(width)
    assert left >= 360
    assert width - theme.RAIL - left >= 350


def test_first_run_has_three_steps_and_ends_on_today() -> None:
    async def act() -> None:
        async with Stage(journal_of(())) as stage:
            for step in (1, 2, 3):
                assert f"Step {step} of 3" in stage.words()
                assert stage.node("more-support")
                can_be_reached(stage)
                await stage.tap("first-run-next")
            assert "How is it right now?" in stage.words()

    played(act)


@pytest.mark.parametrize("place", ["/", "/entries", "/look-back", "/support", "/steady"])
def test_without_a_journal_there_is_a_sentence_and_help(place: str) -> None:
    async def act() -> None:
        keeper = LooseKeeper(journal_of(()))
        keeper.refused = "It is damaged."
        async with Stage(keeper, place) as stage:
            assert ("It is damaged." in stage.words()) == (place in ("/", "/entries", "/look-back"))
            assert stage.node("more-support")
            assert stage.node("add-person") is None
            can_be_reached(stage)

    played(act)


def test_the_mood_is_asked_in_two_rows_where_that_is_set_and_where_the_pad_has_no_room() -> None:
    async def act(width: float, rows: bool, asked: str, not_asked: str) -> None:
        journal = journal_of((Settings(welcomed=True, two_rows=rows), *sample_entries(NOON)))
        newest = journal.all(CheckIn)[-1]
        for place in ("/", f"/entries/{newest.id}"):
            async with Stage(journal, place, width=width) as stage:
                assert stage.node(asked), place
                assert not stage.node(not_asked), place

    played(partial(act, 360, False, "pad", "two-rows"))
    played(partial(act, 359, False, "two-rows", "pad-or-rows"))
    played(partial(act, 390, True, "two-rows", "pad"))


def test_a_word_stays_where_it_is_when_it_is_chosen() -> None:
    def feelings(stage: Stage) -> list[str]:
        every = (one.identifier for one, _ in stage.controls() if isinstance(one, ft.Semantics))
        return [name for name in every if name and name.startswith("feeling-")]

    async def act() -> None:
        async with Stage(journal_of(EMPTY)) as stage:
            one = await stage.state.answer(pleasantness=2, energy=6)
            await stage.go(f"/add/{one}")
            before = feelings(stage)
            for name in (before[3], before[2]):
                await stage.tap(name)
            assert feelings(stage) == before
            assert len(stage.state.of_today()[-1].feelings) == 2

    played(act)


def test_a_page_goes_on_after_its_connection_broke_in_the_middle_of_a_change() -> None:
    async def act() -> None:
        async with Stage(journal_of(EMPTY)) as stage:
            stage.break_off()
            await stage.state.answer(pleasantness=3, energy=5)
            await stage.settle()
            await stage.come_back()
            assert stage.node("saved")
            await stage.tap("undo")
            assert stage.node("saved") is None

    played(act)


def test_no_change_is_written_out_in_words() -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), "/look-back") as stage:
            await stage.tap("range-all")
            assert 0 < stage.longest_message < 40
            # As a page that is loaded again gets it.
            assert len(f"{Message(MessageAction.REGISTER_CLIENT, stage.page)}") < 40

    played(act)


def test_what_happens_while_nobody_sees_a_page_is_on_it_afterwards() -> None:
    async def act() -> None:
        journal = journal_of(EMPTY)
        async with Stage(journal, "/entries") as stage:
            await stage.session.disconnect(3600)
            journal.put(CheckIn(id=ID, at=NOON, logged_at=NOON, note="from another tab"))
            await stage.come_back()
            assert "from another tab" in stage.words()

    played(act)


def test_a_screen_below_another_is_drawn_when_it_is_at_the_top_again() -> None:
    async def act() -> None:
        journal = journal_of(EMPTY)
        async with Stage(journal, "/entries") as stage:
            await stage.go("/entries/none")
            below = stage.screens()[:-1]
            journal.put(CheckIn(id=ID, at=NOON, logged_at=NOON, note="from another tab"))
            await stage.settle()
            assert [id(one) for one in stage.screens()[:-1]] == [id(one) for one in below]
            await stage.browse("/entries")
            assert "from another tab" in stage.words()

    played(act)


def test_what_the_journal_tells_is_shown_until_it_was_read() -> None:
    async def act() -> None:
        async with Stage(journal_of(EMPTY)) as stage:
            stage.state.told = ("One thing.", "Another.")
            await stage.settle()
            assert "One thing." in stage.words()
            can_be_reached(stage)
            await stage.tap("told-read")
            assert "Another." in stage.words()
            await stage.tap("told-read")
            assert stage.node("told") is None

    played(act)


def can_be_reached(stage: Stage) -> None:
    """All that is used has a name, an identifier of its own, and room for a finger."""
    seen: list[str] = []
    for one, around in stage.controls():
        if not _is_used(one) or any(
            isinstance(other, ft.Semantics) and other.exclude_semantics for other in around
        ):
            continue
        # A field is called what stands in it while it is empty.
        says = one.hint_text if isinstance(one, ft.TextField) else None
        names = [
            other
            for other in around
            if isinstance(other, ft.Semantics) and (other.label or (says and other.identifier))
        ]
        assert names, one
        assert names[-1].identifier, names[-1].label
        seen.append(names[-1].identifier)
        for size in (getattr(one, "width", None), getattr(one, "height", None)):
            assert size is None or size >= 48
    assert len(seen) == len(set(seen)), sorted(seen)


def _is_used(one: object) -> bool:
    if isinstance(one, ft.GestureDetector):
        return bool(one.on_tap) and not one.exclude_from_semantics
    if isinstance(one, ft.PopupMenuButton | ft.Slider):
        return True
    return isinstance(one, ft.TextField) or (isinstance(one, ft.TextButton) and bool(one.on_click))
