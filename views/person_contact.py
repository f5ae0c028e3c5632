"""How it was after being with somebody: five lines, compared with before."""

from functools import partial

import flet as ft

from domain import wording
from domain.entries import LINES, AfterContact
from domain.language import tr, trp
from views import theme
from views.components.kit import Tap, button, card, heading, quiet, tappable
from views.components.points import moment_in_words
from views.components.rows import segments
from views.state import State, use_state_of_app
from views.theme import text


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
        change = next(one for one in wording.CHANGES if identifier.endswith(one))
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
    title = heading(tr("After contact"), theme.TITLE_MEDIUM)
    earlier = [one for one in reversed(every) if shown is None or one.id != shown.id]
    return card(
        ft.Row([title, when], alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True),
        text(
            tr("Compared with before you were together."),
            theme.BODY_MEDIUM,
            ft.Colors.ON_SURFACE_VARIANT,
        ),
        *(
            control
            for line in LINES
            for control in (
                text(tr(wording.AFTER[line]), theme.BODY_MEDIUM),
                segments(
                    [(f"after-{line}-{one}", tr(said)) for one, said in wording.CHANGES.items()],
                    f"after-{line}-{getattr(shown, line)}" if shown else "",
                    partial(tell, line),
                    state.large,
                    about=tr(wording.AFTER[line]),
                ),
            )
        ),
        quiet(tr("Any can stay empty. Nothing is added up.")),
        ft.Row(
            [
                *([_small("after-new", trp("a time together", "New"), begin)] if shown else []),
                *(
                    [
                        _small(
                            "after-earlier",
                            trp("times together", "Earlier"),
                            partial(look, not looking),
                        )
                    ]
                    if earlier
                    else []
                ),
                *(
                    [
                        _small(
                            "after-delete",
                            tr("Delete"),
                            partial(forget, shown),
                            tr("Delete what was told of this time together"),
                        )
                    ]
                    if shown
                    else []
                ),
            ],
            wrap=True,
        ),
        *(_contact(state, one, partial(open, one)) for one in (earlier if looking else [])),
    )


def _small(identifier: str, label: str, on_tap: Tap, spoken: str | None = None) -> ft.Control:
    return button(identifier, label, on_tap, kind="text", height=48, spoken=spoken)


def _contact(state: State, one: AfterContact, on_tap: Tap) -> ft.Control:
    told = ((tr(wording.AFTER[line]), wording.CHANGES.get(getattr(one, line))) for line in LINES)
    lines = (f"{line}: {tr(change)}" for line, change in told if change)
    said = ", ".join(lines) or tr("Nothing told")
    when = moment_in_words(one.at, state.today)
    return tappable(
        f"contact-{one.id}",
        ". ".join((when, said, tr("Open it"))),
        on_tap,
        ft.Column([text(said, theme.BODY_MEDIUM), quiet(when)], spacing=0),
        padding=ft.Padding.symmetric(vertical=10),
        radius=12,
    )
