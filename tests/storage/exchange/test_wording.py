"""What a file says is what the screens say, word for word."""

from typing import Any

import pytest

from domain.entries import BLENDS, Blend, Here
from storage.exchange import wording
from views import (
    after,
    entries,
    moment,
    part,
    part_form,
    person_contact,
    sayings,
    session,
    sitting_words,
)
from views.components import moments, parts


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (wording.ROLES, {role: words for role, words, _ in parts.ROLES}),
        (wording.MOMENTS, moments.KINDS),
        (wording.REPAIRS, moments.STATE),
        (wording.COULD_SAY, dict(moment.COULD_SAY)),
        (wording.MORE_SAY, dict(moment.MORE_SAY)),
        (wording.FELT, dict(moment.FELT)),
        (wording.NEEDS, dict(moment.NEED)),
        (wording.LIMITS, dict(moment.LIMIT)),
        (wording.TURNED_OUT, dict(moment.TURNED_OUT)),
        (wording.STATUS, session.IN_WORDS),
        (wording.HELD_BACK, dict(after.HELD)),
        (wording.GOES, {goes: words for goes, words, _ in after.GOES}),
        (wording.FELT_OFF, dict(after.OFF)),
        (wording.TALKED, dict(after.TALKED)),
        (wording.TOWARD, sitting_words.TOWARD_WORDS),
        (
            wording.PART_FACTS,
            {name: words for name, words, _ in (*part.FACTS, part_form.SAYS)},
        ),
        (wording.AFTER, person_contact.AFTER),
        (wording.CHANGES, person_contact.CHANGES),
        (
            {state: f"to bring · {words.casefold()}" for state, words in wording.states().items()},
            entries.STATES,
        ),
        (wording.APPS, sayings.APPS),
    ],
)
def test_a_file_speaks_as_the_screens_do(said: Any, shown: Any) -> None:
    assert said == shown


@pytest.mark.parametrize("blend", BLENDS)
def test_a_part_is_here_as_much_as_on_the_screens(blend: Blend) -> None:
    shown = parts.here_in_words(Here("moss", blend), {"moss": "Moss"})
    assert wording.here("Moss", blend) == shown
