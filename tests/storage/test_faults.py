"""The short form of all faults: nothing is lost, and nothing that may open stays shut."""

import errno
import os

import pytest

from tests.storage import faults
from tests.storage.notes import SEALS


@pytest.mark.parametrize("mode", ["plain", "sealed", "compacting"])
def test_killed_while_writing(mode: str) -> None:
    _nothing_is_lost(faults.kills(20, mode, seed=1))


@pytest.mark.parametrize("seal", SEALS)
@pytest.mark.parametrize("kind", ["short", "zeros", "garbage"])
def test_a_torn_tail(kind: str, seal: str) -> None:
    _nothing_is_lost(faults.torn_tails(kind, seal, seed=1))


@pytest.mark.parametrize("mode", ["plain", "sealed"])
def test_a_bit_flipped_anywhere_is_told(mode: str) -> None:
    outcome = faults.bit_flips(200, mode, seed=1)
    _nothing_is_lost(outcome)
    assert outcome.told >= outcome.tried * 0.9


@pytest.mark.parametrize("seal", SEALS)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO])
@pytest.mark.parametrize("act", ["write", "compaction", "restore"])
def test_every_call_of_the_system_may_fail(act: str, number: int, seal: str) -> None:
    outcome = faults.failures(act, seal, number)
    _nothing_is_lost(outcome)
    assert outcome.tried >= 2


def _nothing_is_lost(outcome: faults.Outcome) -> None:
    assert (outcome.lost, outcome.unreadable) == (0, 0), str(outcome)


def test_the_faults_are_faults() -> None:
    with faults.failing(0, errno.EIO), pytest.raises(OSError, match=os.strerror(errno.EIO)):
        os.mkdir("/nowhere/at/all")  # noqa: PTH102
