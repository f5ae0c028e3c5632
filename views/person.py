"""One of the people and places: how close, what happened, and what was noted with them."""

from functools import partial
from typing import Final

import flet as ft

from domain import bringing, days
from domain.days import day_of
from domain.entries import LINES, AfterContact, Change, Person, Repair
from views import theme
from views.components.closeness import (
    closeness_over_time,
    closeness_tiles,
    tile_words,
    told_in_words,
)
from views.components.entry_row import OtherRow
from views.components.frame import card_width
from views.components.kit import (
    Tap,
    act,
    button,
    card,
    chip,
    chips,
    divider,
    heading,
    icon_button,
    quiet,
    section,
    tappable,
)
from views.components.moments import KINDS, MomentRow, people_in_words, repair_choices
from views.components.navigation import go, help_buttons
from views.components.noted import check_in_row, noted_strip
from views.components.part_shapes import part_mark
from views.components.person_marks import person_mark
from views.components.points import beginning, moment_in_words, source_in_words
from views.components.rows import segments, switch_row
from views.components.sheets import asking
from views.components.when import day_title, near_day
from views.for_good import for_good
from views.moment import history
from views.state import State, use_state_of_app
from views.theme import text

WINDOW: Final = 8
TOLD: Final = 5
AFTER: Final[dict[str, str]] = {
    "zest": "Energy",
    "clarity": "Seeing things clearly",
    "worth": "Feeling that I matter",
    "action": "Able to do things",
    "wanting": "Wanting more contact",
}
CHANGES: Final[tuple[Change, ...]] = ("less", "same", "more")
NOT_HERE: Final = "This is not in the journal any more."


def person_actions(state: State, id: str) -> list[ft.Control]:
    """What stands in the bar of a person's screen."""
    if state.knowing.person(id) is None:
        return []
    edit = partial(go, f"/people/{id}/edit")
    return [icon_button("edit-person", "Change it", ft.Icons.EDIT_OUTLINED, edit)]


@ft.component
def PersonPage(id: str, on_mend: Tap, *, key: str | None = None) -> ft.Control:
    """Everything of one; `on_mend` hears the id of a moment whose mending is to be told."""
    state = use_state_of_app()
    person = state.knowing.person(id)
    if person is None:
        return text(NOT_HERE)
    return ft.Column(
        [
            _head(state, person),
            Close(id, key=f"close-{id}"),
            AfterCard(id, key=f"after-{id}"),
            Moments(id, on_mend, key=f"moments-{id}"),
            _bring(state, person),
            *_over_time(state, person),
            *_on_list(state, person),
            *_parts(state, person),
            CheckIns(id, key=f"check-ins-{id}"),
            _last_ways(state, person),
            *for_good(state, person),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _head(state: State, person: Person) -> ft.Control:
    line = " · ".join(filter(None, (person.bond.strip(), "Resting" if person.resting else "")))
    edit = person_actions(state, person.id) if state.wide else []
    named = theme.TITLE_LARGE if state.large else theme.DISPLAY_SMALL
    words: list[ft.Control] = [heading(person.name, named, 1)]
    if line:
        words.append(text(line, theme.BODY_MEDIUM, ft.Colors.ON_SURFACE_VARIANT))
    mark = person_mark(person, 84, state.brightness, state.text_scale)
    if state.large:
        return ft.Column([ft.Row([mark, *edit]), *words], spacing=4)
    return ft.Row([mark, ft.Column(words, spacing=2, expand=True), *edit], spacing=20)


@ft.component
def Close(id: str, *, key: str | None = None) -> ft.Control:
    """How close somebody is; once that is told, how close one would like it."""
    state = use_state_of_app()
    wishing, wish_more = ft.use_state(False)
    person = state.knowing.person(id)
    if person is None:
        return ft.Container()
    told = person.close
    now, wish = (told.now, told.wish) if told else (None, None)
    asking = wishing or (now is not None and wish is None)

    async def tell_now(step: int) -> None:
        await state.relating.tell_close(person, now=step)

    async def tell_wish(step: int) -> None:
        await state.relating.tell_close(person, wish=step)
        wish_more(False)

    rows: list[ft.Control] = [
        heading("How close, and how close you'd like"),
        closeness_tiles(
            "now", "Closeness", now, wish, tell_now, state.brightness, tint="What you'd like"
        ),
        *([] if state.large or (now is None and wish is None) else [tile_words(now, wish)]),
        *_ends(state, person),
    ]
    if asking:
        rows += [
            quiet("How close you'd like it"),
            closeness_tiles("wish", "What you'd like:", wish, wish, tell_wish, state.brightness),
        ]
    elif wish is not None:
        way = button(
            "change-wish", "Change the wish", lambda: wish_more(True), kind="text", height=48
        )
        rows.append(ft.Row([way]))
    return ft.Column(
        rows,
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _ends(state: State, person: Person) -> list[ft.Control]:
    told = person.close
    when = ""
    if told and (told.now or told.wish):
        day = near_day(day_of(told.at, state.settings.day_start), state.today)
        when = "set today" if day == "today" else f"set on {day}"
    if state.large:
        said = told_in_words(told) if told else ""
        return [
            ft.Row([quiet("far"), quiet("near")], alignment=ft.MainAxisAlignment.SPACE_BETWEEN),
            *([quiet(f"{said}, {when}")] if when else []),
        ]
    ends = [quiet("far"), quiet(when), quiet("near")]
    return [ft.Row(list[ft.Control](ends), alignment=ft.MainAxisAlignment.SPACE_BETWEEN)]


def _over_time(state: State, person: Person) -> list[ft.Control]:
    if len(person.closeness) < 2:
        return []
    lines = [
        f"{day_title(told.at, state.today)}: {told_in_words(told)}"
        for told in reversed(person.closeness[-TOLD:])
    ]
    width = card_width(state)
    drawing = closeness_over_time(person.closeness, width, state.today, state.brightness)
    said = f"Over time, last told first. {'. '.join(lines)}"
    return [
        section("Over time"),
        card(
            ft.Semantics(
                identifier="close-over-time",
                label=said,
                container=True,
                content=ft.Semantics(exclude_semantics=True, content=drawing),
            ),
            ft.Semantics(
                exclude_semantics=True,
                content=ft.Column([quiet(line) for line in lines], spacing=2),
            ),
        ),
    ]


@ft.component
def AfterCard(id: str, *, key: str | None = None) -> ft.Control:
    """Five lines after being with somebody. Any can stay empty, and nothing is added up."""
    state = use_state_of_app()
    chosen, choose = ft.use_state("")
    looking, look = ft.use_state(False)
    made = ft.use_ref("")
    every = state.relating.contacts_with(id)
    by_id = {one.id: one for one in every}
    shown = by_id.get(chosen) if chosen else state.relating.after(id)

    async def tell(line: str, identifier: str) -> None:
        change: Change = next(one for one in CHANGES if identifier.endswith(one))
        now = state.relating.contact(chosen) if chosen else state.relating.after(id)
        # Two quick taps on an empty card are about the same meeting.
        if now is None and (not made.current or state.relating.contact(made.current)):
            made.current = state.journal.new_id()
        meeting = now.id if now else chosen or made.current or ""
        await state.relating.tell_after(id, line, change, meeting)

    def begin() -> None:
        choose(state.journal.new_id())
        look(False)

    def open(one: AfterContact) -> None:
        choose(one.id)
        look(False)

    async def forget(one: AfterContact) -> None:
        choose("")
        made.current = ""
        await state.relating.forget_contact(one)

    when = text(
        moment_in_words(shown.at, state.today) if shown else "",
        theme.BODY_SMALL,
        ft.Colors.ON_SURFACE_VARIANT,
    )
    title = heading("After contact", theme.TITLE_MEDIUM)
    earlier = [one for one in reversed(every) if shown is None or one.id != shown.id]
    return card(
        ft.Row([title, when], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True),
        text(
            "Compared with before you were together.",
            theme.BODY_MEDIUM,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        *(
            control
            for line in LINES
            for control in (
                text(AFTER[line], theme.BODY_MEDIUM),
                segments(
                    [(f"after-{line}-{one}", one) for one in CHANGES],
                    f"after-{line}-{getattr(shown, line)}" if shown else "",
                    partial(tell, line),
                    state.large,
                    about=AFTER[line],
                ),
            )
        ),
        quiet("Any can stay empty. Nothing is added up."),
        ft.Row(
            [
                *([_small("after-new", "New", begin)] if shown else []),
                *(
                    [_small("after-earlier", "Earlier", partial(look, not looking))]
                    if earlier
                    else []
                ),
                *([_small("after-delete", "Delete", partial(forget, shown))] if shown else []),
            ],
            wrap=True,
        ),
        *(_contact(state, one, partial(open, one)) for one in (earlier if looking else [])),
    )


def _small(identifier: str, label: str, on_tap: Tap) -> ft.Control:
    return button(identifier, label, on_tap, kind="text", height=48)


def _contact(state: State, one: AfterContact, on_tap: Tap) -> ft.Control:
    told = (f"{AFTER[line]}: {getattr(one, line)}" for line in LINES if getattr(one, line))
    said = ", ".join(told) or "Nothing told"
    when = moment_in_words(one.at, state.today)
    return tappable(
        f"contact-{one.id}",
        f"{when}. {said}. Open it",
        on_tap,
        ft.Column([text(said, theme.BODY_MEDIUM), quiet(when)], spacing=0),
        padding=ft.Padding.symmetric(vertical=10),
        radius=12,
    )


@ft.component
def Moments(id: str, on_mend: Tap, *, key: str | None = None) -> ft.Control:
    """What happened with them, the newest first."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    every = state.happening.with_person(id)
    newest = days.newest_first(every, state.settings.day_start)[:window]
    add = button(
        "add-moment",
        "Add",
        partial(go, f"/people/{id}/moment"),
        kind="text",
        height=48,
        icon=ft.Icons.ADD_ROUNDED,
        spoken="Add a moment",
    )
    names = state.knowing.names
    rows: list[ft.Control] = [
        MomentRow(
            one,
            people_in_words((other for other in one.people if other != id), names),
            near_day(day_of(one.at, state.settings.day_start), state.today),
            one is newest[-1],
            on_mend,
            key=one.id,
        )
        for one in newest
    ]
    more = button(
        "moments-more", "Show more", lambda: set_window(lambda n: n + WINDOW), kind="text"
    )
    return ft.Column(
        [
            ft.Container(
                ft.Row(
                    [heading("Moments"), add],
                    alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                    wrap=state.large,
                ),
                padding=ft.Padding.only(top=12),
            ),
            *(rows or [quiet("Nothing noted yet.")]),
            *([ft.Row([more])] if len(every) > window else []),
        ],
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _bring(state: State, person: Person) -> ft.Control:
    on = state.bringing.of_source(person.id) is not None
    label = "On the list" if on else "Bring to session"
    return button(
        "bring-person",
        label,
        act(state.happening.bring, person),
        icon=ft.Icons.BOOKMARK_ROUNDED if on else ft.Icons.BOOKMARK_BORDER_ROUNDED,
        spoken=f"{label}: {person.name}",
    )


def _on_list(state: State, person: Person) -> list[ft.Control]:
    ids = {person.id, *(one.id for one in state.happening.with_person(person.id))}
    ids |= {one.id for one in state.check_ins if person.id in one.people}
    points = bringing.from_sources(state.points, ids)
    if not points:
        return []
    word, verbs = state.knowing.word, state.bringing
    rows: list[ft.Control] = []
    for one in points:
        rows += [divider()] if rows else []
        source = source_in_words(verbs.source(one), state.today, word)
        words = beginning(verbs.words(one)) or "(nothing written)"
        icon = ft.Icons.LOCK_OUTLINED if one.private else ft.Icons.BOOKMARK_ROUNDED
        rows.append(
            OtherRow(f"point-{one.id}", words, source, f"/bring/{one.id}", icon, key=one.id)
        )
    return [
        section("On the list"),
        card(*rows, padding=ft.Padding.symmetric(horizontal=16, vertical=8)),
    ]


def _parts(state: State, person: Person) -> list[ft.Control]:
    here = {part.part for one in state.check_ins if person.id in one.people for part in one.parts}
    found = [one for one in state.parts if one.id in here or person.id in one.around]
    if not found:
        return []
    return [
        section(f"{state.knowing.word.title} that show up around them"),
        chips(
            [
                chip(
                    f"part-{one.id}",
                    one.name,
                    partial(go, f"/parts/{one.id}"),
                    drawing=part_mark(one, 24, state.brightness),
                )
                for one in found
            ],
            state.large,
        ),
    ]


@ft.component
def CheckIns(id: str, *, key: str | None = None) -> ft.Control:
    """The check-ins with them, the newest first."""
    state = use_state_of_app()
    window, set_window = ft.use_state(WINDOW)
    here = [one for one in state.check_ins if id in one.people]
    if not here:
        return ft.Container()
    rows: list[ft.Control] = []
    for one in list(reversed(here))[:window]:
        rows += [divider()] if rows else []
        rows.append(check_in_row(state, one))
    more = button(
        "check-ins-more", "Show more", lambda: set_window(lambda n: n + WINDOW), kind="text"
    )
    return ft.Column(
        [
            section("Check-ins with them"),
            *noted_strip(state, here, counted=False),
            card(*rows, padding=ft.Padding.symmetric(horizontal=16, vertical=8)),
            *([ft.Row([more])] if len(here) > window else []),
        ],
        spacing=12,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _last_ways(state: State, person: Person) -> ft.Control:
    async def delete() -> None:
        await state.knowing.delete_person(person)
        await go("/people")

    rest = (
        button("wake-person", "Have them back", act(state.knowing.wake, person), height=48)
        if person.resting
        else button("rest-person", "Let them rest", act(state.knowing.rest, person), height=48)
    )
    gone = button(
        "delete-person",
        "Delete",
        delete,
        kind="text",
        height=48,
        icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
        spoken=f"Delete {person.name}",
    )
    return ft.Container(ft.Row([rest, gone], wrap=True), padding=ft.Padding.only(top=18))


def mending_sheet(state: State, moment: str, on_close: Tap) -> ft.Control | None:
    """Where something that went off is now, asked from below; nothing else follows from it."""
    one = state.happening.moment(moment)
    if one is None or one.repair is None:
        return None

    async def mend(repair: Repair) -> None:
        await state.happening.mend(one, repair)

    who = people_in_words(one.people, state.knowing.names)
    return asking(
        state,
        KINDS[one.kind],
        f"Where is it now, with {who}?" if who else "Where is it now?",
        [
            *repair_choices(one.repair, mend),
            *history(state, one),
            switch_row(
                "bring-moment",
                "Bring this to session",
                state.bringing.of_source(one.id) is not None,
                act(state.happening.bring, one),
                ft.Icons.BOOKMARK_BORDER_ROUNDED,
            ),
            button("mending-done", "Done", on_close, kind="text", height=48),
        ],
        on_close,
        help=help_buttons(state),
    )
