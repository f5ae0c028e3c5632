"""What a sheet holds, and the ways in which it leaves: shared, saved, copied, printed."""

import asyncio
from datetime import datetime
from functools import partial
from glob import escape
from pathlib import Path
from typing import Any, Final

import flet as ft
from babel.dates import format_skeleton

from domain import days, moments, wording
from domain import sheet as paper
from domain.entries import CheckIn, Moment, Sitting, TalkingPoint
from domain.language import N_, locale, tr
from domain.looking_back.look import look_of
from domain.sittings import Answer
from views.charts.chart import Room
from views.charts.seen import chart_seen
from views.components.fields import PHONES
from views.components.kit import button, chip, chips
from views.components.moments import moment_title
from views.components.when import day_said, short_day, stretch_said
from views.paper.layout import Page, Picture, page_of
from views.printing import PRINTOUT
from views.state import Notice, State

NAME: Final = N_("For our session.pdf")
CANT: Final = N_("This device can't do that here. “Copy as text” may help.")
UUID_FOLDER: Final = "-".join("[0-9a-f]" * count for count in (8, 4, 4, 4, 12))
PICTURE = 340
"""Charts are made for a phone so wide, and set smaller."""


def since(state: State, therapy: str) -> datetime:
    """Since when a sheet tells: the last session, or two weeks ago."""
    last = state.meeting.course(therapy).last(state.now)
    return last.at if last else days.two_weeks_before(state.now)


def paper_of(state: State) -> Page:
    """The page as it was chosen: all that is shown, shared, saved, copied and printed is this."""
    letter = state.settings.letter_paper
    return page_of(_sheet(state), state.today, letter, partial(_drawn, state))


def _drawn(state: State, id: str) -> Picture | None:
    """What one looked back at, in the colours of paper."""
    look = look_of(id)
    if look is None:
        return None
    named = paper.initials if state.on_sheet.initials else str
    chart = chart_seen(state, look, Room(PICTURE), named)
    if chart is None:
        return None
    caption = f"{chart.title}, {stretch_said(look.stretch, state.today)}. {chart.how}"
    return caption.removesuffix(". ").strip(), chart.drawing


def _sheet(state: State) -> paper.Sheet:
    therapy = state.meeting.therapy.id
    coming = state.meeting.course(therapy).next(state.now)
    begin = since(state, therapy)
    return paper.sheet(
        tr("For our session, {day}", day=day_said(coming.at, state.today))
        if coming
        else tr("For our session"),
        tr("Since {day} · a personal note, not a test", day=short_day(begin, state.today)),
        state.bringing.on_list(),
        days.since(state.check_ins, begin),
        state.on_sheet,
        words_of=partial(_words, state),
        when=_day,
        names=names(state),
        moments=moments.still_open(state.moments),
        told=partial(_told, state),
        ours=[one.id for one in state.moments if state.happening.is_ours(one)],
        private=[one.source for one in state.points if one.private],
        parts=state.knowing.word.tr("parts"),
    )


def _words(state: State, point: TalkingPoint) -> str:
    source, words = state.bringing.source(point), state.bringing.words(point)
    if isinstance(source, Moment):
        return words or moment_title(source, state.knowing.names)
    return words or (tr("A look inward") if isinstance(source, Sitting | Answer) else "")


def _told(state: State, one: Moment) -> str:
    title = moment_title(one, state.knowing.names)
    said = f"{title}: {one.text.strip()}" if one.text.strip() else title
    return f"{said} ({tr(wording.REPAIRS[one.repair])})" if one.repair else said


def _day(one: CheckIn | Moment) -> str:
    return format_skeleton("MMMEd", one.at, locale=locale())


def names(state: State) -> list[str]:
    """The names that the journal knows."""
    return [
        *state.settings.names,
        *(one.name for one in state.settings.supporters),
        *(one.name for one in state.meeting.all()),
        *(one.name for one in state.people),
    ]


def main_ways(state: State) -> list[ft.Control]:
    async def share() -> None:
        await share_file(state, await _pdf(state), "application/pdf", tr(NAME))

    async def show() -> None:
        path = PRINTOUT.hand_out(await _pdf(state))
        await tried(state, ft.UrlLauncher().launch_url(path))

    printed = button("print", tr("Print"), show, icon=ft.Icons.PRINT_OUTLINED, expand=True)
    shared = button(
        "share-pdf",
        tr("Share PDF"),
        share,
        kind="filled",
        icon=ft.Icons.IOS_SHARE_ROUNDED,
        expand=True,
    )
    # Elsewhere printing is one of the ways that a device offers for sharing.
    return [printed, shared] if ft.context.page.web else [shared]


def other_ways(state: State) -> ft.Control:
    async def save() -> None:
        made = await _pdf(state)
        await tried(state, ft.FilePicker().save_file(file_name=tr(NAME), src_bytes=made))

    async def copy() -> None:
        words = paper.as_text(paper_of(state).shown)
        if await tried(state, ft.Clipboard().set(words)):
            state.tell(Notice(tr("Copied as text")))

    async def tell() -> None:
        shown = paper_of(state).shown
        await tried(state, ShareSheet().share_text(paper.as_text(shown), title=shown.title))

    # A browser that can't share would put it into the address of a mail.
    shared = chip("share-text", tr("Share as text"), tell, icon=ft.Icons.SUBJECT_ROUNDED)
    return chips(
        [
            chip("save-pdf", tr("Save as a file"), save, icon=ft.Icons.DOWNLOAD_OUTLINED),
            chip("copy-text", tr("Copy as text"), copy, icon=ft.Icons.COPY_OUTLINED),
            *([] if ft.context.page.web else [shared]),
        ],
        state.large,
    )


async def _pdf(state: State) -> bytes:
    # Reading fpdf2 takes a second or two where Python runs in a browser.
    from views.paper.pdf import pdf

    page = paper_of(state)
    return await asyncio.to_thread(pdf, page, page.shown.title)


async def share_picture(state: State, picture: bytes, name: str) -> None:
    """Hand a PNG to whatever this device shares with."""
    await share_file(state, picture, "image/png", name)


class ShareSheet(ft.Share):
    """What a device shares with.

    Apple's devices want to be told from which place it comes, and refuse one without a size.
    Flet 1.0.5 tells a point; its client takes a size as well.
    """

    async def _invoke_method(
        self,
        method_name: str,
        arguments: dict[str, Any] | None = None,
        timeout: float | None = None,
    ) -> Any:
        page = ft.context.page
        middle = {"x": (page.width or 2) / 2, "y": (page.height or 2) / 2, "width": 1, "height": 1}
        told = {**(arguments or {}), "share_position_origin": middle}
        return await super()._invoke_method(method_name, told, timeout)


async def share_file(state: State, content: bytes, mime: str, name: str, cant: str = "") -> bool:
    """Hand a file to whatever this device shares with, or save it where it shares no files.

    Tells whether it could do one of them; `cant` says so where it can't.
    """
    file = ft.ShareFile.from_bytes(content, mime_type=mime, name=name)
    if await _could(state, ShareSheet().share_files([file])):
        await _sweep(name)
        return True
    saved = ft.FilePicker().save_file(file_name=name, src_bytes=content)
    return await tried(state, saved, cant)


async def _sweep(name: str) -> None:
    """Take away the copies that the client writes for the share sheet, and leaves behind.

    Android shares another one, which whoever it was handed to may still be reading: that goes
    with the next time.
    """
    page = ft.context.page
    if page.web or page.platform not in PHONES:
        return
    try:
        folder = await ft.StoragePaths().get_temporary_directory()
        await asyncio.to_thread(remove_copies, Path(folder), name)
    except (RuntimeError, OSError):
        # The device clears that folder when it needs the room.
        return


def remove_copies(folder: Path, name: str) -> None:
    """The files of that name in folders that are named by a UUID, with their folders."""
    for one in folder.glob(f"{UUID_FOLDER}/{escape(name)}"):
        one.unlink()
        if not any(one.parent.iterdir()):
            one.parent.rmdir()


async def tried(state: State, done: Any, cant: str = "") -> bool:
    """Whether the device could do it; a sentence says so where it can't."""
    could = await _could(state, done)
    if not could:
        state.say(cant or tr(CANT))
    return could


async def _could(state: State, done: Any) -> bool:
    try:
        with state.locking.outside():
            await done
    except (RuntimeError, OSError, ValueError, TimeoutError):
        return False
    return True
