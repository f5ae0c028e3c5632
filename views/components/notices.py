"""What goes by at the bottom of a screen, and what could not be saved."""

import flet as ft

from domain.language import tr
from views import theme
from views.components.announcing import announce, problem_in_words
from views.components.kit import button, card, tappable
from views.state import Notice, State
from views.theme import text


def passing(
    state: State, *, top: float | None = None, bottom: float | None = None
) -> list[ft.Control]:
    """The notice of the moment, on the topmost screen only; `top` or `bottom` is its place."""
    on_top = ft.use_view_path() in ("", ft.use_route_location())
    if state.notice is None or not on_top:
        return []
    notice = state.notice
    return [
        ft.Container(
            ft.Container(
                _snack(state, notice),
                width=min(state.width - 32, theme.MEDIUM - 32),
            ),
            left=0,
            right=0,
            alignment=ft.Alignment.CENTER,
            top=top,
            bottom=bottom,
        )
    ]


def _snack(state: State, notice: Notice) -> ft.Control:
    async def undo() -> None:
        state.tell(None)
        if notice.undo:
            await notice.undo()
            if state.problem is None:
                await announce(tr("Undone"))

    parts: list[ft.Control] = [
        ft.Container(text(notice.text, theme.BODY_LARGE, ft.Colors.ON_INVERSE_SURFACE), expand=True)
    ]
    if notice.undo:
        parts.append(
            tappable(
                "undo-notice",
                tr("Undo"),
                undo,
                text(tr("Undo"), theme.LABEL_LARGE, ft.Colors.INVERSE_PRIMARY),
                padding=12,
            )
        )
    return ft.Semantics(
        identifier="notice",
        container=True,
        content=ft.Container(
            ft.Row(parts),
            bgcolor=ft.Colors.INVERSE_SURFACE,
            border_radius=20,
            padding=ft.Padding.symmetric(horizontal=20, vertical=6),
        ),
    )


def told_cards(state: State) -> list[ft.Control]:
    """What the person ought to know of how the journal was found, until they have read it."""

    def read() -> None:
        state.told = state.told[1:]

    return [
        ft.Semantics(
            identifier="told",
            container=True,
            content=card(
                text(said, theme.BODY_LARGE),
                ft.Row(
                    [button("told-read", tr("All right"), read, kind="soft", height=48)], wrap=True
                ),
                color=ft.Colors.SURFACE_CONTAINER,
            ),
        )
        for said in state.told[:1]
    ]


def problem_card(state: State, words: str = "") -> list[ft.Control]:
    """What could not be saved, and what one can do; nothing where all is well."""
    if state.problem is None:
        return []

    async def copy() -> None:
        await ft.Clipboard().set(words)

    ink = ft.Colors.ON_ERROR_CONTAINER
    ways: list[ft.Control] = [
        button("try-again", tr("Try again"), state.try_again, height=48),
    ]
    if words:
        ways.append(button("copy-words", tr("Copy the words"), copy, kind="text", height=48))
    return [
        ft.Semantics(
            identifier="not-saved",
            container=True,
            content=ft.Container(
                ft.Column(
                    [
                        ft.Row(
                            [
                                ft.Icon(ft.Icons.ERROR_OUTLINE_ROUNDED, color=ink),
                                text(tr("Not saved yet"), theme.LABEL_LARGE, ink),
                            ]
                        ),
                        text(
                            problem_in_words(state.problem),
                            theme.BODY_MEDIUM,
                            ink,
                        ),
                        ft.Row(ways, wrap=True),
                    ],
                    spacing=8,
                ),
                bgcolor=ft.Colors.ERROR_CONTAINER,
                border_radius=20,
                padding=20,
            ),
        )
    ]
