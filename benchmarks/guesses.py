"""What a guess at the passphrase costs, beside what password managers are content with.

The peer is PBKDF2-HMAC-SHA256 of 600,000 rounds (the advice of OWASP). Both take one thread. That
Argon2id also needs 64 MiB for each guess, its price for a graphics card, is not in these figures.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from typing import Final

from benchmarks.measure import Measure, measure
from storage.sealing import PASSPHRASE, Cost, Slot

OURS: Final = "Argon2id"
PEER: Final = "PBKDF2"
ROUNDS: Final = 600_000
TIMES: Final = 15
WHAT: Final = "a guess"


def measures() -> Iterator[Measure]:
    """Each in turn, so that a machine that is busy is busy for both."""
    slot = Slot.of(PASSPHRASE, "a passphrase", bytes(32), "a journal", Cost())
    salt = bytes.fromhex(slot.salt)
    acts: dict[str, Callable[[], object]] = {
        OURS: lambda: slot.key("a passphrase", "a journal"),
        PEER: lambda: hashlib.pbkdf2_hmac("sha256", b"a passphrase", salt, ROUNDS),
    }
    taken: dict[str, list[float]] = {name: [] for name in acts}
    for _ in range(TIMES):
        for name, act in acts.items():
            started = time.perf_counter()
            act()
            taken[name].append(time.perf_counter() - started)
    for name, times in taken.items():
        yield measure(WHAT, name, times)


def aims(found: list[Measure]) -> Iterator[str]:
    """How many guesses a second there are, and the ratio."""
    by = {one.engine: one.median_ms for one in found if one.what == WHAT}
    rates = ", ".join(f"{1000 / by[name]:.1f} by {name}" for name in (OURS, PEER))
    yield f"guesses a second in one thread: {rates}"
    yield f"a guess: {OURS} takes {by[OURS] / by[PEER]:.2f} x {PEER} of {ROUNDS:,} rounds"
