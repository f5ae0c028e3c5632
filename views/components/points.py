"""What is on the list: a thing to bring, as a row and in words."""

from collections.abc import Callable
from datetime import date, datetime
from functools import partial
from typing import Final
from urllib.parse import quote

import flet as ft

from domain import dates, wording
from domain.bringing import Source, tag_in_words
from domain.dates import WEEK, at_start
from domain.entries import (
    CheckIn,
    Moment,
    MomentKind,
    Part,
    PartWord,
    Person,
    Reflection,
    Sitting,
    Tag,
    TalkingPoint,
    TherapySession,
)
from domain.language import N_, in_turn, tr, trp
from domain.looking_back.look import Look
from domain.sittings import Answer
from views import theme
from views.components.kit import Tap, act, tappable
from views.components.menus import Choice, menu
from views.components.navigation import go
from views.components.when import clock, day_said, day_title, short_day
from views.theme import text
from views.verbs.bringing import Bringing

TAG_ICONS: Final[dict[Tag, ft.IconData]] = {
    "needs": ft.Icons.FRONT_HAND_OUTLINED,
    "limits": ft.Icons.FENCE_OUTLINED,
    "hurt": ft.Icons.HEALING_OUTLINED,
    "repair": ft.Icons.HANDSHAKE_OUTLINED,
    "between_us": ft.Icons.SYNC_ALT_OUTLINED,
    "parts": ft.Icons.CATEGORY_OUTLINED,
    "practical": ft.Icons.EVENT_NOTE_OUTLINED,
}
SEEN: Final = 400
"""So much of a long text shows in a list."""


def source_in_words(source: Source | None, today: date, word: PartWord) -> str:
    """Where it came from."""
    match source:
        case None:
            return tr("added here")
        case Part():
            return word.tr("from a part")
        case Person():
            return tr("from people & places")
        case Look():
            return tr("from looking back")
        case TherapySession():
            held_back = source.held_back in ("little", "lot")
            said = N_("held back on {day}") if held_back else N_("from the session of {day}")
            return tr(said, day=short_day(source.at.date(), today))
    day = source.at.date()
    near = 0 <= (today - day).days < WEEK
    when = dates.weekday(day) if near else short_day(day, today)
    return trp("where a point is from, and when", "{source}, {day}", source=_from(source), day=when)


def _from(source: CheckIn | Sitting | Answer | Reflection | Moment) -> str:
    match source:
        case Moment():
            return _from_moment(source.kind)
        case CheckIn():
            return tr("from a check-in")
        case Reflection():
            return tr("from a question")
        case _:
            return tr("from a look inward")


def _from_moment(kind: MomentKind) -> str:
    match kind:
        case "good":
            return tr("from something good")
        case "miss":
            return tr("from a miss")
        case "rupture":
            return tr("from something that went off")
        case "limit":
            return tr("from a limit")
        case "need":
            return tr("from a need")
        case "other":
            return tr("from something that happened")


def route_of(source: Source) -> str:
    """The place of what a point came from."""
    match source:
        case TherapySession():
            return f"/sessions/{source.id}"
        case Part():
            return f"/parts/{source.id}"
        case Person():
            return f"/people/{source.id}"
        case Answer():
            return f"/entries/{source.sitting.id}"
        case Look():
            return f"/look-back/look/{quote(source.id, safe='')}"
        case _:
            return f"/entries/{source.id}"


def beginning(words: str, letters: int = SEEN) -> str:
    """The beginning of a long text."""
    flat = " ".join(words[: 2 * letters].split())
    return flat if len(flat) <= letters else f"{flat[: letters - 1]}…"


def shown_words(words: str, source: Source | None) -> str:
    """What a point says in a list; that of a check-in or a sitting without words says which."""
    if words.strip():
        return beginning(words)
    if source is None or isinstance(source, Look):
        return tr("(nothing written)")
    if isinstance(source, Reflection):
        return source.asked
    when = {"day": day_said(source.at), "time": clock(source.at)}
    if isinstance(source, Sitting | Answer):
        return tr("A look inward on {day}, {time}", **when)
    if isinstance(source, Moment):
        return tr("{moment} on {day}, {time}", moment=tr(wording.MOMENTS[source.kind]), **when)
    return tr("How it was on {day}, {time}", **when)


def tags_line(
    point: TalkingPoint, source: str, word: PartWord, ink: ft.ColorValue = ft.Colors.SECONDARY
) -> ft.Control:
    """Its tags with their icons, where it came from, and whether it is private."""
    soft = ft.Colors.ON_SURFACE_VARIANT if ink == ft.Colors.SECONDARY else ink
    parts: list[ft.Control] = [
        _marked(TAG_ICONS[tag], tag_in_words(tag, word), ink, theme.LABEL_MEDIUM)
        for tag in point.tags
    ]
    parts.append(text(source, theme.BODY_SMALL, soft))
    if point.private:
        parts.append(_marked(ft.Icons.LOCK_OUTLINED, tr("private"), soft, theme.BODY_SMALL))
    return ft.Row(parts, wrap=True, spacing=12, run_spacing=2)


def _marked(icon: ft.IconData, words: str, ink: ft.ColorValue, face: theme.Face) -> ft.Control:
    return ft.Row(
        [ft.Icon(icon, size=17, color=ink), text(words, face, ink)], spacing=5, tight=True
    )


def point_in_words(words: str, point: TalkingPoint, source: str, word: PartWord) -> str:
    """What a screen reader says for a point."""
    tags = ", ".join(tag_in_words(tag, word) for tag in point.tags)
    private = tr("Private.") if point.private else ""
    return in_turn(tags, beginning(words, 160), at_start(source), private)


@ft.component
def _point_row(
    point: TalkingPoint,
    words: str,
    source: str,
    place: str,
    word: PartWord,
    verbs: Bringing,
    draggable: bool,
    *,
    key: str | None = None,
) -> ft.Control:
    pinned = point.pinned
    ink = ft.Colors.ON_SECONDARY_CONTAINER if pinned else ft.Colors.ON_SURFACE
    tag_ink = ft.Colors.ON_SECONDARY_CONTAINER if pinned else ft.Colors.SECONDARY
    inner: list[ft.Control] = [
        text(words, theme.TITLE_LARGE if pinned else theme.BODY_LARGE, ink),
        tags_line(point, source, word, tag_ink),
    ]
    if pinned:
        pin = ft.Icon(ft.Icons.PUSH_PIN_OUTLINED, size=20, color=ink)
        said = text(tr("If only one thing"), theme.TITLE_SMALL, ink)
        inner.insert(0, ft.Row([pin, ft.Container(said, expand=True)], spacing=8))
    opened = tappable(
        f"point-{point.id}",
        in_turn(
            tr("If only one thing.") if pinned else "",
            point_in_words(words, point, source, word),
            place,
        ),
        partial(go, f"/bring/{point.id}"),
        ft.Column(inner, spacing=6, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
        padding=ft.Padding.only(left=20, top=16, bottom=16),
        radius=20,
    )
    opened.expand = True
    icon = ft.Icons.DRAG_INDICATOR_ROUNDED if draggable else ft.Icons.MORE_HORIZ_ROUNDED
    about = beginning(words, 60)
    label = tr("Reorder, pin, keep for later and more: {point}", point=about)
    more = menu(f"menu-{point.id}", label, icon, things_to_do(point, verbs))
    return ft.Container(
        ft.Row(
            [opened, ft.ReorderableDragHandle(more) if draggable else more],
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.START,
        ),
        bgcolor=ft.Colors.SECONDARY_CONTAINER if pinned else ft.Colors.SURFACE_CONTAINER_LOW,
        border_radius=20,
        # Inside, and over it: the list cuts off what stands out at its sides.
        foreground_decoration=ft.BoxDecoration(
            border=ft.Border.all(1.5, theme.EDGE), border_radius=20
        ),
        padding=ft.Padding.only(right=4, top=4),
        margin=ft.Margin.only(bottom=8),
    )


PointRow: Callable[..., ft.Control] = ft.memo(_point_row)  # type: ignore[no-untyped-call]


def things_to_do(point: TalkingPoint, verbs: Bringing) -> list[Choice]:
    """What can be done with a point, besides opening it."""

    def one(name: str, label: str, icon: ft.IconData, tap: Tap) -> Choice:
        return f"{name}-{point.id}", label, icon, tap

    if point.state != "open":
        back = act(verbs.settle, point, "open")
        delete = act(verbs.delete, point)
        return [
            one("reopen", tr("Put it back on the list"), ft.Icons.UNDO_ROUNDED, back),
            one("delete", tr("Delete"), ft.Icons.DELETE_OUTLINE_ROUNDED, delete),
        ]
    pin = tr("Take the pin off") if point.pinned else tr("Pin as the one thing")
    lock = (
        tr("Take the private mark off") if point.private else trp("to keep a point so", "Private")
    )
    steps = [
        one("up", tr("Move up"), ft.Icons.NORTH_ROUNDED, act(verbs.step, point, -1)),
        one("down", tr("Move down"), ft.Icons.SOUTH_ROUNDED, act(verbs.step, point, 1)),
    ]
    private = act(verbs.change, point, private=not point.private)
    later, gone = act(verbs.settle, point, "later"), act(verbs.settle, point, "let_go")
    brought = act(verbs.bring_to_now, point)
    return [
        one("pin", pin, ft.Icons.PUSH_PIN_OUTLINED, act(verbs.pin, point)),
        *([] if point.pinned else steps),
        one("later", tr("Keep for later"), ft.Icons.SCHEDULE_OUTLINED, later),
        one("brought", tr("Mark as brought"), ft.Icons.CHECK_ROUNDED, brought),
        one("private", lock, ft.Icons.LOCK_OUTLINED, private),
        one("let-go", tr("Let it go"), ft.Icons.AIR_ROUNDED, gone),
    ]


def moment_in_words(at: datetime, today: date) -> str:
    """ "Sunday, 22:40", with the date where it is further away than a week."""
    near = 0 <= (today - at.date()).days < WEEK
    day = at_start(dates.weekday(at)) if near else day_title(at, today)
    return f"{day}, {clock(at)}"
