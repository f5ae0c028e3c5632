"""A chip that becomes a line to type a name into."""

from collections.abc import Awaitable, Callable

import flet as ft

from domain.language import tr
from views.components.fields import field
from views.components.kit import button, chip
from views.components.newest import use_newest, with_newest


@ft.component
def Adder(
    identifier: str,
    label: str,
    hint: str,
    on_add: Callable[[str], Awaitable[object]],
    *,
    key: str | None = None,
) -> ft.Control:
    """`on_add` hears a name that is not empty; Enter adds it as well."""
    open, set_open = ft.use_state(False)
    typed, set_typed, newest = use_newest("")

    async def add(name: str) -> None:
        if name.strip():
            await on_add(name)
        set_typed("")
        set_open(False)

    if not open:
        way = chip(
            identifier, label, lambda: set_open(True), icon=ft.Icons.ADD_ROUNDED, outlined=True
        )
        return ft.Row([way], wrap=True)
    add_it = tr("Add")
    return ft.Column(
        [
            field(
                f"{identifier}-name",
                hint,
                typed,
                lambda event: set_typed(event.control.value),
                key=f"{identifier}-field",
                autofocus=True,
                on_submit=add,
            ),
            ft.Row(
                [
                    button(
                        f"{identifier}-keep",
                        add_it,
                        with_newest(add, newest),
                        kind="soft",
                        spoken=f"{add_it}: {hint}",
                        height=48,
                    ),
                    button(
                        f"{identifier}-not-now",
                        tr("Not now"),
                        lambda: (set_typed(""), set_open(False)),
                        kind="text",
                        height=48,
                    ),
                ],
                wrap=True,
            ),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
