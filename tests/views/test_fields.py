"""What is typed stays as it was typed, however fast."""

import asyncio

import pytest

from domain.entries import Entry, Part, Person, Schedule, Settings, TalkingPoint, Therapy
from tests.views.parts import the_one
from tests.views.stage import Stage, played
from tests.views.test_places import FULL, PART, journal_of


@pytest.mark.parametrize(
    ("place", "identifier"),
    {
        "/bring": "quick-add",
        "/entries": "search",
        "/parts/new": "part-name",
        f"/parts/{PART}/edit": "part-name",
    }.items(),
)
def test_an_answer_that_comes_late_puts_no_earlier_words_over_later_ones(
    place: str, identifier: str
) -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), place) as stage:
            field = stage.field(identifier)
            stage.session.apply_patch(field._i, {"value": "Ow"})
            told = asyncio.ensure_future(stage.session.dispatch_event(field._i, "change", "Ow"))
            # Its handler begins with these words; nothing is drawn yet.
            await asyncio.sleep(0)
            # The client is ahead: it tells of this when the screen is being drawn anew.
            stage.session.apply_patch(field._i, {"value": "Owl"})
            await told
            await stage.settle()
            assert stage.field(identifier).value == "Owl"

    played(act)


@pytest.mark.parametrize(
    ("place", "identifier"), {"/bring": "quick-add", "/parts/new": "part-name"}.items()
)
def test_enter_keeps_every_letter_before_it_though_none_was_drawn(
    place: str, identifier: str
) -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), place) as stage:
            field = stage.field(identifier)
            stage.session.apply_patch(field._i, {"value": "Owl and hare"})
            await asyncio.gather(
                stage.session.dispatch_event(field._i, "change", "Owl and hare"),
                stage.session.dispatch_event(field._i, "submit", None),
            )
            await stage.settle()
            assert "Owl and hare" in stage.words()

    played(act)


@pytest.mark.parametrize(
    ("place", "opening", "identifier", "tapped", "kind"),
    [
        ("/parts/new", (), "part-name", "keep-part", Part),
        ("/people/new", (), "person-name", "keep-person", Person),
        (
            "/sessions",
            ("another-therapy",),
            "another-therapy-name",
            "another-therapy-keep",
            Therapy,
        ),
        ("/settings/questions", (), "own-question", "add-question", Settings),
        ("/bring/prepare", ("question-write",), "question-field", "question-add", TalkingPoint),
    ],
)
def test_a_tap_keeps_every_letter_before_it_though_the_last_was_not_drawn(
    place: str, opening: tuple[str, ...], identifier: str, tapped: str, kind: type[Entry]
) -> None:
    async def act() -> None:
        journal = journal_of(FULL)
        async with Stage(journal, place) as stage:
            for one in opening:
                await stage.tap(one)
            await stage.type(identifier, "Owl and har")
            await stage.type_and(identifier, "Owl and hare", "click", tapped)
        assert "Owl and hare" in f"{list(journal.all(kind))}"

    played(act)


def test_a_number_is_kept_to_its_last_digit() -> None:
    async def act() -> None:
        journal = journal_of(FULL)
        async with Stage(journal, "/support") as stage:
            await stage.tap("add-person")
            await stage.type("own-name", "Noor")
            await stage.type("own-number", "555 010")
            await stage.type_and("own-number", "555 0100", "click", "keep-person")
        assert the_one(journal, Settings).supporters[-1].number == "555 0100"

    played(act)


def test_a_rule_is_kept_to_its_last_letter() -> None:
    async def act() -> None:
        journal = journal_of(FULL)
        async with Stage(journal, "/sessions/plan/new") as stage:
            await stage.tap("rule-own")
            await stage.type("rule-text", "FREQ=WEEKLY;INTERVAL=1")
            await stage.type_and("rule-text", "FREQ=WEEKLY;INTERVAL=12", "click", "save-plan")
        assert "FREQ=WEEKLY;INTERVAL=12" in {one.rule for one in journal.all(Schedule)}

    played(act)


def test_what_is_chosen_right_after_a_letter_takes_none_away() -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), "/settings/questions") as stage:
            await stage.type("own-question", "Who is her")
            await stage.type_and("own-question", "Who is here", "click", "where-know")
            assert stage.field("own-question").value == "Who is here"

    played(act)


def test_leaving_a_field_keeps_the_letter_before_it() -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), "/sessions") as stage:
            await stage.tap("rename-first")
            await stage.type_and("therapy-name-first", "Noor", "blur", "therapy-name-first")
            assert "Noor" in stage.words()

    played(act)


def test_letters_that_come_faster_than_they_are_kept_are_kept_together() -> None:
    async def act() -> None:
        journal = journal_of(FULL)
        kept: list[str] = []
        journal.listen(lambda: kept.extend(one.name for one in journal.all(Part) if one.id == PART))
        async with Stage(journal, f"/parts/{PART}/edit") as stage:
            field = stage.field("part-name")
            told = []
            for many in range(1, 20):
                words = "The one by the door"[:many]
                stage.session.apply_patch(field._i, {"value": words})
                told.append(stage.session.dispatch_event(field._i, "change", words))
            await asyncio.gather(*told)
            await stage.settle()
        assert kept[-1] == "The one by the door"
        assert len(kept) < 4

    played(act)


def test_a_field_that_is_emptied_by_the_app_is_empty() -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), "/bring") as stage:
            await stage.type("quick-add", "the first one")
            await stage.submit("quick-add")
            assert stage.field("quick-add").value == ""

    played(act)
