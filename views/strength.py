"""How hard a passphrase is to find, in words."""

from collections.abc import Iterable
from functools import cache
from typing import Final

LONGEST: Final = 72
"""Letters that are weighed; more only make it better, and slower."""
SAID: Final = (
    "Somebody who tries would find this quickly.",
    "Somebody who tries would find this quickly.",
    "It keeps out whoever picks up this device. Somebody with its files could find it.",
    "Hard to find, also for somebody with the files of this device.",
    "Very hard to find, also for somebody with the files of this device.",
)


@cache
def strength(secret: str, names: Iterable[str] = ()) -> str:
    """A sentence; `names` are what somebody who knows the person would try."""
    # It reads long lists of words, which nobody else needs.
    from zxcvbn import zxcvbn

    return SAID[zxcvbn(secret[:LONGEST], list(names))["score"]]
