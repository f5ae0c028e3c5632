"""What is written from the right stands at the right, be it short."""

from datetime import timedelta
from typing import Final

import flet as ft
import pytest
from flet import BaseControl

from domain.entries import CheckIn, Entry, Moment, Part, Person, Settings, TalkingPoint
from tests.views.stage import NOON, Stage, played
from tests.views.test_places import LOOKS, journal_of

SHORT: Final = "שלום"
AT: Final = NOON - timedelta(days=1)
WRITTEN: Final[tuple[Entry, ...]] = (
    Settings(welcomed=True),
    Person(id="P", at=AT, name=SHORT, bond=SHORT),
    Part(id="Q", at=AT, name=SHORT, about=SHORT, says=SHORT),
    CheckIn(id="C", at=AT, logged_at=AT, pleasantness=3, note=SHORT, people=("P",)),
    Moment(id="M", at=AT, logged_at=AT, kind="good", people=("P",), text=SHORT),
    TalkingPoint(id="T", at=AT, text=SHORT),
)
PLACES: Final = (
    *("/entries", "/bring", "/bring/prepare", "/bring/T", "/people/list", "/people/P"),
    *("/parts", "/parts/Q", "/entries/C", "/entries/M"),
)


@pytest.mark.parametrize("look", ["phone", "large"])
@pytest.mark.parametrize("place", PLACES)
def test_a_short_line_has_all_of_the_room_that_there_is(place: str, look: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(WRITTEN), place, **LOOKS[look]) as stage:
            found = [
                (one, around)
                for one, around in stage.controls()
                if isinstance(one, ft.Text) and one.value == SHORT
            ]
            assert all(one.rtl for one, _ in found)
            assert [one for one, around in found if not _is_wide(one, around)] == []

    played(act)


def _is_wide(text: ft.Text, around: tuple[BaseControl, ...]) -> bool:
    """Whether it takes the width of the column that it is in, or fits what is around it."""
    inner: BaseControl = text
    for one in reversed(around):
        if isinstance(one, ft.Column):
            return one.horizontal_alignment == ft.CrossAxisAlignment.STRETCH
        if isinstance(one, ft.Row):
            return bool(one.tight or one.wrap or getattr(inner, "expand", None))
        inner = one
    return True
