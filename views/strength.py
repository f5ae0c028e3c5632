"""How hard a passphrase is to find, in words."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from domain.language import N_, tr

LONGEST: Final = 72
"""Letters that are weighed; more only make it better, and slower."""
SAID: Final = (
    N_("Somebody who tries would find this quickly."),
    N_("Somebody who tries would find this quickly."),
    N_("It keeps out whoever picks up this device. Somebody with its files could find it."),
    N_("Hard to find, also for somebody with the files of this device."),
    N_("Very hard to find, also for somebody with the files of this device."),
)


def strength(secret: str, names: Iterable[str] = ()) -> str:
    """A sentence; `names` are what somebody who knows the person would try."""
    return tr(SAID[_score(secret[:LONGEST], tuple(names))])


@cache
def _score(secret: str, names: tuple[str, ...]) -> int:
    # It reads long lists of words, which nobody else needs.
    from zxcvbn import zxcvbn

    return int(zxcvbn(secret, list(names))["score"])
