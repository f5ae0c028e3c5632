"""One part: its own words, how much of one it is, what was noted, and what one can do with it."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

import flet as ft

from domain import part_map, parts, people, sittings, wording, words
from domain.entries import BLENDS, Blend, CheckIn, Here, Part, Relation, RelationKind, Sitting
from domain.language import N_, tr, trp
from domain.resting import going
from views import theme
from views.components.entry_row import OtherRow
from views.components.frame import card_width, side_by_side
from views.components.kit import (
    Tap,
    act,
    button,
    card,
    divider,
    heading,
    icon_button,
    quiet,
    section,
    stacked,
)
from views.components.navigation import go
from views.components.noted import check_in_row, noted_strip
from views.components.part_shapes import part_mark
from views.components.parts import counts
from views.components.rows import segments
from views.components.titles import face_of
from views.components.when import clock, day_title
from views.for_good import for_good
from views.sitting_words import sitting_in_words
from views.state import State, use_state_of_app
from views.theme import text

WINDOW: Final = 12
MOST: Final = 6
FACTS: Final = {
    "about": ft.Icons.SUBJECT_ROUNDED,
    "wakes": ft.Icons.WB_TWILIGHT_OUTLINED,
    "good_at": ft.Icons.SPA_OUTLINED,
    "hopes": ft.Icons.LIGHT_MODE_OUTLINED,
    "worries": ft.Icons.CLOUD_OUTLINED,
}
"""What may be told of a part, besides what it says."""
HOLD_LIGHTLY: Final = N_(
    "It is here, and that is enough. Nothing has to be asked of it, and nothing has to be done."
)
ON_THE_MAP: Final[dict[RelationKind, str]] = {
    "protects": N_("protects {other}"),
    "pulls_against": N_("pulls against {other}"),
    "backs_up": N_("backs up {other}"),
    "avoids": N_("avoids {other}"),
}
"""A line that begins at a part, as it is told of that part."""


def part_actions(state: State, id: str) -> list[ft.Control]:
    """What stands in the bar of a part's screen."""
    if state.knowing.part(id) is None:
        return []
    edit = partial(go, f"/parts/{id}/edit")
    return [icon_button("edit-part", tr("Change it"), ft.Icons.EDIT_OUTLINED, edit)]


@ft.component
def PartPage(id: str, *, key: str | None = None) -> ft.Control:
    """Everything of one part."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    holding, set_holding = ft.use_state(False)
    part = state.knowing.part(id)
    if part is None:
        return text(tr("This is not in the journal any more."))
    here = parts.around(id, state.check_ins)
    sat = state.knowing.sittings_with(id)

    def more() -> None:
        set_window(lambda rows: rows + WINDOW)

    return ft.Column(
        [
            _head(state, part),
            *_says(part),
            heading(tr("How much of you is this right now?")),
            _blend(state, part),
            *_facts(state, part),
            _ways(state, part, partial(set_holding, not holding)),
            *([_held()] if holding and part.tender else []),
            *_noted(state, here, sat, window, more),
            _last_ways(state, part),
            *for_good(state, part),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _head(state: State, part: Part) -> ft.Control:
    role = wording.said(wording.ROLES, part.role)
    under = trp("one part", "Resting") if part.resting else ""
    line = " · ".join(filter(None, (role, under)))
    edit = part_actions(state, part.id) if state.wide else []
    named = theme.DISPLAY_SMALL
    if state.large:
        named = face_of(part.name, card_width(state), state.text_scale, theme.TITLE_LARGE)
    words: list[ft.Control] = [heading(part.name, named, 1)]
    if line:
        words.append(quiet(line))
    mark = part_mark(part, 96, state.brightness)
    if state.large:
        return ft.Column([ft.Row([mark, *edit]), ft.Row([stacked(words, 4)])], spacing=4)
    return ft.Row([mark, stacked(words, 2), *edit], spacing=20)


def _says(part: Part) -> list[ft.Control]:
    if not part.says.strip():
        return []
    said = tr("“{words}”", words=part.says.strip().strip('“”„«»"'))
    return [card(text(said, theme.TITLE_LARGE), quiet(tr("what it says, in its own words")))]


def _blend(state: State, part: Part) -> ft.Control:
    now = state.current.here(part.id) if state.current else None
    chosen = f"blend-{now.blend}" if now and now.blend else ""

    async def choose(identifier: str) -> None:
        blend: Blend = next(one for one in BLENDS if identifier == f"blend-{one}")
        await state.knowing.blend_now(Here(part.id, blend))

    return segments(
        [(f"blend-{one}", label) for one, label in _blends()], chosen, choose, state.large
    )


def _blends() -> list[tuple[Blend, str]]:
    return [
        ("all", trp("how much of you", "All")),
        ("most", trp("how much of you", "Most")),
        ("half", trp("how much of you", "Half")),
        ("corner", trp("how much of you", "A corner")),
    ]


def _facts(state: State, part: Part) -> list[ft.Control]:
    told = [
        (tr(wording.PART_FACTS[name]), getattr(part, name).strip(), icon)
        for name, icon in FACTS.items()
        if getattr(part, name).strip()
    ]
    names = state.knowing.names
    around = ", ".join(names[id] for id in part.around if id in names)
    if around:
        told.append((tr("Who it shows up around"), around, ft.Icons.PEOPLE_OUTLINED))
    lines = _lines(state, part)
    if lines:
        told.append((tr("On the map"), lines, ft.Icons.CATEGORY_OUTLINED))
    if not told:
        return []
    rows: list[ft.Control] = []
    for label, said, icon in told:
        rows += [divider()] if rows else []
        rows.append(_fact(state, label, said, icon))
    return [card(*rows)]


def _fact(state: State, label: str, said: str, icon: ft.IconData) -> ft.Control:
    mark = ft.Icon(icon, color=ft.Colors.ON_SURFACE_VARIANT)
    words: list[ft.Control] = [quiet(label), text(said)]
    if state.large:
        return ft.Column([mark, ft.Row([stacked(words)])], spacing=0)
    return ft.Row(
        [mark, stacked(words)],
        spacing=16,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _lines(state: State, part: Part) -> str:
    map, names = state.mapping.current, state.knowing.names
    drawn = part_map.drawn(map, going(state.parts))
    mine = [one for one in drawn if part.id in (one.one, one.other)]
    return ", ".join(_line(part, one, names) for one in mine)


def _line(part: Part, line: Relation, names: Mapping[str, str]) -> str:
    if line.one == part.id and line.kind in ON_THE_MAP:
        return tr(ON_THE_MAP[line.kind], other=names[line.other])
    return part_map.in_words(line, names).removesuffix(".")


def _ways(state: State, part: Part, hold: Tap) -> ft.Control:
    on = state.bringing.of_source(part.id) is not None
    icon = ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED
    bring_it = tr("Bring to session") if part.tender else trp("to a session", "Bring")
    label = tr("On the list") if on else bring_it
    bring = button(
        "bring-part",
        label,
        act(state.bringing.bring, part, tags=("parts",)),
        icon=icon,
        expand=True,
        spoken=f"{label}: {part.name}",
    )
    if part.tender:
        lightly = button("hold-lightly", tr("Hold lightly"), hold, kind="soft", expand=True)
        steady = button(
            "steady-part",
            tr("Steady yourself"),
            partial(go, "/steady"),
            icon=ft.Icons.SPA_OUTLINED,
            expand=True,
            spoken=f"{tr('Steady yourself')}: {part.name}",
        )
        rows: list[ft.Control] = [ft.Row([lightly, bring], spacing=12), ft.Row([steady])]
        if state.large:
            return side_by_side(state, lightly, bring, steady)
        return ft.Column(rows, spacing=8)
    sit = button(
        "sit", tr("Sit with it"), partial(go, f"/parts/{part.id}/sit"), kind="soft", expand=True
    )
    return side_by_side(state, *([sit] if sittings.may_sit(part) else []), bring)


def _held() -> ft.Control:
    return ft.Semantics(
        identifier="held-lightly",
        live_region=True,
        container=True,
        content=card(text(tr(HOLD_LIGHTLY), theme.TITLE_MEDIUM), color=ft.Colors.SURFACE_CONTAINER),
    )


def _noted(
    state: State,
    here: Sequence[CheckIn],
    sat: Sequence[Sitting],
    window: int,
    more: Tap,
) -> list[ft.Control]:
    if not here and not sat:
        return [section(tr("Noted")), quiet(tr("Nothing noted with it yet."))]
    rows: list[ft.Control] = []
    both: list[CheckIn | Sitting] = [*here, *sat]
    every = sorted(both, key=lambda one: (one.at, one.id), reverse=True)
    for one in every[:window]:
        rows += [divider()] if rows else []
        rows.append(_row(state, one))
    shown = [section(tr("Noted")), *noted_strip(state, here), *_beside(state, here)]
    shown.append(card(*rows, padding=ft.Padding.symmetric(horizontal=16, vertical=8)))
    if len(every) > window:
        shown.append(
            ft.Row([button("part-more", tr("Show more"), more, kind="text", height=48)], wrap=True)
        )
    return shown


def _row(state: State, one: CheckIn | Sitting) -> ft.Control:
    when = day_title(one.at, state.today)
    if isinstance(one, CheckIn):
        return check_in_row(state, one)
    return OtherRow(
        f"entry-{one.id}",
        sitting_in_words(one, state.knowing.names),
        f"{when}, {clock(one.at)}",
        f"/entries/{one.id}",
        ft.Icons.SELF_IMPROVEMENT_ROUNDED,
        key=one.id,
    )


def _beside(state: State, here: Sequence[CheckIn]) -> list[ft.Control]:
    chosen = [(words.said(word), count) for word, count in words.most_used(here, MOST)]
    names = state.knowing.names
    beside = [names[id] for id in people.mentioned(here) if id in names]
    shown: list[ft.Control] = []
    if chosen:
        shown += [quiet(tr("Words beside it, and how often")), counts(chosen, state.large)]
    if beside:
        shown += [
            quiet(tr("People and places beside it")),
            text(", ".join(beside), theme.BODY_MEDIUM),
        ]
    return shown


def _last_ways(state: State, part: Part) -> ft.Control:
    async def delete() -> None:
        await state.knowing.delete(part)
        await go("/parts")

    rest = (
        button("wake-part", tr("Have it back"), act(state.knowing.wake, part), height=48)
        if part.resting
        else button("rest-part", tr("Let it rest"), act(state.knowing.rest, part), height=48)
    )
    gone = button(
        "delete-part",
        tr("Delete"),
        delete,
        kind="text",
        height=48,
        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
        spoken=tr("Delete {name}", name=part.name),
    )
    return ft.Container(ft.Row([rest, gone], wrap=True), padding=ft.Padding.only(top=18))
