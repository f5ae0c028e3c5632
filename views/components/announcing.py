"""What a screen reader says by itself: each thing once, when it has nothing else to say.

A live region would say it again on every screen that is drawn anew with it.
"""

from collections.abc import Hashable
from contextlib import suppress

import flet as ft

from domain.entries import CheckIn
from domain.language import tr
from views.components.when import clock
from views.state import Problem, State


async def announce(words: str) -> None:
    """Have words said, where somebody is there to hear them."""
    with suppress(RuntimeError, TimeoutError):
        await ft.SemanticsService().announce_message(words)


def use_announced(words: str, told: Hashable = None) -> None:
    """A hook: the words are said when they are others, or what is `told` is another.

    Not those that a screen comes with; no words are nothing to say.
    """
    came = ft.use_ref(False)

    async def say() -> None:
        is_news, came.current = came.current, True
        if is_news and words:
            await announce(words)

    ft.use_effect(say, [words, told])


def saved_in_words(one: CheckIn) -> str:
    """That a check-in was saved, and when."""
    return tr("Saved {time}. Undo is available.", time=clock(one.edited_at or one.logged_at))


def problem_in_words(problem: Problem) -> str:
    """That nothing is lost, and why it could not be saved."""
    return tr("Your words are still here. {why}", why=problem.sentence)


def use_announcements(state: State) -> None:
    """A hook, for once in a session: what was saved, what could not be, and what passes."""
    one, notice, problem = state.current, state.notice, state.problem
    use_announced(saved_in_words(one) if one is not None and problem is None else "")
    use_announced(notice.text if notice else "", notice)
    use_announced(f"{tr('Not saved yet')}. {problem_in_words(problem)}" if problem else "")
