"""A file with everything in it, to be kept somewhere else: encrypted, or plain."""

from functools import partial
from typing import Final

import flet as ft

from domain.entries import KINDS, Entry
from domain.journal import JournalError
from domain.language import N_, tr, trn
from views.components.fields import SecretField
from views.components.frame import screen, side_by_side
from views.components.kit import button, card, chip, chips, quiet
from views.components.navigation import go
from views.components.notices import problem_card
from views.components.slow import MOMENT, told
from views.files import save, share
from views.sharing import names
from views.state import State, use_state_of_app
from views.strength import strength
from views.theme import text
from views.verbs.keeping import slowly
from views.verbs.locking import WORDS_MIN

ROUTE: Final = "/settings/backups/carry"
WAYS: Final = (("encrypted", N_("An encrypted file")), ("plain", N_("A plain file")))
WHOLE: Final = N_(
    "Everything is in it: every entry, and the settings. “Bring in from another app” reads it "
    "again."
)
ENCRYPTED: Final = N_(
    "It opens with its own passphrase, here or with “age”, a public tool for any computer. If the "
    "passphrase is lost, nobody can find it again, and nobody can open the file."
)
PLAIN: Final = N_(
    "Whoever has this file can read all of it. It is in JSON Lines: text, an entry on each line, "
    "that other programs can read too."
)
NAME: Final = "meanwhile-{}.jsonl"
TYPE: Final = "application/x-ndjson"
SEALED_TYPE: Final = "application/octet-stream"


@ft.component
def CarryAway() -> ft.View:
    """Which of the two, and then the file."""
    state = use_state_of_app()
    way = ft.use_route_params().get("way") or ""
    ways: list[ft.Control] = [
        chip(f"way-{name}", tr(label), partial(go, f"{ROUTE}/{name}"), selected=name == way)
        for name, label in WAYS
    ]
    bodies: dict[str, ft.Control] = {
        "encrypted": Encrypted(key="encrypted"),
        "plain": Plain(key="plain"),
    }
    return screen(
        state,
        tr("Carry away"),
        [
            *problem_card(state),
            text(tr(WHOLE)),
            chips(ways, state.large),
            *([bodies[way]] if way in bodies else []),
        ],
        back=True,
    )


def whole_file(state: State, passphrase: str = "") -> bytes:
    """Every entry as JSON Lines, sealed for a passphrase where there is one. Slow.

    Raises JournalError, OSError.
    """
    every: list[Entry] = [one for kind in KINDS for one in state.all(kind)]
    content = state.keeper.write("jsonl", every)
    return state.keeper.sealed(content, passphrase) if passphrase else content


@ft.component
def Encrypted(*, key: str | None = None) -> ft.Control:
    """A passphrase, twice, and the file that opens with it."""
    state = use_state_of_app()
    first, set_first = ft.use_state("")
    again, set_again = ft.use_state("")
    right = len(first) >= WORDS_MIN and first == again
    hint = tr("The longer, the harder it is to find the passphrase.")
    if first:
        few = trn("{n} letter or more.", "{n} letters or more.", WORDS_MIN)
        hint = few if len(first) < WORDS_MIN else strength(first, tuple(names(state)))

    return _column(
        text(tr(ENCRYPTED)),
        SecretField("carry-secret", tr("The passphrase"), first, set_first, key="secret"),
        told("strength", hint),
        SecretField("carry-secret-again", tr("The same again"), again, set_again, key="again"),
        *([quiet(tr("These two differ."))] if again and first != again else []),
        Made(first if right else "", right, key="made"),
    )


@ft.component
def Plain(*, key: str | None = None) -> ft.Control:
    """The file that anybody can read."""
    return _column(text(tr(PLAIN)), Made("", True, key="made"))


@ft.component
def Made(passphrase: str, ready: bool, *, key: str | None = None) -> ft.Control:
    """Making the file, then the ways in which it leaves."""
    state = use_state_of_app()
    # The file that was made, and for which passphrase: another one needs another file.
    made, set_made = ft.use_state((b"", ""))
    busy, set_busy = ft.use_state(False)
    said, set_said = ft.use_state("")

    async def make() -> None:
        set_busy(True)
        try:
            set_made((await slowly(state, whole_file, state, passphrase), passphrase))
        except JournalError as error:
            set_said(str(error))
        set_busy(False)

    if made[0] and ready and made[1] == passphrase:
        return _ready(state, made[0], bool(passphrase))
    return _column(
        told("carry-said", said),
        side_by_side(
            state,
            button("not-now", tr("Not now"), partial(go, "/settings/backups"), expand=True),
            button(
                "make-file",
                tr(MOMENT) if busy else tr("Make the file"),
                make if ready and not busy else None,
                kind="filled",
                expand=True,
            ),
        ),
    )


def _ready(state: State, made: bytes, sealed: bool) -> ft.Control:
    name = NAME.format(state.now.date()) + (".age" if sealed else "")
    return ft.Semantics(
        identifier="file-ready",
        live_region=True,
        container=True,
        content=card(
            text(tr("The file is ready: {name}", name=name)),
            side_by_side(
                state,
                button(
                    "share-file",
                    tr("Share it"),
                    partial(share, state, name, made, SEALED_TYPE if sealed else TYPE),
                    icon=ft.Icons.IOS_SHARE_ROUNDED,
                    expand=True,
                ),
                button(
                    "save-file",
                    tr("Save it"),
                    partial(save, state, name, made),
                    kind="filled",
                    icon=ft.Icons.DOWNLOAD_OUTLINED,
                    expand=True,
                ),
            ),
        ),
    )


def _column(*controls: ft.Control) -> ft.Control:
    return ft.Column(list(controls), spacing=12, horizontal_alignment=ft.CrossAxisAlignment.STRETCH)
