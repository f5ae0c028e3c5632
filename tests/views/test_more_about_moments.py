"""More about a moment, only if wanted: what could be said, ways of staying safe, one's own tags."""

import pytest

from domain.entries import (
    Moment,
    Way,
)
from tests.views.parts import chosen, held, shown, the, the_one
from tests.views.people import (
    MORE,
    NOD,
    happened,
    label,
    read,
)
from tests.views.stage import Stage, played
from tests.views.therapy import holding


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
