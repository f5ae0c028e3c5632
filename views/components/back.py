"""What Back does where a screen has an answer of its own: the phone's, the browser's, and Esc."""

from collections.abc import Callable, Coroutine
from inspect import isawaitable
from typing import Any
from urllib.parse import urlsplit

import flet as ft

from views.components.navigation import GOING, HELP, NEUTRAL, START

ANSWERS = "answers"
HERE = "here"
OVER = "over"
"""Whether a menu or a picker lies over the screen, which Esc closes by itself."""

Answer = Callable[[], Any]


def use_back(answer: Answer | None) -> None:
    """A hook: while there is an `answer`, Back gives that and does not leave the screen."""
    answers, here = _answers(ft.context.page), ft.use_view_path()
    if answer is None:
        answers.pop(here, None)
    else:
        answers[here] = answer

    def forget() -> None:
        if answers.get(here) is answer:
            answers.pop(here, None)

    ft.use_effect(lambda: None, [], cleanup=forget)


def stays() -> bool:
    """Whether Back does not leave the screen that is being drawn.

    Nor does it lead from the page that tells nothing to what it hides.
    """
    here = ft.use_view_path()
    return here == NEUTRAL or here in _answers(ft.context.page)


async def answered() -> bool:
    """Let the screen answer Back, and tell whether it did."""
    page = ft.context.page
    return await _answered(_answers(page).get(_path(page.route)))


async def asked(event: ft.Event[ft.View]) -> None:
    """The device's Back, where it does not leave the screen."""
    await event.control.confirm_pop(False)
    await answered()


def led_back(
    page: ft.Page, route: str, *, is_locked: bool = False
) -> Coroutine[Any, Any, None] | None:
    """The way back to where it was, for a browser that went to `route` by itself.

    It has gone when it tells so, and asks nobody before. None where it may go.
    """
    store = page.session.store
    here: str = store.get(HERE) or START
    answer = _answers(page).get(_path(here))
    is_ours = store.get(GOING) or route == here
    # The address of what is locked tells of it, too.
    is_told = is_locked and here != NEUTRAL and route not in (START, *HELP, NEUTRAL)
    if is_told and not is_ours:
        store.set(HERE, START)
        return _return(page, START, None)
    if is_ours or (answer is None and here != NEUTRAL):
        store.set(GOING, False)
        store.set(HERE, route)
        # It went with the screen below, and did not tell.
        store.set(OVER, False)
        return None
    return _return(page, here, answer)


def connected(page: ft.Page) -> None:
    """Whoever comes back may do so at another address: one that was typed is gone to."""
    store = page.session.store
    store.set(GOING, page.route != (store.get(HERE) or START))


async def _return(page: ft.Page, here: str, answer: Answer | None) -> None:
    await page.push_route(here)
    await _answered(answer)


async def _answered(answer: Answer | None) -> bool:
    if answer is None:
        return False
    done = answer()
    if isawaitable(done):
        await done
    return True


def _answers(page: ft.Page) -> dict[str, Answer]:
    """What each screen answers, by its path."""
    answers: dict[str, Answer] | None = page.session.store.get(ANSWERS)
    if answers is None:
        answers = {}
        page.session.store.set(ANSWERS, answers)
    return answers


def _path(route: str) -> str:
    return urlsplit(route).path
