"""What is typed stays as it was typed, however fast."""

import asyncio

import pytest

from domain.entries import Part
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
