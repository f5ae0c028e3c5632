"""Routes and providers, nothing else."""

from datetime import datetime
from functools import partial
from typing import Any, Final

import flet as ft
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message
from flet.messaging.session import Session
from tzlocal import get_localzone_name

from domain.keeper import Keeper
from domain.recurrence import is_zone
from views import keys, theme
from views.about import About
from views.add_more import AddMore
from views.backup import BackupPlace
from views.backups import Backups
from views.bring import Bring, PointPlace
from views.carry_away import CarryAway
from views.components.frame import screen
from views.components.kit import button
from views.components.navigation import NEUTRAL, go
from views.entries import Entries, EntryPlace
from views.erase import Erase
from views.export import Export
from views.first_run import FirstRun
from views.licences import Licence, Licences
from views.lock import LockPlace
from views.lock_settings import LockSettings
from views.lock_steps import LockChange, LockCode, LockNew, LockOff
from views.looking_back import LookBack, LookEntry, LookPlace
from views.moment import NewMoment
from views.month import Month
from views.move_in import MoveIn
from views.part_form import EditPart, NewPart
from views.parts import MapPlace, PartPlace, Parts
from views.pause import PausePlace
from views.people import People, PeopleList, PersonPlace
from views.person_form import EditPerson, NewPerson
from views.plan import Plan
from views.prepare import Prepare
from views.privacy import Privacy
from views.questions import Questions
from views.room import Room
from views.sessions import SessionPlace, Sessions
from views.settings import SettingsPlace
from views.sheet import PaperPlace, SheetPlace
from views.sitting import SittingPlace
from views.state import STATE, State, use_state_of_app
from views.steady import Steady
from views.support import Support
from views.theme import text
from views.today import Today
from views.visit import Visit
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


PHONES: Final = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
UNTOUCHED: Final = frozenset(
    ("size_change", "resize", "app_lifecycle_state_change", "change_metrics")
)
"""What a device tells of by itself."""
EVERYWHERE = [
    ft.Route(path=NEUTRAL, component=Month, modal=True),
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
                    ft.Route(path="export", component=Export),
                    ft.Route(path="privacy", component=Privacy),
                    ft.Route(
                        path="licences",
                        component=Licences,
                        children=[ft.Route(path=":name", component=Licence)],
                    ),
                    ft.Route(path="move-in", component=MoveIn),
                    ft.Route(
                        path="lock",
                        component=LockSettings,
                        children=[
                            ft.Route(path="new", component=LockNew),
                            ft.Route(path="change", component=LockChange),
                            ft.Route(path="code", component=LockCode),
                            ft.Route(path="off", component=LockOff),
                        ],
                    ),
                    ft.Route(
                        path="backups",
                        component=Backups,
                        children=[
                            ft.Route(path="carry/:way?", component=CarryAway),
                            ft.Route(path=":name", component=BackupPlace),
                        ],
                    ),
                    ft.Route(path="erase", component=Erase),
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


LOCKED_ROUTES = [*EVERYWHERE, ft.Route(path="/:place*", component=LockPlace)]


@ft.component
def App(visit: Visit) -> ft.Control:
    """The whole app for one session."""
    return STATE(visit.state, lambda: Places())


@ft.component
def Places() -> ft.Control:
    """All routes, or those that there are without a journal, before the first run or a lock."""
    state = use_state_of_app()
    page = ft.context.page
    look = state.settings.theme

    def show_theme() -> None:
        page.theme_mode = ft.ThemeMode(look)
        page.update()

    ft.use_effect(show_theme, [look])
    if state.refused:
        return ft.Router(REFUSED_ROUTES, manage_views=True)
    if state.locked:
        return ft.Router(LOCKED_ROUTES, manage_views=True)
    if not state.settings.welcomed:
        return ft.Router(FIRST_ROUTES, manage_views=True)
    return ft.Router(ROUTES, manage_views=True)


def follow(page: ft.Page, visit: Visit) -> None:
    """Let the visit know when nobody sees its page, when somebody does again, and its end."""

    def returned() -> None:
        _send_quietly(page.session.connection)
        visit.returned()

    _send_quietly(page.session.connection)
    _notice_touches(page.session, visit)
    page.on_disconnect = lambda: visit.gone()
    page.on_connect = returned
    page.on_close = lambda: visit.close()


def _notice_touches(session: Session, visit: Visit) -> None:
    """Whatever the client tells of is somebody's doing; Flet has no event for all of it."""
    dispatch = session.dispatch_event

    async def dispatched(control_id: int, event_name: str, event_data: Any) -> None:
        if event_name not in UNTOUCHED:
            visit.touched()
        await dispatch(control_id, event_name, event_data)

    session.dispatch_event = dispatched  # type: ignore[method-assign]


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


def start(page: ft.Page, keeper: Keeper, *, sample: bool = False) -> None:
    """Begin a session: Flet's main."""
    page.fonts = theme.FONTS
    page.theme = theme.theme(theme.LIGHT)
    page.dark_theme = theme.theme(theme.DARK)
    page.padding = 0
    dark = page.platform_brightness == ft.Brightness.DARK
    make = partial(
        State,
        keeper,
        clock=lambda: datetime.now().astimezone(),
        brightness="dark" if dark else "light",
        width=page.width or 390,
        zone=zone_here(),
        sample=sample,
    )
    visit = Visit(page, keeper, make)
    page.title = visit.state.settings.title

    def resized(event: ft.PageResizeEvent) -> None:
        visit.state.width = event.width

    def brightened() -> None:
        dark = page.platform_brightness == ft.Brightness.DARK
        visit.state.device_brightness = "dark" if dark else "light"

    async def pressed(event: ft.KeyboardEvent) -> None:
        await keys.pressed(visit.state, event)

    async def ask_for_motion() -> None:
        features = await ft.SemanticsService().get_accessibility_features()
        visit.state.still = features.reduce_motion or features.disable_animations

    page.on_resize = resized
    page.on_platform_brightness_change = brightened
    page.on_app_lifecycle_state_change = partial(sighted, page, visit)
    page.on_keyboard_event = pressed
    follow(page, visit)
    page.render_views(App, visit)
    page.run_task(ask_for_motion)


def sighted(page: ft.Page, visit: Visit, event: ft.AppLifecycleStateChangeEvent) -> None:
    """The app went out of sight or came back; on a phone, also the look at all apps."""
    state, away = visit.state, event.state
    on_phone = not page.web and page.platform in PHONES
    state.is_hidden = (
        on_phone
        and state.settings.hide_in_switcher
        and away != ft.AppLifecycleState.RESUME
        and not state.locking.is_outside
    )
    if away in (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE):
        state.end_sitting()
        visit.left()
    else:
        visit.watch()
