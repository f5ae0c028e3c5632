"""A finger or a face as one more way in, on builds that have it; the passphrase always opens."""

from pathlib import Path
from typing import Any

import flet as ft
import pytest

from storage.keeper import FolderKeeper
from tests.views.locked import PHRASE, kept, with_lock
from tests.views.stage import Stage, played
from views import device_key

THERE = {"can_check_biometrics": True, "authenticate": True, "contains_key": True}


@pytest.fixture
def keeper(tmp_path: Path) -> Any:
    """A journal with a lock."""
    keeper = kept(tmp_path)
    with_lock(keeper)
    yield keeper
    keeper.close()


class Device:
    """What a phone's side of Flet answers, an exception where it can't, and what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Any] = dict(THERE)
        self.asked: list[tuple[str, Any]] = []

    async def invoke(self, method_name: str, arguments: Any = None, timeout: Any = None) -> Any:
        """Answer as it was told to."""
        self.asked.append((method_name, arguments))
        answer = self.answers.get(method_name)
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def kept(self) -> list[str]:
        """The secrets that it was asked to keep."""
        return [arguments["value"] for name, arguments in self.asked if name == "set"]


@pytest.fixture
def device(monkeypatch: pytest.MonkeyPatch) -> Device:
    """A phone."""
    device = Device()

    async def invoke(self: ft.Service, *args: Any, **more: Any) -> Any:
        return await device.invoke(*args, **more)

    monkeypatch.setattr(ft.Service, "_invoke_method", invoke)
    return device


async def on_a_phone(stage: Stage, route: str) -> None:
    """Go to a place on a phone."""
    stage.page.platform = ft.PagePlatform.ANDROID
    await stage.go("/")
    await stage.go(route)


def test_it_is_offered_on_phones_alone(keeper: FolderKeeper, device: Device) -> None:
    async def act() -> None:
        async with Stage(keeper, "/settings/lock") as stage:
            assert stage.node("device-key") is None
            await on_a_phone(stage, "/settings/lock")
            assert stage.node("device-key")

    played(act)


def test_it_opens_the_lock_and_so_does_the_passphrase(keeper: FolderKeeper, device: Device) -> None:
    async def act() -> None:
        async with Stage(keeper) as stage:
            device.answers["contains_key"] = False
            await on_a_phone(stage, "/settings/lock")
            await stage.tap("device-key")
            (secret,) = device.kept
            device.answers.update(contains_key=True, get=secret)
            await stage.tap("lock")
            await stage.tap("by-finger")
            assert not keeper.is_locked
            await stage.tap("lock")
            await stage.state.locking.unlock(PHRASE)
            await stage.settle()
            assert not keeper.is_locked
            await on_a_phone(stage, "/settings/lock")
            await stage.tap("device-key")
            await stage.tap("lock")
            await stage.state.locking.unlock(secret)
            assert keeper.is_locked

    played(act)


@pytest.mark.parametrize(
    "answers",
    [
        {"authenticate": False},
        {"authenticate": RuntimeError("cancelled")},
        {"get": None},
        {"get": RuntimeError("the keys of the device are gone")},
        {"get": "ab" * 32},
    ],
)
def test_whatever_the_device_does_nothing_is_erased_and_the_passphrase_opens(
    keeper: FolderKeeper, device: Device, answers: dict[str, Any]
) -> None:
    async def act() -> None:
        device.answers.update(answers)
        async with Stage(keeper) as stage:
            await on_a_phone(stage, "/")
            await stage.tap("lock")
            await stage.tap("by-finger")
            assert keeper.is_locked
            assert stage.node("secret")
            await stage.state.locking.unlock(PHRASE)
            assert not keeper.is_locked

    played(act)


@pytest.mark.parametrize(
    "answers",
    [
        {"can_check_biometrics": False},
        {"authenticate": False},
        {"set": RuntimeError("no room among its keys")},
    ],
)
def test_a_device_that_can_not_keep_a_key_changes_nothing(
    keeper: FolderKeeper, device: Device, answers: dict[str, Any]
) -> None:
    async def act() -> None:
        device.answers.update({"contains_key": False, **answers})
        async with Stage(keeper) as stage:
            await on_a_phone(stage, "/settings/lock")
            await stage.tap("device-key")
            await stage.tap("lock")
            for secret in device.kept:
                await stage.state.locking.unlock(secret)
            assert keeper.is_locked

    played(act)


def test_the_store_of_the_device_is_told_never_to_erase_on_error() -> None:
    assert device_key.storage().android_options.reset_on_error is False
