"""Settings: groups of rows; switches act at once. And what the app says about itself."""

from functools import partial
from typing import Any

import flet as ft

from domain.entries import PartWord, Theme
from views import theme
from views.about import about
from views.components.fields import field
from views.components.frame import screen
from views.components.kit import card, chip, chips, divider, heading
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows, switch_row
from views.lock_settings import lock_in_words
from views.pause import pause_in_words
from views.plan import in_words
from views.questions import PACES
from views.reminders import in_words as reminders_in_words
from views.state import State, use_state_of_app
from views.theme import text
from views.ways import TITLE as WAYS

LOOKS: tuple[tuple[Theme, str], ...] = (
    ("system", "as the device"),
    ("light", "light"),
    ("dark", "dark"),
)
PART_WORDS = (
    PartWord(),
    PartWord("side", "sides"),
    PartWord("voice", "voices"),
    PartWord("feeling", "feelings"),
)
HOURS = (0, 3, 4, 5, 6)
WINDOW_TITLES = ("Meanwhile", "Notes", "Calendar")


@ft.component
def SettingsPlace() -> ft.View:
    """All settings that exist."""
    state = use_state_of_app()
    return screen(
        state,
        "Settings",
        [
            *problem_card(state),
            heading("Check-in"),
            _check_in(state),
            heading(f"Questions and {state.knowing.word.many}"),
            _questions(state),
            heading("Sessions"),
            rows(
                row_button(
                    "rhythm",
                    "Rhythm",
                    partial(go, "/sessions"),
                    icon=ft.Icons.EVENT_NOTE_OUTLINED,
                    state=rhythm_in_words(state),
                ),
                row_button(
                    "reminders",
                    "Reminders",
                    partial(go, "/settings/reminders"),
                    icon=ft.Icons.NOTIFICATIONS_OUTLINED,
                    state=reminders_in_words(state),
                ),
            ),
            heading("Privacy"),
            _privacy(state),
            heading("Your data"),
            _data(),
            heading("Look"),
            _look(state),
            heading("About"),
            rows(
                row_button(
                    "about",
                    "About Meanwhile",
                    partial(go, "/settings/about"),
                    icon=ft.Icons.INFO_OUTLINE_ROUNDED,
                    state="private notebook, not therapy",
                ),
                row_button(
                    "privacy",
                    "What is kept, and where",
                    partial(go, "/settings/privacy"),
                    icon=ft.Icons.PRIVACY_TIP_OUTLINED,
                    state="nothing leaves this device by itself",
                ),
                row_button(
                    "licences",
                    "Licences",
                    partial(go, "/settings/licences"),
                    icon=ft.Icons.DESCRIPTION_OUTLINED,
                ),
            ),
        ],
        back=True,
        right=ft.Column([heading("About Meanwhile", theme.HEADLINE_SMALL), about()], spacing=16)
        if state.wide
        else None,
    )


def rhythm_in_words(state: State) -> str:
    """When sessions come again, in a line."""
    running = (one for one in state.schedules if not one.until or one.until > state.today)
    return next(map(in_words, running), "none")


def _privacy(state: State) -> ft.Control:
    mine = state.settings

    async def turn(name: str) -> None:
        await state.set(**{name: not getattr(state.settings, name)})

    return rows(
        row_button(
            "lock-settings",
            "Lock",
            partial(go, "/settings/lock"),
            icon=ft.Icons.LOCK_OUTLINED,
            state=lock_in_words(state),
        ),
        switch_row(
            "quick-exit-setting",
            "A button to leave quickly",
            mine.quick_exit,
            partial(turn, "quick_exit"),
            ft.Icons.LOGOUT_ROUNDED,
            "on every screen: a page with a calendar, and the lock; today's date leads back",
        ),
        switch_row(
            "hide-in-switcher",
            "Hide in the app switcher",
            mine.hide_in_switcher,
            partial(turn, "hide_in_switcher"),
            ft.Icons.VISIBILITY_OFF_OUTLINED,
            "where the device allows it",
        ),
        switch_row(
            "initials-setting",
            "Names as initials on sheets",
            mine.initials,
            partial(turn, "initials"),
            ft.Icons.BADGE_OUTLINED,
        ),
        Title(key="title"),
    )


def _data() -> ft.Control:
    return rows(
        row_button(
            "backups",
            "Backups",
            partial(go, "/settings/backups"),
            icon=ft.Icons.SAVE_ALT_OUTLINED,
            state="kept on this device, and a file to carry away",
        ),
        row_button(
            "move-in",
            "Bring in from another app",
            partial(go, "/settings/move-in"),
            icon=ft.Icons.UPLOAD_FILE_OUTLINED,
        ),
        row_button(
            "export",
            "Save as text or table",
            partial(go, "/settings/export"),
            icon=ft.Icons.DESCRIPTION_OUTLINED,
        ),
        row_button(
            "erase",
            "Delete everything",
            partial(go, "/settings/erase"),
            icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
        ),
    )


@ft.component
def Title(*, key: str | None = None) -> ft.Control:
    """What the window or the tab is called, for whoever looks over a shoulder."""
    state = use_state_of_app()
    page = ft.context.page

    async def choose(title: str) -> None:
        await state.set(title=title)
        page.title = title
        page.update()

    return ft.Column(
        [
            text("Name of the window or tab"),
            chips(
                [
                    chip(
                        f"title-{title.casefold()}",
                        title,
                        partial(choose, title),
                        selected=title == state.settings.title,
                        spoken=f"The window is called {title}",
                    )
                    for title in WINDOW_TITLES
                ],
                state.large,
            ),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _check_in(state: State) -> ft.Control:
    mine = state.settings

    def turn(name: str) -> Any:
        async def turned() -> None:
            await state.set(**{name: not getattr(state.settings, name)})

        return turned

    async def start(hour: int) -> None:
        await state.set(day_start=hour)

    return card(
        switch_row(
            "two-rows-setting",
            "Two rows of seven instead of the pad",
            mine.two_rows,
            turn("two_rows"),
            ft.Icons.GRID_VIEW_OUTLINED,
        ),
        divider(),
        switch_row(
            "ask-connection",
            "Ask about connection",
            mine.ask_connection,
            turn("ask_connection"),
            ft.Icons.SYNC_ALT_ROUNDED,
        ),
        divider(),
        switch_row(
            "ask-body",
            "Ask about the body",
            mine.ask_body,
            turn("ask_body"),
            ft.Icons.ACCESSIBILITY_NEW_OUTLINED,
        ),
        divider(),
        text("A day starts at"),
        chips(
            [
                chip(
                    f"day-start-{hour}",
                    f"{hour:02}:00",
                    partial(start, hour),
                    selected=hour == mine.day_start,
                    spoken=f"A day starts at {hour}:00",
                )
                for hour in HOURS
            ],
            state.large,
        ),
        divider(),
        row_button(
            "pause",
            "Pause or stop checking in",
            partial(go, "/settings/pause"),
            icon=ft.Icons.PAUSE_CIRCLE_OUTLINE_ROUNDED,
            state=pause_in_words(state),
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=12),
    )


def _questions(state: State) -> ft.Control:
    return card(
        row_button(
            "questions",
            "Questions",
            partial(go, "/settings/questions"),
            icon=ft.Icons.HELP_OUTLINE_ROUNDED,
            state=PACES[state.settings.questions],
        ),
        divider(),
        row_button(
            "all-ways",
            WAYS,
            partial(go, "/settings/ways"),
            icon=ft.Icons.SHIELD_OUTLINED,
            state=", ".join(one.name for one in state.ways[:3]) or "None yet",
        ),
        divider(),
        PartWordRow(key="part-word"),
        padding=ft.Padding.symmetric(horizontal=20, vertical=8),
    )


@ft.component
def PartWordRow(*, key: str | None = None) -> ft.Control:
    """What a part is called, everywhere in the app."""
    state = use_state_of_app()
    word = state.knowing.word
    own, set_own = ft.use_state(word not in PART_WORDS)
    one, set_one = ft.use_state(word.one)
    many, set_many = ft.use_state(word.many)

    async def choose(chosen: PartWord) -> None:
        set_own(False)
        await state.set(part_word=chosen)

    async def keep(one: str, many: str) -> None:
        set_one(one)
        set_many(many)
        if one.strip() and many.strip():
            await state.set(part_word=PartWord(one.strip(), many.strip()))

    async def typed_one(event: ft.Event[ft.TextField]) -> None:
        await keep(event.control.value, many)

    async def typed_many(event: ft.Event[ft.TextField]) -> None:
        await keep(one, event.control.value)

    words = [
        chip(
            f"part-word-{chosen.one}",
            chosen.one,
            partial(choose, chosen),
            selected=not own and chosen == word,
            spoken=f"The word for a part: {chosen.one}",
        )
        for chosen in PART_WORDS
    ]
    words.append(
        chip("part-word-own", "another word", partial(set_own, True), selected=own, outlined=True)
    )
    fields = [
        field(
            "part-word-one",
            "The word for one",
            one,
            typed_one,
            key="part-word-one-field",
            max_length=24,
        ),
        field(
            "part-word-many",
            "For several",
            many,
            typed_many,
            key="part-word-many-field",
            max_length=24,
        ),
    ]
    return ft.Column(
        [
            text(f"The word for {word.a_one}"),
            chips(list(words), state.large),
            *(fields if own else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _look(state: State) -> ft.Control:
    async def choose(look: Theme) -> None:
        await state.set(theme=look)

    return card(
        text("Light or dark"),
        chips(
            [
                chip(
                    f"theme-{look}",
                    label,
                    partial(choose, look),
                    selected=look == state.settings.theme,
                    spoken=f"Look: {label}",
                )
                for look, label in LOOKS
            ],
            state.large,
        ),
        padding=ft.Padding.symmetric(horizontal=20, vertical=16),
    )
