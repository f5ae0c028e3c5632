"""Moments in words and in rows: their kinds, where something that went off is, choices of it."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, Final

import flet as ft

from domain import wording
from domain.entries import REPAIRS, Moment, MomentKind, Repair
from domain.language import in_turn, tr, trp
from domain.moments import LINES
from views import theme
from views.components.kit import quiet, tappable
from views.components.navigation import go
from views.components.web_lines import sample_line
from views.theme import text

KIND_ICONS: Final[dict[MomentKind, ft.IconData]] = {
    "good": ft.Icons.LOCAL_FLORIST_OUTLINED,
    "miss": ft.Icons.LINK_OFF_OUTLINED,
    "rupture": ft.Icons.BOLT_OUTLINED,
    "limit": ft.Icons.FENCE_OUTLINED,
    "need": ft.Icons.FRONT_HAND_OUTLINED,
    "other": ft.Icons.MORE_HORIZ_OUTLINED,
}
MARK: Final = 42
SAMPLE: Final = (48, 24)


def people_in_words(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """The names of some people: "Jun, Noor"."""
    return ", ".join(names[id] for id in ids if id in names)


def moment_title(one: Moment, names: Mapping[str, str]) -> str:
    """What it was, with whom: "Something went off, with Jun"."""
    who = people_in_words(one.people, names)
    what = tr(wording.MOMENTS[one.kind])
    return tr("{what}, with {who}", what=what, who=who) if who else what


def _repair_words(repair: Repair) -> str:
    match repair:
        case "open":
            return trp("mending", "Open")
        case "partly":
            return trp("mending", "Partly mended")
        case "mended":
            return trp("mending", "Mended")
        case "not_wanted":
            return trp("mending", "I don't want to")
        case "not_safe":
            return trp("mending", "Not safe to")


def repair_choices(repair: Repair | None, on_repair: Callable[[Repair], Any]) -> list[ft.Control]:
    """Five rows of equal weight: where it is now."""
    return [_repair_row(one, one == repair, partial(on_repair, one)) for one in REPAIRS]


def _repair_row(repair: Repair, chosen: bool, on_tap: Any) -> ft.Control:
    ink = ft.Colors.ON_PRIMARY_CONTAINER if chosen else ft.Colors.ON_SURFACE
    face = theme.LABEL_LARGE if chosen else theme.BODY_LARGE
    said = _repair_words(repair)
    asked = tr("Where is it now?")
    words = text(said, face, ink)
    words.expand = True
    return tappable(
        f"repair-{repair.replace('_', '-')}",
        f"{asked} {said}",
        on_tap,
        ft.Row(
            [
                sample_line(LINES[repair], *SAMPLE),
                words,
                *([ft.Icon(ft.Icons.CHECK_ROUNDED, color=ink)] if chosen else []),
            ],
            spacing=16,
        ),
        selected=chosen,
        fill=ft.Colors.PRIMARY_CONTAINER if chosen else ft.Colors.SURFACE_CONTAINER,
        line=ft.BorderSide(2, ft.Colors.PRIMARY) if chosen else None,
        padding=ft.Padding.symmetric(horizontal=16, vertical=15),
        radius=20,
    )


@ft.component
def _moment_row(
    one: Moment,
    with_whom: str,
    when: str,
    last: bool,
    on_repair: Any,
    large: bool,
    *,
    key: str | None = None,
) -> ft.Control:
    title, day = text(tr(wording.MOMENTS[one.kind]), theme.TITLE_SMALL), quiet(when)
    words: list[ft.Control] = [title, day]
    if not large:
        title.expand = True
        words = [ft.Row([title, day], vertical_alignment=ft.CrossAxisAlignment.START)]
    if with_whom:
        words.append(quiet(with_whom))
    if one.text.strip():
        said = text(" ".join(one.text.split()), theme.BODY_MEDIUM, max_lines=4)
        said.overflow = ft.TextOverflow.ELLIPSIS
        words.append(said)
    spoken = [tr(wording.MOMENTS[one.kind]), when, with_whom, one.text[:160]]
    opened = tappable(
        f"moment-{one.id}",
        in_turn(*spoken),
        partial(go, f"/entries/{one.id}"),
        ft.Column(words, spacing=2, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=ft.Padding.symmetric(vertical=6),
        radius=12,
    )
    rows: list[ft.Control] = [opened]
    if one.repair is not None:
        rows.append(_state(one, one.repair, on_repair))
    mark = ft.Container(
        ft.Icon(KIND_ICONS[one.kind], size=22, color=ft.Colors.ON_SURFACE),
        width=MARK,
        height=MARK,
        border_radius=14,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        alignment=ft.Alignment.CENTER,
    )
    thread = ft.Container(
        width=2.5,
        bgcolor=ft.Colors.OUTLINE_VARIANT,
        left=MARK / 2 - 1.25,
        top=MARK + 8,
        bottom=0,
    )
    whole = ft.Row(
        [
            ft.Container(mark, padding=ft.Padding.only(top=4)),
            ft.Column(
                rows,
                spacing=0,
                expand=True,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
        ],
        spacing=16,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return whole if last else ft.Stack([thread, whole])


def _state(one: Moment, repair: Repair, on_repair: Any) -> ft.Control:
    told = tr(wording.REPAIRS[repair])
    words = text(told, theme.BODY_MEDIUM_STRONG)
    words.expand = True
    return tappable(
        f"mend-{one.id}",
        tr("Where it is now: {state}. Change it", state=told),
        partial(on_repair, one.id),
        ft.Row([sample_line(LINES[repair], *SAMPLE), words], spacing=12),
        padding=ft.Padding.symmetric(vertical=12),
        radius=12,
    )


MomentRow: Callable[..., ft.Control] = ft.memo(_moment_row)  # type: ignore[no-untyped-call]
"""One moment in a list; `on_repair` hears its id where somebody wants to tell where it is."""
