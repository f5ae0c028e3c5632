"""What the app says about itself."""

from functools import partial

import flet as ft

from domain.language import tr
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
            tr("What is kept, and where"),
            partial(go, "/settings/privacy"),
            icon=ft.Icons.PRIVACY_TIP_OUTLINED,
        ),
        row_button(
            "to-licences",
            tr("Licences"),
            partial(go, "/settings/licences"),
            icon=ft.Icons.DESCRIPTION_OUTLINED,
        ),
    )
    said = [quiet(tr("Version {number}", number=version))] if version else []
    return screen(state, tr("About Meanwhile"), [about(), ways, *said], back=True)


def about() -> ft.Control:
    """The paragraphs of it."""
    return ft.Column(
        [
            text(tr("A private journal, and a list, for the time between sessions.")),
            text(f"{tr(sayings.NOTEBOOK)} {tr(sayings.NOW)}"),
            text(tr(sayings.THERAPIST)),
            heading(tr("What it is")),
            text(
                tr(
                    "A place for check-ins, for what you might bring to a session, for what you "
                    "notice in yourself, and for people you're close to. It grows out of "
                    "relational-cultural therapy and of parts work."
                )
            ),
            text(tr("It may help you notice, remember and bring things up.")),
            text(
                tr(
                    "What you write stays on this device. There is no account, and nothing is sent "
                    "anywhere."
                )
            ),
            heading(tr("What it is not")),
            text(tr(sayings.NOT_A_TEST)),
            text(
                tr(
                    "It gives no advice and measures nothing, it looks for nothing in your words "
                    "or numbers, and it alerts nobody."
                )
            ),
            text(tr(sayings.IFS)),
            text(tr(sayings.REVIEW)),
            quiet(
                tr(
                    "Fonts: Fraunces and Atkinson Hyperlegible Next, Noto Color Emoji "
                    "(SIL Open Font License)."
                )
            ),
        ],
        spacing=16,
    )
