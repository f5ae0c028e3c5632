"""Text fields, whether one of them has the keyboard, and what that covers on a phone."""

import math
from collections.abc import Callable
from functools import partial
from inspect import isawaitable
from typing import Any, Final

import flet as ft

from domain.direction import is_from_the_right
from domain.language import tr
from views import theme
from views.components.kit import Tap, icon_button

KEYBOARD: Final = "keyboard"
LEAST: Final = 100
"""The keyboard of a phone takes more than so many pixels."""
PHONES: Final = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)


class Keyboard(ft.Observable):
    """The keyboard on the screen of a phone, and the `room` that it leaves above it.

    Flet tells of no keyboard: what `page.media` says comes from above it. The screen shrinks.
    """

    def __init__(self) -> None:
        self.is_open = False
        self.room = 0.0

    def measured(self, room: float) -> None:
        """The screen has so much room now."""
        page = ft.context.page
        missing = (page.height or room) - room
        self.room = room
        self.is_open = page.platform in PHONES and is_typing() and missing > LEAST


def keyboard_of(page: ft.Page) -> Keyboard:
    """The keyboard of a session."""
    keyboard: Keyboard | None = page.session.store.get(KEYBOARD)
    if keyboard is None:
        keyboard = Keyboard()
        page.session.store.set(KEYBOARD, keyboard)
    return keyboard


@ft.component
def GivesWay(content: ft.Control, need: float = math.inf) -> ft.Control:
    """`content` at the foot of a screen, away while a keyboard leaves less room than it needs."""
    keyboard, _ = ft.use_state(keyboard_of(ft.context.page))
    return ft.Container(content, visible=not keyboard.is_open or keyboard.room >= need)


def is_typing() -> bool:
    """Whether a text field has the keyboard."""
    return bool(ft.context.page.session.store.get("typing"))


def release_keyboard() -> None:
    """No text field has the keyboard any more: the one that had it is gone."""
    _typing(False)


def _typing(typing: bool) -> None:
    ft.context.page.session.store.set("typing", typing)


class _Field(ft.TextField):
    """A text field in which nothing replaces what the app has not `heard` of yet.

    Words come from the client faster than a screen is drawn, and each drawing brings those that
    were heard before it.
    """

    heard = ""

    def _migrate_state(self, other: ft.BaseControl) -> None:
        super()._migrate_state(other)
        if isinstance(other, _Field) and other.value != other.heard:
            self.value, self.heard = other.value, other.heard


def field(
    identifier: str,
    label: str,
    value: str,
    on_change: Tap,
    *,
    icon: ft.IconData | None = None,
    hint: str | None = None,
    lines: int = 1,
    at_least: int = 1,
    key: str,
    on_blur: Tap | None = None,
    on_submit: Callable[[str], Any] | None = None,
    **more: Any,
) -> ft.Semantics:
    """A text field of `at_least` so many `lines`; `hint` shows while it is empty, `label` is
    what is spoken. `on_submit` hears the words as Enter found them: those that were drawn last may
    be older."""
    hint = hint or label

    async def changed(event: ft.Event[ft.TextField]) -> None:
        assert isinstance(event.control, _Field)
        event.control.heard = event.control.value
        done = on_change(event)
        if isawaitable(done):
            await done

    async def submitted(event: ft.Event[ft.TextField]) -> None:
        done = on_submit(event.control.value) if on_submit else None
        if isawaitable(done):
            await done

    async def left() -> None:
        _typing(False)
        if on_blur:
            await on_blur()

    line = ft.OutlineInputBorder(
        side=ft.BorderSide(1.5, ft.Colors.OUTLINE_VARIANT), border_radius=20
    )
    focus = ft.OutlineInputBorder(side=ft.BorderSide(2, ft.Colors.PRIMARY), border_radius=20)
    box = _Field(
        key=key,
        value=value,
        # Another direction would make another field, without the cursor.
        text_align=ft.TextAlign.RIGHT if is_from_the_right(value) else ft.TextAlign.START,
        hint_text=hint,
        hint_max_lines=6,
        on_change=changed,
        on_focus=partial(_typing, True),
        on_blur=left,
        on_submit=submitted if on_submit else None,
        text_style=theme.text_style(theme.BODY_LARGE, ft.Colors.ON_SURFACE),
        hint_style=theme.text_style(theme.BODY_LARGE, ft.Colors.ON_SURFACE_VARIANT),
        # Text in a label becomes the name of the field itself; without a size it is only heard.
        label=ft.Container(ft.Text(label), width=0, height=0) if value else None,
        prefix_icon=ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT) if icon else None,
        multiline=lines > 1,
        min_lines=at_least,
        max_lines=lines,
        filled=True,
        fill_color=ft.Colors.SURFACE_CONTAINER_LOWEST,
        content_padding=ft.Padding.symmetric(horizontal=16, vertical=15),
        # What is written here is for nobody, the keyboard neither. Android listens.
        enable_ime_personalized_learning=False,
        border={ft.ControlState.FOCUSED: focus, ft.ControlState.DEFAULT: line},
        **more,
    )
    box.heard = value
    return ft.Semantics(
        identifier=identifier,
        # While the hint shows, it is the name of the field.
        label=None if hint == label else label,
        content=box,
    )


@ft.component
def SecretField(
    identifier: str,
    label: str,
    value: str,
    on_value: Callable[[str], Any],
    *,
    on_submit: Callable[[str], Any] | None = None,
    hidden: bool = True,
    key: str | None = None,
    **more: Any,
) -> ft.Control:
    """A field for what nobody else is to see; what is `hidden` can be shown by a button in it."""
    shown, show = ft.use_state(False)

    def typed(event: ft.Event[ft.TextField]) -> None:
        on_value(event.control.value)

    # Flet's own button has no name.
    eye = icon_button(
        f"{identifier}-shown",
        tr("Hide what is typed") if shown else tr("Show what is typed"),
        ft.Icons.VISIBILITY_OFF_OUTLINED if shown else ft.Icons.VISIBILITY_OUTLINED,
        lambda: show(not shown),
    )
    return field(
        identifier,
        label,
        value,
        typed,
        key=f"{key or identifier}-field",
        password=hidden and not shown,
        suffix_icon=eye if hidden else None,
        on_submit=on_submit,
        enable_suggestions=False,
        autocorrect=False,
        # An iPhone would make one long dash of two, and curl what is straight.
        smart_dashes_type=False,
        smart_quotes_type=False,
        **more,
    )
