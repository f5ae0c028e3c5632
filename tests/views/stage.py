"""The whole app of one session without a client: what it shows, and what one does there.

Flet has no public way to render without a client; the half-private parts of 1.0.5 that this needs
(Session, Connection, its index of controls) are used here and nowhere else in the tests.
"""

import asyncio
import time
from collections.abc import Callable, Coroutine, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any, TypeVar

import flet as ft
from flet.controls.base_control import BaseControl
from flet.controls.context import _context_page
from flet.messaging.connection import Connection
from flet.messaging.protocol import InvokeMethodRequestBody, Message, MessageAction
from flet.messaging.session import Session
from flet.pubsub.pubsub_hub import PubSubHub

from domain.keeper import Keeper
from storage.journal import TinyJournal
from storage.loose import LooseKeeper
from views import app, keys
from views.components.navigation import GOING
from views.state import State
from views.visit import Visit

CHILDREN = ("header", "content", "controls", "items", "footer", "_b")
NOON = datetime(2026, 6, 9, 12, tzinfo=UTC)

Picker = TypeVar("Picker", ft.DatePicker, ft.TimePicker)


class Nowhere(Connection):
    """A client that draws nothing, and goes wherever it is told to."""

    broken = False

    def __init__(self, session: Session | None = None) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.pubsubhub = PubSubHub()
        self.page_url = "http://127.0.0.1"
        self.session = session or Session(self)
        self.longest = 0

    def send_message(self, message: Message) -> None:
        """Answer what waits for an answer; what is `broken` fails as Flet's own does."""
        if self.broken:
            raise AttributeError("the connection is breaking", name="put_nowait")
        self.longest = max(self.longest, len(f"{message}"))
        # What a tap raises is told to the client, and to nobody else.
        assert message.action != MessageAction.SESSION_CRASHED, message.body
        if message.action == MessageAction.INVOKE_METHOD:
            asyncio.get_running_loop().call_soon(self._answer, message.body)

    def _answer(self, call: InvokeMethodRequestBody) -> None:
        if call.name == "push_route":
            self.going = asyncio.ensure_future(moved(self.session, call.args["route"]))
        self.session.handle_invoke_method_results(call.control_id, call.call_id, None, None)

    def dispose(self) -> None:
        """Nothing to let go of."""


async def moved(session: Session, route: str) -> None:
    """Tell the session that the address has changed, as the client does."""
    session.page.route = route
    await session.dispatch_event(session.page._i, "route_change", {"route": route})


class Stage:
    """One session of the app at `route`; `now` is its clock, to be set.

    `still`: its device asks for less motion.
    """

    def __init__(
        self,
        kept: TinyJournal | Keeper,
        route: str = "/",
        *,
        width: float = 390,
        text_scale: float = 1,
        brightness: Any = "light",
        still: bool = False,
        clocks: Any = (time.monotonic, time.time),
    ) -> None:
        self.now = NOON
        self._client = Nowhere()
        self.session = self._client.session
        self.page = self.session.page
        self.page.route = route
        self._look = (width, text_scale, brightness)
        self._still = still
        self._clocks = tuple(clocks)
        self._keeper = LooseKeeper(kept) if isinstance(kept, TinyJournal) else kept

    async def __aenter__(self) -> "Stage":
        width, text_scale, brightness = self._look
        _context_page.set(self.page)
        if not Visit.open_ones:
            # Another test's, by other clocks.
            Visit.touched_at = ()
        make = partial(
            State,
            self._keeper,
            clock=lambda: self.now,
            brightness=brightness,
            width=width,
        )
        self.visit = Visit(self.page, self._keeper, make, self._clocks)
        self.state.text_scale = text_scale
        self.state.still = self._still
        app.follow(self.page, self.visit)
        self.page.render_views(app.App, self.visit)
        self.session.get_page_patch()  # type: ignore[no-untyped-call]
        await self.settle()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.visit.close()
        self.session.close()  # type: ignore[no-untyped-call]
        await self.settle()

    @property
    def state(self) -> State:
        """The State of the journal that is open now."""
        return self.visit.state

    async def settle(self) -> None:
        """Let everything that is under way come to its end."""
        for _ in range(60):
            await asyncio.sleep(0)
            # A verb that writes, in a thread of its own, has the turn until that is done.
            async with self.state.turn:
                pass
        # What a screen raises while it is drawn again ends all drawing, and says so nowhere.
        drawing: asyncio.Task[None] | None = vars(self.session)["_Session__updates_task"]
        if drawing is not None and drawing.done():
            drawing.result()

    async def go(self, route: str) -> None:
        """As the client does when another address is typed."""
        self.session.store.set(GOING, True)
        await self.browse(route)

    async def browse(self, route: str) -> None:
        """As a browser does that goes back or forward by itself."""
        await moved(self.session, route)
        await self.settle()

    @property
    def longest_message(self) -> int:
        """How many letters the longest message had in words, which Flet writes for each."""
        return self._client.longest

    def break_off(self) -> None:
        """From now on nothing reaches the client, and the session does not know it yet."""
        self._client.broken = True

    async def come_back(self) -> None:
        """The session learns that its client is gone, and gets another."""
        await self.session.disconnect(3600)
        self._client = Nowhere(self.session)
        await self.session.connect(self._client)
        await self.settle()

    def screens(self) -> list[BaseControl]:
        """The screens that lie on each other, the topmost last."""
        return _controls(self.page.views)

    def controls(self) -> Iterator[tuple[BaseControl, tuple[BaseControl, ...]]]:
        """What the topmost screen holds, each with what is around it, outermost first."""
        yield from _walk(self.screens()[-1], ())

    def node(self, identifier: str) -> ft.Semantics | None:
        """The semantics with that identifier."""
        found = (
            one
            for one, _ in self.controls()
            if isinstance(one, ft.Semantics) and one.identifier == identifier
        )
        return next(found, None)

    def label(self, identifier: str) -> str:
        """What is spoken of it; nothing where it is not there."""
        node = self.node(identifier)
        if node is None:
            return ""
        return node.label or next((str(one.hint_text) for one in _fields(node)), "")

    def field(self, identifier: str) -> ft.TextField:
        """The text field with that identifier."""
        return next(_fields(self._there(identifier)))

    def picker(self, kind: type[Picker]) -> Picker:
        """The dialog of that kind which was opened last."""
        found = [one for one in self.page._dialogs.controls if isinstance(one, kind)]
        assert found, f"no {kind.__name__} is open"
        return found[-1]

    def draggable(self, identifier: str) -> ft.GestureDetector | None:
        """What hears a thing being dragged; None where it stays."""
        node = self._there(identifier)
        around = next(around for one, around in self.controls() if one is node)
        found = (
            one
            for one in around
            if isinstance(one, ft.GestureDetector) and one.on_horizontal_drag_update
        )
        return next(found, None)

    def words(self) -> str:
        """All texts and spoken labels."""
        said = []
        for one, _ in self.controls():
            if isinstance(one, ft.Text):
                said.append(one.value)
            elif isinstance(one, ft.Semantics) and one.label:
                said.append(one.label)
            elif isinstance(one, ft.TextField) and one.hint_text:
                said.append(one.hint_text)
        return "\n".join(said)

    async def tap(self, identifier: str) -> None:
        """Tap it, and wait until the tap is answered."""
        await self._fire(identifier, ("click", "tap"), None)

    async def pick(self, kind: type[Picker], value: Any) -> None:
        """Choose a day or a time in the dialog that asks for it."""
        picker = self.picker(kind)
        picker.value = value
        await self.fire(picker, "change", value)

    async def type(self, identifier: str, typed: str) -> None:
        """Change what a field holds."""
        self.session.apply_patch(self.field(identifier)._i, {"value": typed})
        await self._fire(identifier, ("change",), typed)

    async def type_and(self, identifier: str, typed: str, name: str, other: str) -> None:
        """Type, and do something else before what was typed is drawn."""
        field = self.field(identifier)
        hearing = self._hearing(other, (name,))
        self.session.apply_patch(field._i, {"value": typed})
        await asyncio.gather(
            self.session.dispatch_event(field._i, "change", typed),
            self.session.dispatch_event(hearing._i, name, None),
        )
        await self.settle()

    async def tap_at_once(self, *identifiers: str) -> None:
        """Tap one after the other, all before the first tap is drawn."""
        tapped = [self._hearing(one, ("click",))._i for one in identifiers]
        await asyncio.gather(*(self.session.dispatch_event(one, "click", None) for one in tapped))
        await self.settle()

    async def submit(self, identifier: str) -> None:
        """Press Enter in a field."""
        await self._fire(identifier, ("submit",), None)

    async def focus(self, identifier: str) -> None:
        """Put the cursor into a field."""
        await self._fire(identifier, ("focus",), None)

    async def leave(self, identifier: str) -> None:
        """Take the cursor out of a field."""
        await self._fire(identifier, ("blur",), None)

    async def press(self, key: str) -> None:
        """Press a key of the page."""
        event = ft.KeyboardEvent(
            name="keyboard",
            control=self.page,
            key=key,
            shift=False,
            ctrl=False,
            alt=False,
            meta=False,
        )
        await keys.pressed(self.state, event)
        await self.settle()

    async def sight(self, now: ft.AppLifecycleState) -> None:
        """The app goes out of sight, or comes back."""
        event = ft.AppLifecycleStateChangeEvent(name="sight", control=self.page, state=now)
        app.sighted(self.page, self.visit, event)
        await self.settle()

    async def _fire(self, identifier: str, names: tuple[str, ...], data: Any) -> None:
        hearing = self._hearing(identifier, names)
        await self.fire(hearing, next(one for one in names if _hears(hearing, one)), data)

    async def fire(self, control: BaseControl, name: str, data: Any) -> None:
        """Tell a control what the client tells of it, and wait until that is answered."""
        assert _hears(control, name), f"nothing hears {name}"
        await self.session.dispatch_event(control._i, name, data)
        await self.settle()

    def _hearing(self, identifier: str, names: tuple[str, ...]) -> BaseControl:
        inside = [one for one, _ in _walk(self._there(identifier), ())]
        # What is inside of a choice of a menu is named, the choice around it is tapped.
        for one in (*inside, self._around(identifier)):
            if any(_hears(one, name) for name in names):
                return one
        raise AssertionError(f"{identifier} can't be used")

    def _around(self, identifier: str) -> BaseControl:
        node = self._there(identifier)
        return next(around[-1] for one, around in self.controls() if one is node)

    def _there(self, identifier: str) -> ft.Semantics:
        node = self.node(identifier)
        assert node is not None, f"no {identifier} in:\n{self.words()}"
        return node


def _hears(control: BaseControl, name: str) -> bool:
    return getattr(control, f"on_{name}", None) is not None


def _walk(
    control: Any, around: tuple[BaseControl, ...]
) -> Iterator[tuple[BaseControl, tuple[BaseControl, ...]]]:
    yield control, around
    for child in _children(control):
        yield from _walk(child, (*around, control))


def _fields(control: BaseControl) -> Iterator[ft.TextField]:
    return (one for one, _ in _walk(control, ()) if isinstance(one, ft.TextField))


def _children(control: BaseControl) -> list[BaseControl]:
    held = [getattr(control, name, None) for name in CHILDREN]
    return [child for one in held if one is not None for child in _controls(one)]


def _controls(held: Any) -> list[BaseControl]:
    many = held if isinstance(held, list) else [held]
    found: list[BaseControl] = []
    for one in many:
        if type(one).__name__ == "Component":
            found += _controls(one._b) if one._b is not None else []
        elif isinstance(one, BaseControl):
            found.append(one)
    return found


def played(act: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run what happens on a stage."""
    asyncio.run(act())
