"""On a phone: what lies at the edges, the keyboard on the screen, Back, and the share sheet."""

import asyncio
import uuid
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from tests.views.locked import PHRASE, kept, with_lock
from tests.views.looking import touch_target, with_sessions
from tests.views.parts import JUN, OWL
from tests.views.stage import Stage, played
from tests.views.therapy import holding
from views import routes, theme
from views.components.back import OVER
from views.components.navigation import NEUTRAL
from views.sharing import NAME, remove_copies, share_file

PHONE = 844
USED = ft.TextButton | ft.TextField | ft.PopupMenuButton
IDS = {"/parts": "owl", "/people": "jun"}


def _places(every: Sequence[ft.Route], above: str = "") -> Iterator[str]:
    """The address of each route, with what is there in the place of a parameter."""
    for one in every:
        path = f"{above.rstrip('/')}/{(one.path or '').lstrip('/')}"
        steps = path.replace("?", "").replace("*", "").split("/")
        filled = [IDS.get(above, "none") if step.startswith(":") else step for step in steps]
        yield "/".join(filled)
        yield from _places(one.children or (), "/".join(filled))


def _sides(around: Sequence[object]) -> set[str]:
    """The edges of the device that what is inside of these keeps away from."""
    areas = [one for one in around if isinstance(one, ft.SafeArea)]
    sides = ("left", "top", "right", "bottom")
    return {
        side for one in areas for side in sides if getattr(one, f"avoid_intrusions_{side}") is True
    }


def _keep_from_the_edges(stage: Stage) -> None:
    """What can be used is off both sides, and what stands first and last off the top and foot."""
    used = [_sides(around) for one, around in stage.controls() if isinstance(one, USED)]
    assert all(sides >= {"left", "right"} for sides in used), stage.words()
    assert not used or ("top" in used[0] and "bottom" in used[-1]), stage.words()


async def _sized(stage: Stage, height: float) -> None:
    """The screen has so much height left."""
    area = _screen(stage).controls[0]
    await stage.fire(area, "size_change", {"w": 390, "h": height})


def _screen(stage: Stage) -> ft.View:
    screen = next(one for one, _ in stage.controls())
    assert isinstance(screen, ft.View)
    return screen


def _is_seen(stage: Stage, identifier: str) -> bool:
    """Whether it is there, and nothing around it is hidden."""
    node = stage.node(identifier)
    return any(one is node and all(each.visible for each in around if isinstance(each, ft.Control))
               for one, around in stage.controls())  # fmt: skip


async def _press_back(stage: Stage) -> bool:
    """Press the device's Back; whether the screen answers, and is not left by the device."""
    screen = _screen(stage)
    if screen.can_pop:
        return False
    await stage.fire(screen, "confirm_pop", None)
    return True


def test_no_place_has_anything_to_use_below_the_edges_of_a_device() -> None:
    async def act() -> None:
        async with Stage(holding(OWL, JUN)) as stage:
            for place in _places(routes.ROUTES):
                await stage.go(place)
                _keep_from_the_edges(stage)

    played(act)


@pytest.mark.parametrize("place", ["/", "/people/jun"])
def test_nor_has_the_first_run_or_the_lock(tmp_path: Path, place: str) -> None:
    async def act() -> None:
        keeper = kept(tmp_path, JUN)
        with_lock(keeper)
        async with Stage(keeper, place) as stage:
            keeper.lock()
            await stage.settle()
            assert stage.node("unlock")
            _keep_from_the_edges(stage)
        keeper.close()

    played(act)


def test_nor_has_a_question_over_a_screen() -> None:
    async def act() -> None:
        async with Stage(with_sessions(OWL), "/look-back") as stage:
            await touch_target(stage, "pleasantness")
            assert stage.node("asking")
            _keep_from_the_edges(stage)

    played(act)


def test_the_places_make_room_for_the_keyboard_of_a_phone_and_come_back() -> None:
    async def act() -> None:
        async with Stage(holding(), "/bring") as stage:
            stage.page.platform, stage.page.height = ft.PagePlatform.ANDROID, PHONE
            await _sized(stage, PHONE)
            await stage.focus("quick-add")
            assert _is_seen(stage, "nav-today")
            await _sized(stage, PHONE - 336)
            assert not _is_seen(stage, "nav-today")
            assert _is_seen(stage, "quick-add")
            await _sized(stage, PHONE)
            assert _is_seen(stage, "nav-today")

    played(act)


def test_a_window_that_becomes_lower_has_no_keyboard() -> None:
    async def act() -> None:
        async with Stage(holding(), "/bring") as stage:
            stage.page.platform, stage.page.height = ft.PagePlatform.LINUX, PHONE
            await stage.focus("quick-add")
            await _sized(stage, PHONE - 336)
            assert _is_seen(stage, "nav-today")

    played(act)


@pytest.mark.parametrize(("room", "scale", "there"), [
    (508, 1, True), (181, 1, True), (140, 1, False), (508, 2, True), (181, 2, False),
])  # fmt: skip
def test_the_way_to_keep_stays_above_the_keyboard_where_it_leaves_room_for_the_field(
    room: float, scale: float, there: bool
) -> None:
    async def act() -> None:
        async with Stage(holding(), "/parts/new", text_scale=scale) as stage:
            stage.page.platform, stage.page.height = ft.PagePlatform.IOS, PHONE
            await stage.focus("part-name")
            await _sized(stage, room)
            assert _is_seen(stage, "keep-part") == there
            assert _is_seen(stage, "part-name")

    played(act)


def test_no_keyboard_learns_what_is_written_and_none_changes_a_secret(tmp_path: Path) -> None:
    async def act() -> None:
        async with Stage(holding(OWL, JUN)) as stage:
            found = 0
            for place in _places(routes.ROUTES):
                await stage.go(place)
                for one, _ in stage.controls():
                    if isinstance(one, ft.TextField):
                        found += 1
                        assert not one.enable_ime_personalized_learning
                        assert one.capitalization is None
            assert found > 5
        keeper = kept(tmp_path)
        with_lock(keeper)
        keeper.lock()
        async with Stage(keeper) as stage:
            (secret,) = [one for one, _ in stage.controls() if isinstance(one, ft.TextField)]
            assert not secret.autocorrect
            assert not secret.enable_suggestions
            assert not secret.smart_dashes_type
            assert not secret.smart_quotes_type
        keeper.close()

    played(act)


def test_back_of_the_device_closes_a_question_and_then_leaves_the_screen() -> None:
    async def act() -> None:
        async with Stage(with_sessions(OWL), "/look-back") as stage:
            assert not await _press_back(stage)
            await touch_target(stage, "pleasantness")
            assert await _press_back(stage)
            assert stage.node("asking") is None
            assert stage.page.route == "/look-back"
            assert not await _press_back(stage)

    played(act)


def test_an_open_menu_or_dialog_hears_back_before_the_screen_does() -> None:
    async def act() -> None:
        async with Stage(holding()) as stage:
            for place in _places(routes.ROUTES):
                await stage.go(place)
                assert _screen(stage).on_confirm_pop

    played(act)


def test_back_leads_from_the_page_that_tells_nothing_to_no_other() -> None:
    async def act() -> None:
        async with Stage(holding(), NEUTRAL) as stage:
            assert await _press_back(stage)
            assert stage.page.route == NEUTRAL
            await stage.tap("today")
            assert stage.page.route == "/"

    played(act)


def test_nor_does_it_after_the_page_was_loaded_anew() -> None:
    async def act() -> None:
        async with Stage(holding(), NEUTRAL) as stage:
            await stage.come_back()
            await stage.browse("/parts")
            assert stage.page.route == NEUTRAL

    played(act)


def test_who_comes_back_at_an_address_that_was_typed_is_led_there() -> None:
    async def act() -> None:
        async with Stage(with_sessions(OWL), "/look-back") as stage:
            await touch_target(stage, "pleasantness")
            stage.page.route = "/bring"
            await stage.come_back()
            await stage.browse("/bring")
            assert stage.page.route == "/bring"
            assert stage.node("quick-add")

    played(act)


def test_back_at_the_lock_brings_no_address_of_the_journal_up_again(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept(tmp_path, OWL)
        with_lock(keeper)
        async with Stage(keeper, "/people") as stage:
            keeper.lock()
            await stage.settle()
            await stage.browse("/parts/owl")
            assert stage.page.route == "/"
            await stage.tap("more-support")
            await stage.browse("/parts/owl")
            assert stage.page.route == "/"
            await stage.browse("/support")
            assert stage.page.route == "/support"
            await stage.browse("/")
            keeper.unlock(PHRASE)
            await stage.settle()
            assert stage.page.route == "/people"
        keeper.close()

    played(act)


@pytest.mark.parametrize("told_first", [True, False])
def test_esc_closes_a_picker_and_leaves_no_screen(told_first: bool) -> None:
    async def act() -> None:
        async with Stage(holding(), "/sessions/plan/new") as stage:
            await stage.tap("plan-start")
            if told_first:
                await stage.fire(stage.picker(ft.DatePicker), "dismiss", True)
            await stage.press("Escape")
            assert stage.page.route == "/sessions/plan/new"
            if not told_first:
                await stage.fire(stage.picker(ft.DatePicker), "dismiss", True)
            async with asyncio.timeout(9):
                while stage.session.store.get(OVER):
                    await stage.settle()
            await stage.press("Escape")
            assert stage.page.route == "/sessions"

    played(act)


def test_esc_leaves_the_screen_again_where_one_was_left_with_a_picker_open() -> None:
    async def act() -> None:
        async with Stage(holding(), "/sessions/plan/new") as stage:
            await stage.tap("plan-start")
            await stage.browse("/settings/about")
            await stage.press("Escape")
            assert stage.page.route == "/settings"

    played(act)


@pytest.mark.parametrize(("scale", "mode"), [(1, "dial"), (2, "input")])
def test_a_time_is_typed_where_the_numbers_of_a_dial_have_no_room(scale: float, mode: str) -> None:
    async def act() -> None:
        async with Stage(holding(), "/sessions/plan/new", text_scale=scale) as stage:
            await stage.tap("plan-start")
            await stage.pick(ft.DatePicker, datetime(2026, 6, 12, tzinfo=UTC))
            assert stage.picker(ft.TimePicker).entry_mode.value == mode

    played(act)


def test_back_at_the_lock_leaves_the_app(tmp_path: Path) -> None:
    async def act() -> None:
        keeper = kept(tmp_path)
        with_lock(keeper)
        async with Stage(keeper, "/people/new") as stage:
            keeper.lock()
            await stage.settle()
            assert not await _press_back(stage)
        keeper.close()

    played(act)


def test_the_share_sheet_comes_from_a_place_with_a_size_and_the_lock_waits_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: dict[str, Any] = {}

    async def act() -> None:
        keeper = kept(tmp_path)
        with_lock(keeper)
        async with Stage(keeper) as stage:
            stage.page.width, stage.page.height = 390, PHONE

            async def asked(_: ft.Share, name: str, args: dict[str, Any], __: object) -> Any:
                told[name] = args
                await stage.sight(ft.AppLifecycleState.HIDE)
                return {"status": "success", "raw": "mail"}

            monkeypatch.setattr(ft.Share, "_invoke_method", asked)
            assert await share_file(stage.state, b"%PDF", "application/pdf", NAME)
            assert not keeper.is_locked
        keeper.close()

    played(act)
    (file,) = told["share_files"]["files"]
    assert (file.name, file.data) == (NAME, b"%PDF")
    place = {"x": 195, "y": PHONE / 2, "width": 1, "height": 1}
    assert told["share_files"]["share_position_origin"] == place


def test_a_file_is_saved_where_the_device_shares_none(monkeypatch: pytest.MonkeyPatch) -> None:
    saved: dict[str, bytes] = {}

    async def refuse(*_: object) -> None:
        raise RuntimeError("not on Linux")

    async def save(_: ft.FilePicker, *, file_name: str, src_bytes: bytes) -> None:
        saved[file_name] = src_bytes

    async def act() -> None:
        async with Stage(holding()) as stage:
            monkeypatch.setattr(ft.Share, "_invoke_method", refuse)
            monkeypatch.setattr(ft.FilePicker, "save_file", save)
            assert await share_file(stage.state, b"%PDF", "application/pdf", NAME)
            assert stage.node("notice") is None

    played(act)
    assert saved == {NAME: b"%PDF"}


def test_what_the_client_wrote_for_the_share_sheet_is_taken_away(tmp_path: Path) -> None:
    copy = tmp_path / str(uuid.uuid4()) / NAME
    others = (tmp_path / "share_plus" / NAME, tmp_path / str(uuid.uuid4()) / "other.pdf")
    for one in (copy, *others):
        one.parent.mkdir()
        one.write_bytes(b"%PDF")
    remove_copies(tmp_path, NAME)
    assert not copy.parent.exists()
    assert all(one.exists() for one in others)


@pytest.mark.parametrize("scheme", [theme.LIGHT, theme.DARK])
def test_what_a_picker_says_has_a_color_of_the_scheme(scheme: ft.ColorScheme) -> None:
    drawn = theme.theme(scheme)
    assert drawn.text_theme is not None
    assert drawn.time_picker_theme is not None
    for style in (drawn.text_theme.body_small, drawn.time_picker_theme.help_text_style):
        assert style is not None
        assert style.color == scheme.on_surface_variant
