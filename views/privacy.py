"""What is kept, and where; what leaves, and what the lock does and does not do."""

from functools import partial

import flet as ft

from domain.language import tr, trp
from views import privacy_texts as texts
from views import theme
from views.components.frame import screen
from views.components.kit import heading
from views.components.navigation import go
from views.components.rows import row_button, rows
from views.lock_settings import lock_in_words
from views.state import State, use_state_of_app
from views.theme import text

Section = tuple[str, tuple[str, ...], list[ft.Control]]
"""A title, what is said below it, and the ways that lead on from there."""


@ft.component
def Privacy() -> ft.View:
    """Everything about it, a title at a time, with the ways to what one can do."""
    state = use_state_of_app()
    in_page = ft.context.page.pyodide
    on_screen = texts.SCREEN_OF_PAGE if in_page else texts.SCREEN
    cloud = texts.CLOUD_OF_PAGE if in_page else texts.CLOUD
    kept = tuple(map(state.knowing.word.tr, texts.KEPT))
    sections: tuple[Section, ...] = (
        (tr("What is kept"), kept, []),
        (tr("Where it is"), _said(_where(state)), []),
        (tr("What leaves"), _said(_leaves()), []),
        (tr("What the lock does"), _said(texts.LOCK), [rows(_lock(state))]),
        (tr("What the lock does not do"), _said(texts.LOCK_NOT), []),
        (tr("Screens and screenshots"), _said(on_screen), []),
        (tr("Backups of the device itself"), _said(cloud), []),
        (tr("What the law may say"), _said(texts.LAW), []),
        (tr("Health data"), _said(texts.HEALTH), [_yours()]),
        (tr("Who to ask"), _said(texts.ASK), []),
    )
    body = [one for section in sections for one in _section(*section)]
    return screen(state, tr("What is kept, and where"), body, back=True)


def _said(said: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(tr, said))


def _section(title: str, said: tuple[str, ...], ways: list[ft.Control]) -> list[ft.Control]:
    above = ft.Container(heading(title, theme.TITLE_LARGE), padding=ft.Padding.only(top=14))
    return [above, *(text(words) for words in said), *ways]


def _where(state: State) -> tuple[str, ...]:
    if not state.keeper.is_kept:
        return (texts.NOT_KEPT,)
    if state.sample:
        return (texts.INVENTED,)
    return (texts.IN_PAGE if ft.context.page.pyodide else texts.WHERE, texts.BACKUPS)


def _leaves() -> tuple[str, ...]:
    pages = texts.ON_A_SITE if ft.context.page.pyodide else texts.SERVED
    return (*texts.NOTHING, pages, texts.CALLS)


def _lock(state: State) -> ft.Control:
    return row_button(
        "to-lock",
        trp("noun", "Lock"),
        partial(go, "/settings/lock"),
        icon=ft.Icons.LOCK_OUTLINED,
        state=lock_in_words(state),
    )


def _yours() -> ft.Control:
    ways = (
        ("to-entries", tr("All entries"), "/entries", ft.Icons.NOTES_OUTLINED),
        (
            "to-export",
            tr("Save as text or table"),
            "/settings/export",
            ft.Icons.DESCRIPTION_OUTLINED,
        ),
        ("to-backups", tr("Backups"), "/settings/backups", ft.Icons.SAVE_ALT_OUTLINED),
        (
            "to-erase",
            tr("Delete everything"),
            "/settings/erase",
            ft.Icons.DELETE_OUTLINE_ROUNDED,
        ),
    )
    return rows(
        *(row_button(id, label, partial(go, to), icon=icon) for id, label, to, icon in ways)
    )
