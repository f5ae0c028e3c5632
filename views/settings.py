"""Settings: groups of rows; switches act at once. And what the app says about itself."""

from functools import partial

import flet as ft

from domain.language import tr, trp
from views import theme
from views.about import about
from views.check_in_settings import check_in_settings
from views.components.frame import screen
from views.components.kit import card, divider, heading
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.rows import row_button, rows
from views.look_settings import look_settings
from views.part_word import PartWordRow
from views.plan import in_words
from views.privacy_settings import privacy_settings
from views.questions import PACES
from views.reminders import in_words as reminders_in_words
from views.state import State, use_state_of_app
from views.ways import TITLE as WAYS


@ft.component
def SettingsPlace() -> ft.View:
    """All settings that exist."""
    state = use_state_of_app()
    beside = [heading(tr("About Meanwhile"), theme.HEADLINE_SMALL), about()]
    return screen(
        state,
        tr("Settings"),
        [
            *problem_card(state),
            heading(tr("Check-in")),
            check_in_settings(state),
            heading(state.knowing.word.tr("Questions and parts")),
            _questions(state),
            heading(tr("Sessions")),
            _sessions(state),
            heading(tr("Privacy")),
            privacy_settings(state),
            heading(tr("Your data")),
            _data(),
            heading(trp("of the app", "Look")),
            look_settings(state),
            heading(trp("the app", "About")),
            _about(),
        ],
        back=True,
        right=ft.Column(beside, spacing=16) if state.wide else None,
    )


def rhythm_in_words(state: State) -> str:
    """When sessions come again, in a line."""
    running = (one for one in state.schedules if not one.until or one.until > state.today)
    return next(map(in_words, running), trp("rhythm of sessions", "none"))


def _questions(state: State) -> ft.Control:
    ways = ", ".join(one.name for one in state.ways[:3])
    return card(
        row_button(
            "questions",
            tr("Questions"),
            partial(go, "/settings/questions"),
            icon=ft.Icons.HELP_OUTLINE_ROUNDED,
            state=tr(PACES[state.settings.questions]),
        ),
        divider(),
        row_button(
            "all-ways",
            tr(WAYS),
            partial(go, "/settings/ways"),
            icon=ft.Icons.SHIELD_OUTLINED,
            state=ways or trp("ways of staying safe", "None yet"),
        ),
        divider(),
        PartWordRow(key="part-word"),
        padding=ft.Padding.symmetric(horizontal=20, vertical=8),
    )


def _sessions(state: State) -> ft.Control:
    return rows(
        row_button(
            "rhythm",
            tr("Rhythm"),
            partial(go, "/sessions"),
            icon=ft.Icons.EVENT_NOTE_OUTLINED,
            state=rhythm_in_words(state),
        ),
        row_button(
            "reminders",
            tr("Reminders"),
            partial(go, "/settings/reminders"),
            icon=ft.Icons.NOTIFICATIONS_OUTLINED,
            state=reminders_in_words(state),
        ),
    )


def _data() -> ft.Control:
    return rows(
        row_button(
            "backups",
            tr("Backups"),
            partial(go, "/settings/backups"),
            icon=ft.Icons.SAVE_ALT_OUTLINED,
            state=tr("kept on this device, and a file to carry away"),
        ),
        row_button(
            "move-in",
            tr("Bring in from another app"),
            partial(go, "/settings/move-in"),
            icon=ft.Icons.UPLOAD_FILE_OUTLINED,
        ),
        row_button(
            "export",
            tr("Save as text or table"),
            partial(go, "/settings/export"),
            icon=ft.Icons.DESCRIPTION_OUTLINED,
        ),
        row_button(
            "erase",
            tr("Delete everything"),
            partial(go, "/settings/erase"),
            icon=ft.Icons.DELETE_OUTLINE_ROUNDED,
        ),
    )


def _about() -> ft.Control:
    return rows(
        row_button(
            "about",
            tr("About Meanwhile"),
            partial(go, "/settings/about"),
            icon=ft.Icons.INFO_OUTLINE_ROUNDED,
            state=tr("private notebook, not therapy"),
        ),
        row_button(
            "privacy",
            tr("What is kept, and where"),
            partial(go, "/settings/privacy"),
            icon=ft.Icons.PRIVACY_TIP_OUTLINED,
            state=tr("nothing leaves this device by itself"),
        ),
        row_button(
            "licences",
            tr("Licences"),
            partial(go, "/settings/licences"),
            icon=ft.Icons.DESCRIPTION_OUTLINED,
        ),
    )
