"""What is slow about a journal's folder: done in a thread, one after the other."""

import asyncio
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final, ParamSpec, TypeVar

from domain.journal import JournalError
from domain.language import N_

if TYPE_CHECKING:
    from views.state import State

T = TypeVar("T")
P = ParamSpec("P")
DRAWN: Final = 0.05
"""Seconds after which what was told is on the screen."""


async def slowly(state: "State", verb: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """What a slow verb gives, under the turn and off the event loop.

    Raises JournalError, whose text is one sentence.
    """
    try:
        async with state.turn:
            if sys.platform == "emscripten":
                # It has no threads: the screen stands still until this is done, and says so first.
                await asyncio.sleep(DRAWN)
            return await asyncio.to_thread(verb, *args, **kwargs)
    except OSError as error:
        said = N_("That could not be done. There may be no room left on this device.")
        raise JournalError(said) from error
