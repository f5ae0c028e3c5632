"""The beginning of a session: providers, and what the page tells of its device."""

import asyncio
from contextlib import suppress
from datetime import datetime
from functools import partial
from typing import Any, Final

import flet as ft
from flet.messaging.connection import Connection
from flet.messaging.protocol import Message
from flet.messaging.session import Session
from tzlocal import get_localzone_name, reload_localzone

from domain.keeper import Keeper
from domain.language import hear, locale, tr
from domain.recurrence import is_zone
from views import keys, theme
from views.components import back, focusing
from views.components.announcing import use_announcements
from views.components.fields import PHONES
from views.components.navigation import NEUTRAL, go_back
from views.notifying import use_schedule
from views.routes import FIRST_ROUTES, LOCKED_ROUTES, REFUSED_ROUTES, ROUTES
from views.state import State, within
from views.visit import Visit

UNTOUCHED: Final = frozenset(
    (
        "size_change",
        "resize",
        "media_change",
        "platform_brightness_change",
        "app_lifecycle_state_change",
    )
)
"""What a device tells of by itself."""


@ft.component
def App(visit: Visit) -> ft.Control:
    """The whole app for one session."""
    return Places(visit.state, visit.comings)


@ft.component
def Places(state: State, comings: int) -> ft.Control:
    """All routes, or those that there are without a journal, before the first run or a lock.

    Every screen is made anew with another State or language, and when somebody comes back.
    """
    page = ft.context.page
    routes = _routes(state)
    look, title = state.settings.theme, state.settings.title

    def show_theme() -> None:
        page.theme_mode = ft.ThemeMode(look)
        page.update()

    def show_title() -> None:
        # The page to leave to quickly has its own.
        if page.route != NEUTRAL:
            page.title = tr(title)
            page.update()

    def tell_locale() -> None:
        # For the pickers and menus of Flutter's own.
        here = locale()
        page.locale_configuration = ft.LocaleConfiguration(
            [ft.Locale(here.language, here.territory)],
            ft.Locale(here.language, here.territory),
        )
        page.update()

    ft.use_effect(show_theme, [look])
    ft.use_effect(lambda: dress(page, contrast=state.contrast), [state.contrast])
    ft.use_effect(show_title, [title, state.speech])
    ft.use_effect(tell_locale, [state.speech])
    use_schedule(state)
    use_announcements(state)
    # The same one is not drawn again by what changes here: each screen watches the State itself.
    return ft.use_memo(
        lambda: within(state, lambda: Routed(routes, key=state.speech)),
        [state, comings, routes, state.speech],
    )


@ft.component
def Routed(routes: list[ft.Route], *, key: str | None = None) -> ft.Control:
    """The routes, and what they have drawn; another key draws everything again."""
    return ft.Router(routes, manage_views=True)


def _routes(state: State) -> list[ft.Route]:
    if state.refused:
        return REFUSED_ROUTES
    if state.locked:
        return LOCKED_ROUTES
    return ROUTES if state.settings.welcomed else FIRST_ROUTES


def follow(page: ft.Page, visit: Visit) -> None:
    """Let the visit know when nobody sees its page, when somebody does again, and its end."""

    def returned() -> None:
        _send_quietly(page.session.connection)
        back.connected(page)
        visit.returned()

    _send_quietly(page.session.connection)
    _pass_over_late_answers(page.session)
    page.session.store.set(back.HERE, page.route)
    # Before the router, which would go to what lies above in its own table.
    page.on_view_pop = lambda: page.run_task(go_back)
    _hear_first(page, visit)
    page.on_disconnect = lambda: visit.gone()
    page.on_connect = returned
    page.on_close = lambda: visit.close()


def _hear_first(page: ft.Page, visit: Visit) -> None:
    """Whatever the client tells of is somebody's doing; Flet has no event for all of it.

    Nor has it one for a browser that goes back by itself before the screen is gone.
    """
    session = page.session
    dispatch = session.dispatch_event

    async def dispatched(control_id: int, event_name: str, event_data: Any) -> None:
        if event_name not in UNTOUCHED:
            visit.touched()
        focusing.hear(page, control_id, event_name, event_data)
        way = None
        if event_name == "route_change":
            way = back.led_back(page, event_data["route"], is_locked=visit.state.locked)
        if way is not None:
            await visit.state.loop.create_task(way, context=visit.state.context)
            return
        await dispatch(control_id, event_name, event_data)

    session.dispatch_event = dispatched  # type: ignore[method-assign]


def _pass_over_late_answers(session: Session) -> None:
    """Pass over the answer to a question of what is gone by now.

    Flet 1.0.5 raises for it; and where Python is in the page, nothing of that page is heard after.
    """
    hear = session.handle_invoke_method_results

    def heard(control_id: int, call_id: str, result: Any, error: str | None) -> None:
        with suppress(RuntimeError):
            hear(control_id, call_id, result, error)

    session.handle_invoke_method_results = heard  # type: ignore[method-assign]


def _unsaid(message: Message) -> str:
    """A message that is not written out in words.

    Flet 1.0.5 does that with each, for a log that nobody keeps: all controls of a change, or of the
    page that comes back, and whatever their components were given, to the last check-in.
    """
    return message.action.name


Message.__repr__ = _unsaid  # type: ignore[assignment, method-assign]


def _send_quietly(connection: Connection) -> None:
    """Drop what can't be sent any more: whoever comes back is sent the whole page.

    Flet 1.0.5 raises instead, in the middle of showing a change, and from then on the session
    shows no other.
    """
    send = connection.send_message

    def sent(message: Message) -> None:
        try:
            send(message)
        except AttributeError as error:
            if error.name != "put_nowait":
                raise

    connection.send_message = sent  # type: ignore[method-assign]


def zone_here() -> str:
    """The name of this device's time zone; UTC where it tells none that is known."""
    try:
        # It may be another than when the app was started.
        reload_localzone()
        name = str(get_localzone_name())
    except (LookupError, OSError, ValueError):
        return "UTC"
    return name if is_zone(name) else "UTC"


def start(page: ft.Page, keeper: Keeper, *, sample: bool = False) -> None:
    """Begin a session: Flet's main."""
    page.fonts = theme.FONTS
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

    def resized() -> None:
        measure(page, visit.state)

    def brightened() -> None:
        dark = page.platform_brightness == ft.Brightness.DARK
        visit.state.device_brightness = "dark" if dark else "light"

    async def pressed(event: ft.KeyboardEvent) -> None:
        await keys.pressed(visit.state, event)

    async def ask_for_features() -> None:
        with suppress(RuntimeError, TimeoutError):
            features = await ft.SemanticsService().get_accessibility_features()
            visit.state.still = features.reduce_motion or features.disable_animations
            visit.state.contrast = features.high_contrast

    async def seen(event: ft.AppLifecycleStateChangeEvent) -> None:
        sighted(page, visit, event)
        if event.state == ft.AppLifecycleState.RESUME:
            # Flet tells of no change of them; the settings of a device are another app's.
            await ask_for_features()

    async def begin() -> None:
        await asyncio.gather(ask_for_locale(), ask_for_features())
        dress(page, contrast=visit.state.contrast)
        page.render_views(App, visit)

    async def ask_for_locale() -> None:
        with suppress(RuntimeError, TimeoutError):
            info = await page.get_device_info()
            take_locales(info.locales if info else [])

    def take_locales(locales: list[ft.Locale]) -> None:
        hear([(one.language_code, one.country_code or "") for one in locales])
        for state in State.open_ones:
            state.loop.call_soon_threadsafe(state.refresh, context=state.context)

    page.on_locale_change = lambda event: take_locales(event.locales)
    page.on_resize = resized
    page.on_media_change = resized
    page.on_platform_brightness_change = brightened
    page.on_app_lifecycle_state_change = seen
    page.on_keyboard_event = pressed
    measure(page, visit.state)
    follow(page, visit)
    page.run_task(begin)


def dress(page: ft.Page, *, contrast: bool) -> None:
    """Put on the colours, with more contrast where the device asks for it."""
    page.theme = theme.theme(theme.scheme("light", contrast))
    page.dark_theme = theme.theme(theme.scheme("dark", contrast))
    page.update()


def measure(page: ft.Page, state: State) -> None:
    """Tell how much room there is, without what a notch takes at the sides."""
    sides = page.media.padding
    state.width = (page.width or state.width) - sides.left - sides.right
    state.height = page.height or state.height


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
    elif away == ft.AppLifecycleState.RESUME:
        state.zone = zone_here()
        # Time went by: what is due, and the day, may be others.
        visit.returned()
    else:
        visit.watch()
