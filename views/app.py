"""Routes and providers, nothing else."""

from datetime import datetime
from functools import partial

import flet as ft
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message
from tzlocal import get_localzone_name

from domain.journal import Journal
from domain.recurrence import is_zone
from views import keys, theme
from views.add_more import AddMore
from views.bring import Bring, PointPlace
from views.components.frame import screen
from views.components.kit import button
from views.components.navigation import go
from views.entries import Entries, EntryPlace
from views.first_run import FirstRun
from views.looking_back import LookBack, LookEntry, LookPlace
from views.moment import NewMoment
from views.part_form import EditPart, NewPart
from views.parts import MapPlace, PartPlace, Parts
from views.pause import PausePlace
from views.people import People, PeopleList, PersonPlace
from views.person_form import EditPerson, NewPerson
from views.plan import Plan
from views.prepare import Prepare
from views.questions import Questions
from views.room import Room
from views.sessions import SessionPlace, Sessions
from views.settings import About, SettingsPlace
from views.sheet import PaperPlace, SheetPlace
from views.sitting import SittingPlace
from views.state import STATE, State, use_state_of_app
from views.steady import Steady
from views.support import Support
from views.theme import text
from views.today import Today
from views.ways import Ways


@ft.component
def NotFound() -> ft.View:
    """A place that does not exist."""
    return screen(
        use_state_of_app(),
        "Nothing here",
        [
            text("There is no such place in Meanwhile."),
            ft.Row([button("to-today", "Go to Today", partial(go, "/"))]),
        ],
    )


@ft.component
def Refused() -> ft.View:
    """No journal could be opened: one sentence that says why, and nothing to write into."""
    state = use_state_of_app()
    said = text(state.refused)
    return screen(state, "Meanwhile", [ft.Semantics(identifier="refused", content=said)])


EVERYWHERE = [
    ft.Route(path="/support", component=Support, modal=True),
    ft.Route(path="/steady", component=Steady, modal=True),
]
ROUTES = [
    *EVERYWHERE,
    ft.Route(
        path="/",
        component=Today,
        children=[
            ft.Route(path="add/:id/:at?", component=AddMore),
            ft.Route(
                path="entries",
                component=Entries,
                children=[ft.Route(path=":id", component=EntryPlace)],
            ),
            ft.Route(
                path="look-back",
                component=LookBack,
                children=[
                    ft.Route(path="look/:look", component=LookPlace),
                    ft.Route(path=":id", component=LookEntry),
                ],
            ),
            ft.Route(
                path="bring",
                component=Bring,
                children=[
                    ft.Route(
                        path="prepare",
                        component=Prepare,
                        children=[
                            ft.Route(
                                path="sheet",
                                component=SheetPlace,
                                children=[ft.Route(path="paper", component=PaperPlace)],
                            )
                        ],
                    ),
                    ft.Route(path=":id", component=PointPlace),
                ],
            ),
            ft.Route(
                path="parts",
                component=Parts,
                children=[
                    ft.Route(path="map", component=MapPlace),
                    ft.Route(path="new", component=NewPart),
                    ft.Route(
                        path=":id",
                        component=PartPlace,
                        children=[
                            ft.Route(path="edit", component=EditPart),
                            ft.Route(path="sit/:other?", component=SittingPlace),
                        ],
                    ),
                ],
            ),
            ft.Route(
                path="people",
                component=People,
                children=[
                    ft.Route(path="list", component=PeopleList),
                    ft.Route(path="new", component=NewPerson),
                    ft.Route(
                        path=":id",
                        component=PersonPlace,
                        children=[
                            ft.Route(path="edit", component=EditPerson),
                            ft.Route(path="moment", component=NewMoment),
                        ],
                    ),
                ],
            ),
            ft.Route(path="moment", component=NewMoment),
            ft.Route(path="room", component=Room),
            ft.Route(
                path="sessions",
                component=Sessions,
                children=[
                    ft.Route(path="plan/:id/:therapy?", component=Plan),
                    ft.Route(path=":id/:way?", component=SessionPlace),
                ],
            ),
            ft.Route(
                path="settings",
                component=SettingsPlace,
                children=[
                    ft.Route(path="about", component=About),
                    ft.Route(path="questions", component=Questions),
                    ft.Route(path="pause", component=PausePlace),
                    ft.Route(path="ways", component=Ways),
                ],
            ),
        ],
    ),
    ft.Route(path="/:place*", component=NotFound),
]
FIRST_ROUTES = [*EVERYWHERE, ft.Route(path="/:place*", component=FirstRun)]
REFUSED_ROUTES = [*EVERYWHERE, ft.Route(path="/:place*", component=Refused)]


@ft.component
def App(state: State) -> ft.Control:
    """The whole app for one session."""
    return STATE(state, lambda: Places())


@ft.component
def Places() -> ft.Control:
    """All routes, or those of the first run, or those without a journal."""
    state = use_state_of_app()
    page = ft.context.page
    look = state.settings.theme

    def show_theme() -> None:
        page.theme_mode = ft.ThemeMode(look)
        page.update()

    ft.use_effect(show_theme, [look])
    if state.refused:
        return ft.Router(REFUSED_ROUTES, manage_views=True)
    if not state.settings.welcomed:
        return ft.Router(FIRST_ROUTES, manage_views=True)
    return ft.Router(ROUTES, manage_views=True)


def follow(page: ft.Page, state: State) -> None:
    """Let the state know when nobody sees its page, when somebody does again, and its end."""

    def returned() -> None:
        _send_quietly(page.session.connection)
        state.returned()

    _send_quietly(page.session.connection)
    page.on_disconnect = lambda: state.left()
    page.on_connect = returned
    page.on_close = lambda: state.close()


class _Unsaid(Message):
    """A message that is not written out in words.

    Flet 1.0.5 does that with each, for a log that nobody keeps: all controls of a change, and
    whatever their components were given, to the last check-in.
    """

    def __repr__(self) -> str:
        return self.action.name


def _send_quietly(connection: Connection) -> None:
    """Drop what can't be sent any more: whoever comes back is sent the whole page.

    Flet 1.0.5 raises instead, in the middle of showing a change, and from then on the session
    shows no other.
    """
    send = connection.send_message

    def sent(message: Message) -> None:
        try:
            send(_Unsaid(message.action, message.body))
        except AttributeError as error:
            if error.name != "put_nowait":
                raise

    connection.send_message = sent  # type: ignore[method-assign]


def zone_here() -> str:
    """The name of this device's time zone; UTC where it tells none that is known."""
    try:
        name = str(get_localzone_name())
    except (LookupError, OSError, ValueError):
        return "UTC"
    return name if is_zone(name) else "UTC"


def start(page: ft.Page, journal: Journal, *, sample: bool = False, refused: str = "") -> None:
    """Begin a session: Flet's main. `refused` says why `journal` is not the person's own."""
    page.title = "Meanwhile"
    page.fonts = theme.FONTS
    page.theme = theme.theme(theme.LIGHT)
    page.dark_theme = theme.theme(theme.DARK)
    page.padding = 0
    dark = page.platform_brightness == ft.Brightness.DARK
    state = State(
        journal,
        clock=lambda: datetime.now().astimezone(),
        brightness="dark" if dark else "light",
        width=page.width or 390,
        zone=zone_here(),
        sample=sample,
        refused=refused,
    )

    def resized(event: ft.PageResizeEvent) -> None:
        state.width = event.width

    def brightened() -> None:
        dark = page.platform_brightness == ft.Brightness.DARK
        state.device_brightness = "dark" if dark else "light"

    def left(event: ft.AppLifecycleStateChangeEvent) -> None:
        if event.state in (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE):
            state.end_sitting()

    async def ask_for_motion() -> None:
        features = await ft.SemanticsService().get_accessibility_features()
        state.still = features.reduce_motion or features.disable_animations

    page.on_resize = resized
    page.on_platform_brightness_change = brightened
    page.on_app_lifecycle_state_change = left
    page.on_keyboard_event = partial(keys.pressed, state)
    follow(page, state)
    page.render_views(App, state)
    page.run_task(ask_for_motion)
