"""A further key that the device keeps behind a finger or a face, where a build has that.

Never the only one: the passphrase and the recovery code open the lock all the same. When the device
loses its keys, or something there fails, nothing is erased: the passphrase is asked for.
"""

import asyncio
import secrets
from collections.abc import Awaitable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final, TypeVar

import flet as ft

from domain.journal import JournalError
from domain.language import N_, tr
from views.components.fields import PHONES
from views.state import State

if TYPE_CHECKING:
    from flet_secure_storage import SecureStorage

T = TypeVar("T")
NAME: Final = "journal"
REASON: Final = N_("Open Meanwhile")
FAILED: Final = N_("This device could not do that. Nothing was changed.")


def is_built_in(page: ft.Page) -> bool:
    """Whether this build and this device may have it."""
    packages = all(map(find_spec, ("flet_local_auth", "flet_secure_storage")))
    return packages and not page.web and page.platform in PHONES


async def is_kept() -> bool:
    """Whether the device has a key of this journal."""
    return bool(await _tried(storage().contains_key(NAME), False))


async def keep(state: State) -> str:
    """Have the device keep a key; a sentence where it can't."""
    from flet_local_auth import LocalAuthentication

    if not await _tried(LocalAuthentication().can_check_biometrics(), False):
        return tr("This device has no finger or face set up.")
    if not await _is_them():
        return ""
    secret = secrets.token_hex(32)
    try:
        await storage().set(NAME, secret)
        await asyncio.to_thread(state.keeper.set_device, secret)
    except (JournalError, OSError, RuntimeError, TimeoutError, ft.FletException):
        await _tried(storage().remove(NAME), None)
        return tr(FAILED)
    return ""


async def unlock(state: State) -> None:
    """Open the lock, once the device has seen who it is."""
    if not await _is_them():
        return
    secret = await _tried(storage().get(NAME), None)
    if secret is None:
        state.lock_said = tr("The device has no key any more. The passphrase opens it.")
    else:
        await state.locking.unlock(secret)


async def forget(state: State) -> str:
    """Have the device keep none; a sentence where it could not be done."""
    try:
        await asyncio.to_thread(state.keeper.remove_device)
    except (JournalError, OSError):
        return tr(FAILED)
    await _tried(storage().remove(NAME), None)
    return ""


async def _is_them() -> bool:
    from flet_local_auth import LocalAuthentication

    seen = LocalAuthentication().authenticate(tr(REASON), biometric_only=True)
    return bool(await _tried(seen, False))


def storage() -> "SecureStorage":
    """Where the device keeps it."""
    from flet_secure_storage import (
        AndroidOptions,
        IOSOptions,
        KeychainAccessibility,
        SecureStorage,
    )

    return SecureStorage(
        # Else Android's side erases all it has when a key can't be read.
        android_options=AndroidOptions(reset_on_error=False),
        # It stays on this device, and goes when its passcode is taken off.
        ios_options=IOSOptions(accessibility=KeychainAccessibility.PASSCODE),
    )


async def _tried(asked: Awaitable[T], otherwise: Any) -> T | Any:
    try:
        return await asked
    except (RuntimeError, TimeoutError, ft.FletException):
        return otherwise
