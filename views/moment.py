"""A moment: what happened and with whom, and, only if wanted, more about it."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

import flet as ft

from domain import moments, wording
from domain.entries import Moment, MomentKind
from domain.language import tr, trp
from views.components.adder import Adder
from views.components.entry_row import OtherRow
from views.components.kit import (
    act,
    button,
    chip,
    chips,
    choices,
    heading,
    quiet,
)
from views.components.moments import (
    KIND_ICONS,
    moment_title,
    repair_choices,
)
from views.components.navigation import go_back
from views.components.notices import problem_card
from views.components.people import PeoplePicker
from views.components.rows import switch_row
from views.components.sheets import sheet
from views.components.when import clock, day_title
from views.components.writing import Writing
from views.state import State, use_state_of_app
from views.ways import WaysPicker

FRESH: Final = "fresh"


@ft.component
def NewMoment() -> ft.View:
    """Something happened: a tap on its kind keeps it, all else can follow, or not."""
    state = use_state_of_app()
    who = ft.use_route_params().get("id") or ""
    with_whom = (who,) if state.knowing.person(who) else ()
    return sheet(
        state,
        tr("Something happened"),
        [*problem_card(state), MomentPicker("", with_whom, key="moment")],
        ft.Container(),
        go_back,
    )


@ft.component
def MomentPicker(
    told_in: str, with_whom: tuple[str, ...] = (), *, key: str | None = None
) -> ft.Control:
    """The moment that is told in a check-in, or one of its own; a tap on a kind makes it."""
    state = use_state_of_app()
    made, set_made = ft.use_state("")
    keeping = ft.use_ref(False)
    mine = state.happening.told_in(told_in) if told_in else []
    newest = mine[-1] if mine else None
    one = None if made == FRESH else (state.happening.moment(made) if made else newest)

    async def choose(kind: MomentKind) -> None:
        if keeping.current:
            return
        keeping.current = True
        if one is None:
            new = await state.happening.note(kind, with_whom, told_in)
            set_made(new.id)
        elif one.kind != kind:
            await state.happening.tell(one, kind=kind)
        keeping.current = False

    async def take_back() -> None:
        if one is not None:
            # Undone, it is the one that is told here again.
            set_made(one.id)
            await state.happening.delete(one)

    others = [other for other in mine if one is None or other.id != one.id]
    return ft.Column(
        [
            *([heading(tr("Something happened"))] if told_in else []),
            _kinds(state, one.kind if one else "", choose),
            *(_fields(state, one) if one else []),
            *([MoreAbout(one.id, key=f"more-{one.id}")] if one else []),
            *(_row(state, other) for other in others),
            *([_last_ways(partial(set_made, FRESH), take_back)] if one else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _last_ways(another: Any, take_back: Any) -> ft.Control:
    return ft.Row(
        [
            button(
                "another-moment",
                tr("Another moment"),
                another,
                kind="text",
                height=48,
                icon=ft.Icons.ADD_ROUNDED,
            ),
            button(
                "take-back-moment",
                tr("Take it back"),
                take_back,
                kind="text",
                height=48,
                icon=ft.Icons.UNDO_ROUNDED,
            ),
        ],
        wrap=True,
    )


def _row(state: State, one: Moment) -> ft.Control:
    title = moment_title(one, state.knowing.names)
    return OtherRow(
        f"moment-{one.id}",
        one.text.strip() or title,
        f"{title} · {day_title(one.at, state.today)}, {clock(one.at)}",
        f"/entries/{one.id}",
        KIND_ICONS[one.kind],
        key=one.id,
    )


def moment_page(state: State, one: Moment) -> list[ft.Control]:
    """Everything of one moment, each thing editable."""

    async def choose(kind: MomentKind) -> None:
        await state.happening.tell(one, kind=kind)

    return [
        _kinds(state, one.kind, choose),
        *_fields(state, one),
        MoreAbout(one.id, key=f"more-{one.id}"),
    ]


def _kinds(state: State, chosen: str, choose: Any) -> ft.Control:
    return chips(
        [
            chip(
                f"happened-{kind}",
                tr(label),
                act(choose, kind),
                selected=kind == chosen,
                icon=KIND_ICONS[kind],
            )
            for kind, label in wording.MOMENTS.items()
        ],
        state.large,
    )


def _fields(state: State, one: Moment) -> list[ft.Control]:
    async def write(words: str) -> None:
        await state.happening.tell(one, text=words)

    return [
        heading(tr("With whom")),
        PeoplePicker(
            "",
            one.people,
            partial(state.happening.toggle, one, "people"),
            one.told_in,
            "moment-",
            key=f"whom-{one.id}",
        ),
        Writing("moment-text", tr("A line, if you like"), one.text, write, 6, key=f"text-{one.id}"),
        *(_mending(state, one) if one.kind == "rupture" else []),
        switch_row(
            "bring-moment",
            tr("Bring this moment to session"),
            state.bringing.of_source(one.id) is not None,
            act(state.happening.bring, one),
            ft.Icons.BOOKMARK_BORDER_ROUNDED,
            state=tr("between the two of you, private") if state.happening.is_ours(one) else "",
        ),
    ]


def _mending(state: State, one: Moment) -> list[ft.Control]:
    return [
        heading(tr("Where is it now?")),
        *repair_choices(one.repair, partial(state.happening.mend, one)),
        *history(state, one),
    ]


def history(state: State, one: Moment) -> list[ft.Control]:
    """What was told of its mending, each with its day; nothing where that is one thing."""
    if len(one.mending) < 2:
        return []
    told = (
        f"{day_title(two.at, state.today)}: {tr(wording.REPAIRS[two.state])}" for two in one.mending
    )
    return [quiet(words) for words in told]


@ft.component
def MoreAbout(id: str, *, key: str | None = None) -> ft.Control:
    """What else may be told of a moment: shown when it is wanted, or once something was told."""
    state = use_state_of_app()
    one = state.happening.moment(id)
    wanted, want = ft.use_state(one is not None and one.told_more)
    if one is None:
        return ft.Container()
    icon = ft.Icons.EXPAND_LESS_ROUNDED if wanted else ft.Icons.EXPAND_MORE_ROUNDED
    turn = button(
        "moment-more",
        trp("show less", "Less") if wanted else tr("More about it, if you like"),
        partial(want, not wanted),
        kind="text",
        height=48,
        icon=icon,
    )
    return ft.Column(
        [ft.Row([turn], wrap=True), *(_more(state, one) if wanted else [])],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _more(state: State, one: Moment) -> list[ft.Control]:
    def one_of(name: str, title: str, options: Mapping[Any, str]) -> list[ft.Control]:
        choose = partial(state.happening.choose, one, name)
        chosen = (getattr(one, name),)
        row = choices(
            name.replace("_", "-"), wording.answers(options), chosen, choose, state.large, title
        )
        return [heading(title), row]

    def some_of(name: str, title: str, options: Mapping[Any, str]) -> list[ft.Control]:
        toggle = partial(state.happening.toggle, one, name)
        chosen = getattr(one, name)
        row = choices(name, wording.answers(options), chosen, toggle, state.large, title)
        return [heading(title), row]

    def words(name: str, title: str, hint: str) -> ft.Control:
        async def write(said: str) -> None:
            await state.happening.tell(one, **{name: said})

        identifier = name.replace("_", "-")
        said = getattr(one, name)
        return Writing(identifier, title, said, write, 4, hint=hint, key=f"{name}-{one.id}")

    turned_out = partial(state.happening.choose, one, "turned_out")
    return [
        *one_of("could_say", tr("Could you say so at the time?"), wording.COULD_SAY),
        WaysPicker(one.id, key=f"ways-{one.id}"),
        *one_of("more_say", tr("Who had more say?"), wording.MORE_SAY),
        *some_of("felt", tr("How it felt to be there"), wording.FELT),
        *some_of("need", tr("A need of yours"), wording.NEEDS),
        *some_of("limit", tr("A limit of yours"), wording.LIMITS),
        heading(tr("Whose story is it?")),
        words("story", tr("Whose story is it?"), tr("Mine, theirs, an older one, the world's")),
        heading(tr("What you expected")),
        words("if_i_show", tr("If I show"), tr("If I show ...")),
        words("they_will", tr("people will"), tr("people will ...")),
        choices(
            "turned-out",
            wording.answers(wording.TURNED_OUT),
            (one.turned_out,),
            turned_out,
            state.large,
            tr("What you expected"),
        ),
        TagsPicker(one.id, key=f"tags-{one.id}"),
    ]


@ft.component
def TagsPicker(id: str, *, key: str | None = None) -> ft.Control:
    """Tags in the person's own words; those of other moments are offered, nobody else's."""
    state = use_state_of_app()
    one = state.happening.moment(id)
    if one is None:
        return ft.Container()

    async def add(tag: str) -> None:
        named = " ".join(tag.split())
        if named not in one.tags:
            await state.happening.toggle(one, "tags", named)

    rows: list[ft.Control] = [
        chip(
            f"tag-{place}",
            tag,
            act(state.happening.toggle, one, "tags", tag),
            selected=tag in one.tags,
            key=tag,
        )
        for place, tag in enumerate(moments.tags_used(state.moments))
        if tag.strip()
    ]
    return ft.Column(
        [
            heading(tr("Power and identity")),
            quiet(tr("Your own words for who you were there, and who they were.")),
            *([chips(rows, state.large)] if rows else []),
            Adder("add-tag", tr("Add a word of mine"), tr("In your own words"), add, key="add-tag"),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
