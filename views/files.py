"""Files that go out to where a person wants them, and those that a person hands over."""

import asyncio
from pathlib import Path
from typing import Final

import flet as ft

from domain.language import N_, tr
from domain.moving_in.record import SIZE_MAX
from views.receiving import RECEIVING
from views.sharing import share_file, tried
from views.state import State

CANT: Final = N_("This device can't do that here.")


async def save(state: State, name: str, content: bytes) -> bool:
    """Let the person put a file where they want; whether the device could."""
    saved = ft.FilePicker().save_file(file_name=name, src_bytes=content)
    return await tried(state, saved, tr(CANT))


async def share(state: State, name: str, content: bytes, mime: str) -> bool:
    """Hand a file to whatever this device shares with, or save it; whether it could."""
    return await share_file(state, content, mime, name, tr(CANT))


async def pick(state: State) -> bytes | None:
    """A file that the person chooses; None where they choose none, or it can't be had."""
    picker, page = ft.FilePicker(), ft.context.page
    # A browser that talks to this computer sends it by itself; in a page without a server it is
    # already here.
    served = page.web and not page.pyodide
    with state.locking.outside():
        try:
            found = await picker.pick_files(with_data=page.pyodide)
        except (RuntimeError, OSError, ValueError, TimeoutError):
            state.say(tr(CANT))
            return None
        if not found:
            return None
        if found[0].size > SIZE_MAX:
            state.say(tr("This file holds more than {n} megabytes.", n=SIZE_MAX >> 20))
            return None
        return await (_sent(picker, found[0]) if served else _read(state, found[0]))


async def _sent(picker: ft.FilePicker, file: ft.FilePickerFile) -> bytes | None:
    path, coming = RECEIVING.expect()
    await picker.upload([ft.FilePickerUploadFile(upload_url=path, id=file.id, name=file.name)])
    return await coming


async def _read(state: State, file: ft.FilePickerFile) -> bytes | None:
    if file.bytes is not None:
        return file.bytes
    try:
        return await asyncio.to_thread(Path(file.path or "").read_bytes)
    except OSError:
        state.say(tr("This file can't be read."))
        return None
