"""Whatever can be chosen has words."""

from typing import Any, get_args

import pytest

from domain import entries, wording


@pytest.mark.parametrize(
    ("words", "values"),
    [
        (wording.ROLES, entries.Role),
        (wording.MOMENTS, entries.MomentKind),
        (wording.REPAIRS, entries.Repair),
        (wording.COULD_SAY, entries.CouldSay),
        (wording.MORE_SAY, entries.MoreSay),
        (wording.FELT, entries.Seen),
        (wording.NEEDS, entries.Need),
        (wording.LIMITS, entries.Limit),
        (wording.TURNED_OUT, entries.TurnedOut),
        (wording.STATUS, entries.Status),
        (wording.HELD_BACK, entries.HeldBack),
        (wording.GOES, entries.HeldBackGoes),
        (wording.FELT_OFF, entries.FeltOff),
        (wording.TALKED, entries.Talked),
        (wording.TOWARD, entries.Toward),
        (wording.CHANGES, entries.Change),
        (wording.APPS, entries.Source),
    ],
)
def test_every_answer_has_words_of_its_own_and_none_has_none(words: Any, values: Any) -> None:
    assert {*words} == {*get_args(values)} - {""}
    assert len({*words.values()}) == len(words)
    assert [one for one, _ in wording.answers(words)] == [*words]
    assert wording.said(words, "") == ""


@pytest.mark.parametrize("line", entries.LINES)
def test_every_line_after_contact_has_words(line: str) -> None:
    assert wording.AFTER[line]


@pytest.mark.parametrize("blend", entries.BLENDS)
def test_a_part_is_here_with_how_much_of_one_it_was(blend: entries.Blend) -> None:
    assert wording.here("Moss", blend) == f"Moss ({wording.how_much(blend)})"
    assert wording.here("Moss", "") == "Moss"
