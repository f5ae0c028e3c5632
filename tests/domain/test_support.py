"""Support lines are whole, and can be dialled."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.support import STEADY, Region, dialled, region, regions


@pytest.mark.parametrize("one", regions(), ids=lambda one: one.code)
def test_every_region_is_whole(one: Region) -> None:
    assert region(one.code) == one
    assert one.name
    assert dialled(one.emergency).isdigit()
    assert one.lines
    for line in one.lines:
        assert line.name
        assert line.call or line.text or line.site
        assert all(dialled(number) for number in (line.call, line.text) if number)


def test_regions_are_told_apart() -> None:
    codes = [one.code for one in regions()]
    assert len(set(codes)) == len(codes)
    assert codes[-1] == "other"
    assert region("") is region("XX") is None


def test_there_are_ways_to_steady_oneself() -> None:
    assert len(set(STEADY)) == len(STEADY) == 8


@pytest.mark.parametrize(
    ("printed", "link"),
    [
        ("116 123", "116123"),
        ("1-866-488-7386", "18664887386"),
        (" +44 (0)20 79", "+4402079"),
        ("٠١٢ ३", "0123"),
        ("", ""),
        ("call + me", ""),
    ],
)
def test_dialled(printed: str, link: str) -> None:
    assert dialled(printed) == link


@given(st.text())
def test_a_link_holds_digits_and_one_plus(printed: str) -> None:
    link = dialled(printed).removeprefix("+")
    assert not link or (link.isascii() and link.isdigit())
    assert dialled(dialled(printed)) == dialled(printed)
