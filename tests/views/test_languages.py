"""What every place says is a text of the catalogue, or was written by the person."""

from typing import Any

import pytest

from domain import language
from tests.pseudo import Pseudo, left, without_a_text
from tests.views.stage import Stage, played
from tests.views.test_places import FULL, LOOKS, PLACES, journal_of

OWN = without_a_text(*FULL)
SAID = ("value", "label", "hint", "hint_text", "tooltip", "title", "text", "error", "help_text")
"""What controls have to be read or heard."""


@pytest.fixture(autouse=True)
def _in_a_language_of_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "catalogue", lambda code: Pseudo())
    language.hear([("es", "ES")])


@pytest.mark.parametrize("look", ["phone", "wide"])
@pytest.mark.parametrize("place", [one for one in PLACES if "/licences/" not in one])
def test_no_place_says_anything_that_is_not_in_the_catalogue(place: str, look: str) -> None:
    async def act() -> None:
        async with Stage(journal_of(FULL), place, **LOOKS[look]) as stage:
            said: list[Any] = [
                getattr(control, name, None) for control, _ in stage.controls() for name in SAID
            ]
            texts = dict.fromkeys(one for one in said if isinstance(one, str))
            assert any(one.startswith("[") for one in texts)
            assert {one: words for one in texts if (words := left(one, OWN))} == {}

    played(act)
