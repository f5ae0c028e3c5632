"""What the app says about itself."""

from functools import partial

import flet as ft

from views import sayings
from views.components.frame import screen
from views.components.kit import heading, quiet
from views.components.navigation import go
from views.components.rows import row_button, rows
from views.licence_texts import version_of
from views.shipped import APP
from views.state import use_state_of_app
from views.theme import text


@ft.component
def About() -> ft.View:
    """What the app is, and what it is not; and the ways to all that it says about itself."""
    state = use_state_of_app()
    version = ft.use_memo(lambda: version_of(APP), [])
    ways = rows(
        row_button(
            "to-privacy",
            "What is kept, and where",
            partial(go, "/settings/privacy"),
            icon=ft.Icons.PRIVACY_TIP_OUTLINED,
        ),
        row_button(
            "to-licences",
            "Licences",
            partial(go, "/settings/licences"),
            icon=ft.Icons.DESCRIPTION_OUTLINED,
        ),
    )
    said = [quiet(f"Version {version}")] if version else []
    return screen(state, "About Meanwhile", [about(), ways, *said], back=True)


def about() -> ft.Control:
    """The paragraphs of it."""
    return ft.Column(
        [
            text("A private journal, and a list, for the time between sessions."),
            text(f"{sayings.NOTEBOOK} {sayings.NOW}"),
            text(sayings.THERAPIST),
            heading("What it is"),
            text(
                "A place for check-ins, for what you might bring to a session, for what you notice "
                "in yourself, and for people you're close to. It grows out of relational-cultural "
                "therapy and of parts work."
            ),
            text("It may help you notice, remember and bring things up."),
            text(
                "What you write stays on this device. There is no account, and nothing is sent "
                "anywhere."
            ),
            heading("What it is not"),
            text(sayings.NOT_A_TEST),
            text(
                "It gives no advice and measures nothing, it looks for nothing in your words or "
                "numbers, and it alerts nobody."
            ),
            text(sayings.IFS),
            text(sayings.REVIEW),
            quiet(
                "Fonts: Fraunces and Atkinson Hyperlegible Next, Noto Color Emoji "
                "(SIL Open Font License)."
            ),
        ],
        spacing=16,
    )
