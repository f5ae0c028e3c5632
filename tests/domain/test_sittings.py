"""A sitting: what is chosen, what the gate lets through, and what each step leads to."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain import sittings
from domain.entries import OPEN_TOWARD, TOWARD, OwnPrompt, Part, PartWord, Reply, Sitting, Toward
from domain.prompts import Prompt
from domain.questions import own
from domain.sittings import GATE, KNOWING, KNOWING_TWO, NOTICING, NOTICING_TWO, Answer, Shelf
from tests.domain.sitting import EEL, EMPTY, EVERY, NOON, OWL, OWN, begun, ids
from tests.entry_strategies import any_toward, feelings_toward
from tests.entry_strategies import sittings as any_sittings

TENDER = Part(id="wren", at=NOON, name="Wren", role="tender")
RESTING = Part(id="newt", at=NOON, name="Newt", resting_since=NOON)
DEPTHS = {"notice": "light", "open": "gated", "know": "gated"}
"""What may be asked at a stage; at any other nothing is."""


def at_the_gate(shelf: Shelf = EMPTY, other: Part | None = None) -> Sitting:
    return sittings.go_on(begun(shelf, other), shelf)


def opened(shelf: Shelf = EMPTY, other: Part | None = None) -> Sitting:
    """One with its gate just opened."""
    sitting = sittings.feel(at_the_gate(shelf, other), ["caring"], shelf)
    return sittings.feel(sitting, ["okay"], shelf) if other else sitting


def known(shelf: Shelf = EMPTY, other: Part | None = None) -> Sitting:
    """One that took up the first question behind the gate."""
    return sittings.go_on(opened(shelf, other), shelf)


def told(sitting: Sitting, text: str, shelf: Shelf = EMPTY) -> Sitting:
    """With that written to what is asked."""
    part = sitting.part if sitting.other else ""
    return sittings.write(sitting, asked(sitting, shelf), text, part)


def asked(sitting: Sitting, shelf: Shelf = EMPTY) -> Prompt:
    found = sittings.question(sitting, shelf)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("parts", "may"),
    [
        ([OWL], True),
        ([OWL, EEL], True),
        ([TENDER], False),
        ([RESTING], False),
        ([OWL, TENDER], False),
        ([RESTING, OWL], False),
    ],
)
def test_no_step_is_offered_for_a_tender_or_resting_part(parts: list[Part], may: bool) -> None:
    assert sittings.may_sit(*parts) is may
    one, other = (*parts, None)[:2]
    assert one is not None
    if may:
        assert sittings.begin("s", NOON, one, other, EMPTY).stage == "notice"
    else:
        with pytest.raises(ValueError, match="not sat with"):
            sittings.begin("s", NOON, one, other, EMPTY)


def test_a_sitting_begins_by_noticing_with_whom_it_is() -> None:
    alone, both = begun(), begun(other=EEL)
    assert (alone.id, alone.at, alone.part, alone.other) == ("s", NOON, "owl", "")
    assert (both.part, both.other) == ("owl", "eel")
    assert asked(alone) in NOTICING
    assert asked(both) in NOTICING_TWO
    assert alone.replies == ()


def test_with_every_question_hidden_it_begins_at_the_gate() -> None:
    shelf = Shelf(hidden=ids(NOTICING))
    assert (begun(shelf).stage, begun(shelf).asking) == ("gate", "")
    assert sittings.question(begun(shelf), shelf) is None


@pytest.mark.parametrize(
    ("stage", "gate_open", "two", "fit"),
    [
        ("notice", False, False, ["first", *ids(NOTICING)]),
        ("notice", False, True, ids(NOTICING_TWO)),
        ("open", True, False, ["second", *ids(KNOWING)]),
        ("know", True, False, ["second", *ids(KNOWING)]),
        ("know", True, True, ids(KNOWING_TWO)),
        ("open", False, False, []),
        ("know", False, False, []),
        ("know", False, True, []),
        ("gate", True, False, []),
        ("other_gate", True, True, []),
        ("closed", True, False, []),
        ("no_answer", True, False, []),
        ("finished", True, False, []),
        ("stopped", True, False, []),
    ],
)
def test_what_fits_a_stage(stage: Any, gate_open: bool, two: bool, fit: list[str]) -> None:
    assert ids(sittings.fitting(stage, gate_open, two, OWN)) == fit


def test_one_never_asked_is_asked_before_any_other() -> None:
    shelf = Shelf(asked=ids(NOTICING)[:5])
    assert sittings.choose("notice", False, shelf) == NOTICING[5]
    own_first = sittings.choose("notice", False, replace(shelf, own=OWN))
    assert own_first is not None
    assert own_first.id == "first"


def test_when_all_were_asked_the_one_asked_the_longest_ago_comes() -> None:
    order = [*ids(NOTICING)[3:], *ids(NOTICING)[:3]]
    assert sittings.choose("notice", False, Shelf(asked=order)) == NOTICING[3]
    again = Shelf(asked=[*order, NOTICING[3].id])
    assert sittings.choose("notice", False, again) == NOTICING[4]


@given(st.lists(st.sampled_from(ids(NOTICING)), max_size=60), st.sets(st.sampled_from(NOTICING)))
def test_no_question_comes_again_before_every_other_came(
    before: list[str], hidden: set[Prompt]
) -> None:
    shelf = Shelf(asked=before, hidden=ids(tuple(hidden)))
    found = sittings.choose("notice", False, shelf)
    left = [one.id for one in NOTICING if one not in hidden]
    if found is None:
        assert not left
    else:
        assert found.id in left
    if found is not None and found.id in before:
        since = before[len(before) - before[::-1].index(found.id) :]
        assert {*left} - {found.id} <= {*since}


@given(st.sets(st.sampled_from(ids(EVERY))), st.sets(st.sampled_from(ids(EVERY))), st.booleans())
def test_what_is_hidden_or_excepted_is_never_chosen(
    hidden: set[str], but: set[str], two: bool
) -> None:
    for stage, gate_open in (("notice", False), ("open", True), ("know", True)):
        found = sittings.choose(stage, gate_open, Shelf(hidden=hidden), two=two, but=but)  # type: ignore[arg-type]
        if found is None:
            fit = sittings.fitting(stage, gate_open, two, ())  # type: ignore[arg-type]
            assert {*ids(fit)} <= hidden | but
        else:
            assert found.id not in hidden | but


def test_what_was_asked_before_is_in_the_order_of_the_sittings() -> None:
    one = replace(begun(), replies=(Reply("P11", "?", "warm"), Reply("P32", "?", "")))
    assert sittings.asked_before([one, replace(one, replies=(Reply("P12", "?", ""),))]) == (
        "P11",
        "P32",
        "P12",
    )
    assert sittings.asked_before([]) == ()


@pytest.mark.parametrize("feeling", TOWARD)
def test_four_feelings_alone_open_the_gate_and_five_close_it(feeling: Toward) -> None:
    felt = sittings.feel(at_the_gate(), [feeling], EMPTY)
    opens = feeling in ("curious", "caring", "neutral", "okay")
    assert felt.toward == (feeling,)
    assert felt.gate_open is opens
    assert felt.stage == ("open" if opens else "closed")
    assert (sittings.question(felt, EMPTY) is not None) is opens


@given(feelings_toward(OPEN_TOWARD), feelings_toward({*TOWARD} - OPEN_TOWARD).filter(bool))
def test_one_feeling_that_closes_the_gate_closes_it(
    some: tuple[Toward, ...], closing: tuple[Toward, ...]
) -> None:
    for mixed in ((*some, *closing), (*closing, *some)):
        assert sittings.feel(at_the_gate(), mixed, EMPTY).stage == "closed"


@given(feelings_toward(OPEN_TOWARD).filter(bool))
def test_feelings_that_open_it_open_it_together(some: tuple[Toward, ...]) -> None:
    assert sittings.feel(at_the_gate(), some, EMPTY).stage == "open"


def test_nothing_chosen_changes_nothing() -> None:
    for sitting in (at_the_gate(), at_the_gate(other=EEL)):
        assert sittings.feel(sitting, [], EMPTY) == sitting
    halfway = sittings.feel(at_the_gate(other=EEL), ["okay"], EMPTY)
    assert sittings.feel(halfway, [], EMPTY) == halfway


@pytest.mark.parametrize(
    ("toward", "toward_other", "stages"),
    [
        (["okay"], ["curious"], ["other_gate", "open"]),
        (["okay"], ["scared"], ["other_gate", "closed"]),
        (["scared"], ["okay"], ["closed", "closed"]),
        (["scared"], ["annoyed"], ["closed", "closed"]),
    ],
)
def test_with_two_the_gate_opens_toward_both_or_not_at_all(
    toward: list[Toward], toward_other: list[Toward], stages: list[str]
) -> None:
    first = sittings.feel(at_the_gate(other=EEL), toward, EMPTY)
    second = sittings.feel(first, toward_other, EMPTY)
    assert [first.stage, second.stage] == stages
    assert second.gate_open is (stages[-1] == "open")
    assert sittings.question(first, EMPTY) is None


@given(any_sittings.filter(lambda one: one.stage not in ("gate", "other_gate")), any_toward)
def test_only_the_gate_is_answered_with_a_feeling(
    sitting: Sitting, toward: tuple[Toward, ...]
) -> None:
    assert sittings.feel(sitting, toward, EMPTY) == sitting


def test_behind_the_gate_two_questions_are_offered_each_to_be_taken_up() -> None:
    sitting = opened()
    seen = []
    for _ in range(2):
        assert sitting.stage == "open"
        offered = asked(sitting)
        taken_up = sittings.go_on(sitting, EMPTY)
        assert (taken_up.stage, asked(taken_up)) == ("know", offered)
        seen.append(offered)
        sitting = sittings.go_on(taken_up, EMPTY)
    assert (sitting.stage, sitting.asking) == ("finished", "")
    assert {*seen} <= {*KNOWING}
    assert len({*seen}) == 2
    assert [one.prompt for one in sitting.replies] == ["P11", *ids(tuple(seen))]


def test_with_nothing_left_to_ask_an_open_gate_ends_it() -> None:
    for other, hidden in ((None, KNOWING), (EEL, KNOWING_TWO)):
        shelf = Shelf(hidden=ids(hidden))
        assert opened(shelf, other).stage == "finished"
    shelf = Shelf(hidden=ids(KNOWING[1:]))
    sitting = sittings.go_on(sittings.go_on(opened(shelf), shelf), shelf)
    assert sitting.stage == "finished"


def test_what_was_asked_counts_as_asked_with_words_or_without() -> None:
    passed = sittings.go_on(begun(), EMPTY)
    assert passed.replies == (Reply("P11", asked(begun()).text, ""),)
    assert passed.written == ()
    written = sittings.go_on(told(begun(), "warm"), EMPTY)
    assert written.replies == (Reply("P11", asked(begun()).text, "warm"),)


def test_with_two_each_has_an_answer_of_its_own() -> None:
    sitting = begun(other=EEL)
    for text, part in (("Rest.", "owl"), ("Ru", "eel"), ("Run.", "eel")):
        sitting = sittings.write(sitting, asked(sitting), text, part)
    sitting = sittings.go_on(sitting, EMPTY)
    assert [(one.text, one.part) for one in sitting.replies] == [("Rest.", "owl"), ("Run.", "eel")]


def test_another_question_is_asked_of_the_same_stage() -> None:
    first = begun()
    second = sittings.ask_another(first, EMPTY)
    assert (first.asking, second.asking, second.stage) == ("P11", "P12", "notice")
    gated = sittings.ask_another(opened(), EMPTY)
    assert (asked(opened()), asked(gated)) == (KNOWING[0], KNOWING[1])
    assert sittings.ask_another(sittings.go_on(gated, EMPTY), EMPTY).stage == "know"


def test_another_is_one_that_nothing_was_written_to() -> None:
    shelf = Shelf(hidden=ids(KNOWING[3:]))
    sitting = sittings.go_on(told(known(shelf), "Thanks."), shelf)
    seen = []
    for _ in range(4):
        seen.append(asked(sitting))
        sitting = sittings.ask_another(sitting, shelf)
    assert seen == [KNOWING[1], KNOWING[2], KNOWING[1], KNOWING[2]]
    passed = sittings.go_on(known(), EMPTY)
    assert asked(passed) == KNOWING[1]
    assert sittings.ask_another(told(passed, " \n"), EMPTY).asking == KNOWING[2].id


@pytest.mark.parametrize("other", [None, EEL])
@pytest.mark.parametrize(("where", "then"), [(begun, "gate"), (known, "open")])
def test_what_was_written_to_counts_and_instead_of_another_it_goes_on(
    where: Callable[[Shelf, Part | None], Sitting], then: str, other: Part | None
) -> None:
    sitting = told(where(EMPTY, other), "Well,")
    after = sittings.ask_another(sitting, EMPTY)
    assert after == sittings.go_on(sitting, EMPTY)
    assert after.stage == then
    assert after.replies == sitting.replies


def test_however_often_another_is_asked_three_are_written_to_at_most() -> None:
    for other in (None, EEL):
        sitting = begun(other=other)
        while sitting.under_way:
            if sitting.stage in ("gate", "other_gate"):
                sitting = sittings.feel(sitting, ["okay"], EMPTY)
            elif sitting.stage == "open":
                sitting = sittings.go_on(sitting, EMPTY)
            else:
                sitting = sittings.ask_another(told(sitting, "Well,"), EMPTY)
        assert sitting.stage == "finished"
        assert len(sitting.written) == 3


@pytest.mark.parametrize(
    ("where", "every", "then"),
    [
        (begun, NOTICING, "gate"),
        (opened, KNOWING, "finished"),
        (known, KNOWING, "finished"),
    ],
)
def test_without_another_one_it_goes_on_or_ends(
    where: Callable[[], Sitting], every: tuple[Prompt, ...], then: str
) -> None:
    after = sittings.ask_another(where(), Shelf(hidden=ids(every)))
    assert (after.stage, after.asking) == (then, "")
    assert after.replies == where().replies


@given(any_sittings.filter(lambda one: one.stage not in DEPTHS), st.sampled_from(ids(EVERY)))
def test_where_nothing_is_asked_there_is_no_other_question(sitting: Sitting, asking: str) -> None:
    for one in (sitting, replace(sitting, asking=""), replace(sitting, asking=asking)):
        assert sittings.ask_another(one, EMPTY) == one


@pytest.mark.parametrize("other", [None, EEL])
@pytest.mark.parametrize("where", [begun, at_the_gate, opened])
def test_not_wanting_to_answer_is_an_answer_and_the_end(
    where: Callable[[Shelf, Part | None], Sitting], other: Part | None
) -> None:
    before = where(EMPTY, other)
    wanted = sittings.question(before, EMPTY) or GATE
    after = sittings.decline(before, EMPTY, "owl" if other else "")
    assert (after.stage, after.asking, after.under_way) == ("no_answer", "", False)
    assert after.written[-1] == Reply(wanted.id, wanted.text, "", after.replies[-1].part, True)
    assert after.holds_something


@given(
    any_sittings.filter(lambda one: one.stage == "closed" or not one.under_way),
    st.sampled_from(ids(EVERY)),
)
def test_behind_a_closed_gate_and_after_the_end_there_is_nothing_to_decline(
    sitting: Sitting, asking: str
) -> None:
    for one in (sitting, replace(sitting, asking=asking)):
        assert sittings.decline(one, EMPTY, "owl") == one


def test_declining_keeps_what_was_written_before() -> None:
    assert sittings.decline(told(begun(), "Well,"), EMPTY).replies == (
        Reply("P11", asked(begun()).text, "Well,", declined=True),
    )


@given(any_sittings, st.sampled_from([*ids((*EVERY, GATE)), *(one.id for one in OWN), "", "Z99"]))
def test_a_gated_question_is_asked_behind_the_gate_alone_and_a_light_one_before_it(
    sitting: Sitting, asking: str
) -> None:
    found = sittings.question(replace(sitting, asking=asking), Shelf(own=OWN))
    depths = {one.id: one.depth for one in (*EVERY, GATE, *own(OWN, "notice", "know"))}
    if depths.get(asking, "none") == DEPTHS.get(sitting.stage):
        assert found is not None
        assert found.id == asking
    else:
        assert found is None


def test_what_is_asked_has_the_word_of_the_person_and_is_kept_as_it_was_shown() -> None:
    shelf = Shelf(word=PartWord("voice", "voices"))
    shown = asked(begun(shelf), shelf)
    assert shown.text.startswith("How do you notice this voice:")
    assert sittings.go_on(begun(shelf), shelf).replies[0].asked == shown.text
    gate = sittings.decline(at_the_gate(shelf), shelf).replies[-1].asked
    assert gate.startswith("Right now, how do you feel toward this voice?")


def test_a_question_of_ones_own_is_asked_where_it_belongs() -> None:
    shelf = Shelf(own=OWN)
    assert asked(begun(shelf), shelf).text == "What colour is the day?"
    assert asked(opened(shelf), shelf).text == "What would you pack for it?"
    town = Shelf(
        own=(OwnPrompt("a", "Is it a part of town?", "notice"),), word=PartWord("eel", "eels")
    )
    assert asked(begun(town), town).text == "Is it a part of town?"


def test_a_question_of_ones_own_that_is_gone_is_passed_over() -> None:
    sitting = begun(Shelf(own=OWN))
    assert sittings.question(sitting, EMPTY) is None
    for step in (sittings.go_on, sittings.ask_another):
        after = step(sitting, EMPTY)
        assert (after.stage, after.replies) == ("gate", ())


def test_a_question_of_ones_own_that_was_answered_counts_when_it_is_gone_too() -> None:
    shelf, without = Shelf(own=OWN), Shelf(own=OWN[:1])
    sitting = told(known(shelf), "A coat.", shelf)
    for step in (sittings.go_on, sittings.ask_another):
        after = step(sitting, without)
        assert (after.stage, asked(after)) == ("open", KNOWING[0])
        taken_up = sittings.go_on(after, without)
        assert sittings.go_on(taken_up, without).stage == "finished"


@pytest.mark.parametrize(
    ("minutes", "long"), [(0, False), (9.999, False), (10, True), (90, True), (-1, False)]
)
def test_from_ten_minutes_on_it_is_long(minutes: float, long: bool) -> None:
    now = NOON + timedelta(minutes=minutes)
    assert sittings.is_long(begun(), now) is long
    assert not sittings.is_long(sittings.stop(begun()), now)


def test_an_answer_is_found_by_its_id_and_has_its_time() -> None:
    one = sittings.stop(told(begun(), "warm"))
    other = replace(one, id="t", replies=(*one.replies, Reply("P12", "Texture?", "rough")))
    found = sittings.answer([one, other], "t/1")
    assert found == Answer(other, 1)
    assert (found.id, found.at, found.reply.text) == ("t/1", NOON, "rough")


@pytest.mark.parametrize("id", ["", "s", "s/", "s/1", "s/-1", "s/x", "s/0/0", "u/0", "/0"])
def test_what_is_no_answer_is_not_found(id: str) -> None:
    one = told(begun(), "warm")
    assert sittings.answer([one], id) is None
    assert sittings.answer([], "s/0") is None


def test_an_answer_can_be_mended() -> None:
    sitting = sittings.go_on(begun(), EMPTY)
    sitting = replace(sitting, replies=(*sitting.replies, Reply("P32", "?", "", declined=True)))
    mended = sittings.rewritten(sitting, 1, "Later.")
    assert mended.replies == (sitting.replies[0], Reply("P32", "?", "Later.", declined=True))


def test_stopping_and_finishing_keep_everything() -> None:
    sitting = told(known(), "Thanks.")
    for end, stage in ((sittings.stop, "stopped"), (sittings.finish, "finished")):
        ended = end(sitting)
        assert (ended.stage, ended.asking, ended.under_way) == (stage, "", False)
        assert ended == replace(sitting, stage=ended.stage, asking="")
