"""One's own people to turn to, and reaching them."""

from dataclasses import replace
from functools import partial
from typing import Any

import flet as ft

from domain.entries import Supporter
from domain.language import tr, trp
from domain.support import dialled
from views import theme
from views.components.fields import field
from views.components.kit import button, card, icon_button, stacked
from views.components.newest import use_newest
from views.components.rows import row_button
from views.state import Notice, State, use_state_of_app
from views.theme import text


def reach(state: State, scheme: str, number: str) -> Any:
    """Call or text; where the device can't, the number is on the clipboard."""

    async def reached() -> None:
        await ft.Clipboard().set(number)
        launcher = ft.UrlLauncher()
        link = f"{scheme}:{dialled(number)}"
        if ft.context.page.web or await launcher.can_launch_url(link):
            await launcher.launch_url(link)
        state.tell(Notice(tr("Number copied")))

    return reached


@ft.component
def OwnPeople(*, key: str | None = None) -> ft.Control:
    """One's own people and numbers, and what the therapist said about out of hours."""
    state = use_state_of_app()
    adding, set_adding = ft.use_state(False)
    draft, set_draft, newest = use_newest(Supporter("", ""))
    hours, set_hours = ft.use_state(state.settings.out_of_hours)
    people = state.settings.supporters

    async def keep() -> None:
        new = newest()
        if new.name.strip() and new.number.strip():
            await state.set(supporters=(*people, new))
            set_draft(Supporter("", ""))
            set_adding(False)

    async def remove(one: Supporter) -> None:
        await state.set(supporters=tuple(other for other in people if other != one))

        async def put_back() -> None:
            await state.set(supporters=people)

        state.tell(Notice(tr("{name} taken off", name=one.name), put_back))

    async def told(event: ft.Event[ft.TextField]) -> None:
        set_hours(event.control.value)
        await state.set(out_of_hours=event.control.value)

    def typed(name: str) -> Any:
        return lambda event: set_draft(replace(newest(), **{name: event.control.value}))

    rows: list[ft.Control] = [
        _supporter(state, one, place, partial(remove, one)) for place, one in enumerate(people)
    ]
    if state.locked:
        return card(*rows)
    if adding:
        rows += [
            field(
                "own-name",
                trp("a field for a name", "Who"),
                draft.name,
                typed("name"),
                key="own-name-field",
            ),
            field(
                "own-number",
                trp("of a telephone", "Number"),
                draft.number,
                typed("number"),
                key="own-number-field",
                keyboard_type=ft.KeyboardType.PHONE,
            ),
            field(
                "own-about",
                tr("A few words, if you like"),
                draft.about,
                typed("about"),
                key="own-about-field",
            ),
            ft.Row(
                [
                    button("keep-person", tr("Keep"), keep, kind="soft", height=48),
                    button(
                        "not-now", tr("Not now"), lambda: set_adding(False), kind="text", height=48
                    ),
                ],
                wrap=True,
            ),
        ]
    else:
        rows.append(
            row_button(
                "add-person", tr("Add someone"), lambda: set_adding(True), icon=ft.Icons.ADD_ROUNDED
            )
        )
    rows.append(
        field(
            "out-of-hours",
            tr("What your therapist said about out of hours"),
            hours,
            told,
            lines=4,
            key="out-of-hours-field",
        )
    )
    return card(*rows)


def _supporter(state: State, one: Supporter, place: int, remove: Any) -> ft.Control:
    words: list[ft.Control] = [
        text(one.name, theme.LABEL_LARGE),
        text(one.number, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT),
    ]
    if one.about:
        words.append(text(one.about, theme.BODY_SMALL, ft.Colors.ON_SURFACE_VARIANT))
    return ft.Row(
        [
            stacked(words),
            icon_button(
                f"own-call-{place}",
                tr("Call {name}", name=one.name),
                ft.Icons.CALL_ROUNDED,
                reach(state, "tel", one.number),
                ft.Colors.PRIMARY,
            ),
            icon_button(
                f"own-text-{place}",
                trp("send a message", "Text {name}", name=one.name),
                ft.Icons.SMS_OUTLINED,
                reach(state, "sms", one.number),
                ft.Colors.PRIMARY,
            ),
            *([] if state.locked else [_remove(one, place, remove)]),
        ],
        spacing=0,
    )


def _remove(one: Supporter, place: int, remove: Any) -> ft.Control:
    return icon_button(
        f"own-remove-{place}", tr("Take {name} off", name=one.name), ft.Icons.CLOSE_ROUNDED, remove
    )
