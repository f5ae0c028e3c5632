"""Two sets of days beside each other: Cliff's delta, and the four words."""

from collections.abc import Sequence
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu

from domain.looking_back.comparing import Word, cliffs_delta, compared
from domain.looking_back.middles import middle_half

Values = Sequence[float]

values = st.integers(2, 14).map(lambda n: n / 2)
some_values = st.lists(values, min_size=1, max_size=25)
# Few values near each other, where one day may turn the sign.
few_values = st.lists(st.integers(3, 5).map(float), min_size=1, max_size=5)
both = st.tuples(some_values, some_values) | st.tuples(few_values, few_values)

FOURS = [4.0] * 9 + [5.0]
"""Above all of them 6 counts 10, 5 counts 9; 4 is below one of them and counts -1."""


def naive_delta(some: Values, others: Values) -> Fraction:
    """Each with each."""
    signs = [(one > other) - (one < other) for one in some for other in others]
    return Fraction(sum(signs), len(signs))


def left_out(values: Values) -> list[Values]:
    """Without each of them in turn."""
    return [[*values[:n], *values[n + 1 :]] for n in range(len(values))]


def naive_word(some: Values, others: Values, least: int) -> Word | None:
    """The word by its definition, in fractions."""
    if len(some) < max(2, least) or len(others) < max(2, least):
        return None
    delta = naive_delta(some, others)
    every = [naive_delta(one, others) for one in left_out(some)]
    every += [naive_delta(some, one) for one in left_out(others)]
    if delta >= Fraction("0.33") and min(every) > 0:
        return "mostly higher"
    if delta <= Fraction("-0.33") and max(every) < 0:
        return "mostly lower"
    (low, high), (other_low, other_high) = middle_half(some), middle_half(others)
    near = abs(low - other_low) <= 1 and abs(high - other_high) <= 1
    return "about the same" if abs(delta) < Fraction("0.147") and near else "mixed"


# -- Cliff's delta -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("some", "others", "delta"),
    [
        ([4], [4], 0),
        ([5], [4], 1),
        ([3], [4], -1),
        ([1, 2, 3], [1, 2, 3], 0),
        ([4, 5], [1, 2, 3], 1),
        ([1, 2, 3], [3.5, 7], -1),
        # 2 is above 1 and below 3, 4 is above all three.
        ([2, 4], [1, 2, 3], 3 / 6),
        # 1 is below both, 6 above both, 6 above both.
        ([6, 1, 6], [2, 5], 2 / 6),
        ([3], [1, 3, 5, 5], -1 / 4),
        ([4.5, 4], [4, 4, 7], (2 - 1 - 1) / 6),
        # How far above does not count.
        ([7, 4], [5, 5], 0),
    ],
)
def test_the_delta_in_numbers(some: Values, others: Values, delta: float) -> None:
    assert cliffs_delta(some, others) == delta


@given(both)
def test_the_delta_is_that_of_mann_and_whitney(both: tuple[Values, Values]) -> None:
    some, others = both
    u = mannwhitneyu(some, others, method="asymptotic").statistic
    assert cliffs_delta(some, others) == pytest.approx(2 * u / (len(some) * len(others)) - 1)


@given(both)
def test_the_delta_is_that_of_each_with_each(both: tuple[Values, Values]) -> None:
    assert cliffs_delta(*both) == float(naive_delta(*both))


@given(both)
def test_the_delta_turns_its_sign_with_the_sides_and_knows_no_order(
    both: tuple[list[float], list[float]],
) -> None:
    some, others = both
    assert cliffs_delta(others, some) == -cliffs_delta(some, others)
    assert -1 <= cliffs_delta(some, others) <= 1
    assert cliffs_delta(sorted(some), others[::-1]) == cliffs_delta(some, others)


# -- the words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("some", "others", "word"),
    [
        ([5] * 10, [4] * 10, "mostly higher"),
        ([4] * 10, [5] * 10, "mostly lower"),
        ([4] * 10, [4] * 10, "about the same"),
        # 3 x 10 + 9 - 6 = 33 of 100; 2 x 10 + 2 x 9 - 6 = 32 of 100.
        ([6, 6, 6, 5, *[4] * 6], FOURS, "mostly higher"),
        ([6, 6, 5, 5, *[4] * 6], FOURS, "mixed"),
        (FOURS, [6, 6, 6, 5, *[4] * 6], "mostly lower"),
        (FOURS, [6, 6, 5, 5, *[4] * 6], "mixed"),
        # 43 x 9 - 57 = 330 of 1000; 9 x 10 + 33 x 9 - 58 = 329 of 1000.
        ([5] * 43 + [4] * 57, FOURS, "mostly higher"),
        ([6] * 9 + [5] * 33 + [4] * 58, FOURS, "mixed"),
        # 9 x 10 + 420 x 9 - 571 = 3299 of 10 000; 9 x 10 + 237 x 9 - 754 = 1469 of 10 000.
        ([6] * 9 + [5] * 420 + [4] * 571, FOURS, "mixed"),
        ([6] * 9 + [5] * 237 + [4] * 754, FOURS, "about the same"),
        # 7 x 10 + 17 x 9 - 76 = 147 of 1000; 6 x 10 + 18 x 9 - 76 = 146 of 1000.
        ([6] * 7 + [5] * 17 + [4] * 76, FOURS, "mixed"),
        ([6] * 6 + [5] * 18 + [4] * 76, FOURS, "about the same"),
        (FOURS, [6] * 7 + [5] * 17 + [4] * 76, "mixed"),
        (FOURS, [6] * 6 + [5] * 18 + [4] * 76, "about the same"),
        # As often above as below: the halves end a step from each other, or more at one end.
        ([4] * 10, [3] * 5 + [5] * 5, "about the same"),
        ([4] * 10, [2.5] * 5 + [5] * 5, "mixed"),
        ([4] * 10, [3] * 5 + [5.5] * 5, "mixed"),
        ([4] * 10, [1] * 5 + [7] * 5, "mixed"),
        ([2.5] * 5 + [5] * 5, [4] * 10, "mixed"),
        ([3] * 5 + [5.5] * 5, [4] * 10, "mixed"),
        # Two of ten far off are in no middle half; three are.
        ([1, 1, *[4] * 6, 7, 7], [4] * 10, "about the same"),
        ([1, 1, 1, *[4] * 4, 7, 7, 7], [4] * 10, "mixed"),
    ],
)
def test_ten_days_and_more_in_a_word(some: Values, others: Values, word: Word) -> None:
    assert compared(some, others, 10) == word


@pytest.mark.parametrize(
    ("some", "others", "left"),
    [
        # 1 of 3; without the 5 there is none left.
        ([5, 4, 4], [4, 4, 4], 0),
        # 3 - 1 of 6; without the 6 it is lower.
        ([6, 3], [2, 4, 4], Fraction(-1, 3)),
        # 1 - 0 of 2; without the 5 there is none left.
        ([5, 4], [4, 4, 4, 4], 0),
    ],
)
def test_not_higher_where_one_day_left_out_takes_the_sign_away(
    some: Values, others: Values, left: Fraction
) -> None:
    assert naive_delta(some, others) >= Fraction(1, 3)
    assert naive_delta(some[1:], others) == left
    assert compared(some, others, 2) == "mixed"
    # Of either side, and of lower as of higher.
    assert compared(others, some, 2) == "mixed"
    mirrored = [8 - one for one in some], [8 - one for one in others]
    assert compared(*mirrored, 2) == "mixed"


def test_higher_where_the_sign_stays_whichever_day_is_left_out() -> None:
    # 1 and 3 of 4; 1 of 2 where the 5 or the 3 is left out.
    assert compared([5, 4], [4, 3], 2) == "mostly higher"
    assert compared([4, 3], [5, 4], 2) == "mostly lower"


@given(st.lists(values, min_size=4, max_size=12), st.lists(values, min_size=4, max_size=12))
def test_from_four_days_on_no_single_day_holds_a_clear_delta(some: Values, others: Values) -> None:
    # A day is a quarter of a side at most, and counts less than 0.33 of all pairs.
    clear = abs(naive_delta(some, others)) >= Fraction("0.33")
    assert clear is (compared(some, others, 4) in ("mostly higher", "mostly lower"))


@pytest.mark.parametrize(
    ("some", "others", "least", "word"),
    [
        ([5] * 9, [4] * 10, 10, None),
        ([5] * 10, [4] * 9, 10, None),
        ([5] * 9, [4] * 99, 10, None),
        ([5] * 10, [4] * 10, 10, "mostly higher"),
        ([5] * 7, [4] * 8, 8, None),
        ([5] * 8, [4] * 7, 8, None),
        ([5] * 8, [4] * 8, 8, "mostly higher"),
        ([], [], 10, None),
        # With one there is none to leave out.
        ([5], [4], 1, None),
        ([5, 5], [4], 0, None),
        ([5], [4, 4], 0, None),
        ([], [], 0, None),
        ([5, 5], [4, 4], 0, "mostly higher"),
    ],
)
def test_no_word_where_there_are_too_few_days(
    some: Values, others: Values, least: int, word: Word | None
) -> None:
    assert compared(some, others, least) == word


@given(both, st.integers(0, 12))
def test_the_word_is_that_of_its_definition(both: tuple[Values, Values], least: int) -> None:
    assert compared(*both, least) == naive_word(*both, least)


SWAPPED: dict[Word | None, Word | None] = {
    "mostly higher": "mostly lower",
    "mostly lower": "mostly higher",
    "about the same": "about the same",
    "mixed": "mixed",
    None: None,
}


@given(both, st.integers(0, 12))
def test_swapped_sides_swap_higher_and_lower_and_keep_the_rest(
    both: tuple[Values, Values], least: int
) -> None:
    some, others = both
    assert compared(others, some, least) == SWAPPED[compared(some, others, least)]


@given(both, st.integers(0, 12))
def test_the_order_makes_no_other_word(both: tuple[list[float], list[float]], least: int) -> None:
    some, others = both
    assert compared(some[::-1], sorted(others), least) == compared(some, others, least)


@given(both)
def test_the_values_are_left_as_they_are(both: tuple[list[float], list[float]]) -> None:
    before = [list(one) for one in both]
    compared(*both, 1)
    assert [*both] == before
