"""The vault: sealed with what a person knows, and open to nobody else."""

import errno
import json
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nacl import pwhash

from domain.journal import JournalError
from domain.keeper import LockedError, WrongSecretError
from storage.engine import files
from storage.engine.frames import SealError
from storage.engine.store import QUARANTINE
from storage.folder import Folder
from storage.header import NAME, Header, summed
from storage.sealing import Cost
from tests.storage.faults import failing
from tests.storage.notes import CHEAP, CODE, documents, note

CANARY = "a canary that sings"
PASSPHRASE = "correct horse, étable"
OTHER_CODE = "ABCDE-FGHIJ-KLMNO-PQRST-UVWXY-Z"
DEVICE = "0123456789abcdef" * 4


def opened(path: Path, secret: str | None = None) -> Folder:
    return Folder(path, secret, cost=CHEAP)


def put(folder: Folder, id: str = "1") -> None:
    folder.store.commit([["notes", id, {"text": CANARY}]])


def is_plain(path: Path) -> bool:
    return any(CANARY.encode() in one.read_bytes() for one in path.rglob("*") if one.is_file())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal"


@pytest.fixture
def sealed(path: Path) -> Iterator[Folder]:
    with closing(opened(path)) as folder:
        put(folder)
        folder.turn_on(PASSPHRASE, CODE)
        yield folder


def test_it_is_off_at_first(path: Path) -> None:
    with closing(opened(path)) as folder:
        put(folder)
        assert not folder.vault.is_on
        assert not folder.vault.is_locked
    assert is_plain(path)


def test_when_it_is_on_nothing_on_the_disk_is_plain(path: Path) -> None:
    with closing(opened(path)) as folder:
        put(folder)
        folder.backups.keep("by hand")
        folder.keep_up()
        (path / QUARANTINE).mkdir()
        (path / QUARANTINE / "log-0-7").write_text(CANARY)
        folder.turn_on(PASSPHRASE, CODE)
        assert not is_plain(path)
        put(folder, "2")
        folder.store.compact()
        put(folder, "3")
        folder.backups.keep("by hand again")
        assert not is_plain(path)
        assert documents(folder.backups.read("by hand")) == {"1": {"text": CANARY}}
    assert not is_plain(path)
    with closing(opened(path, PASSPHRASE)) as folder:
        assert len(documents(folder.store)) == 3
        assert folder.told == ()
        folder.turn_off()
        assert documents(folder.backups.read("by hand")) == {"1": {"text": CANARY}}
    with closing(opened(path)) as folder:
        assert len(documents(folder.store)) == 3
        assert not folder.vault.is_on
    assert is_plain(path)


def test_it_opens_with_the_passphrase_or_the_code_and_nothing_else(
    sealed: Folder, path: Path
) -> None:
    sealed.close()
    with pytest.raises(LockedError):
        opened(path)
    before = {one: one.read_bytes() for one in path.iterdir()}
    for wrong in ("", "correct horse", PASSPHRASE + " ", CODE[:-1]):
        with pytest.raises(WrongSecretError):
            opened(path, wrong)
    assert {one: one.read_bytes() for one in path.iterdir()} == before
    misread = CODE.lower().replace("-", " ").replace("o", "0").replace("i", "1")
    for right in (PASSPHRASE, unicodedata.normalize("NFD", PASSPHRASE), CODE, misread):
        with closing(opened(path, right)) as again:
            assert documents(again.store) == {"1": {"text": CANARY}}


def test_another_passphrase_writes_one_slot_and_no_record(sealed: Folder, path: Path) -> None:
    records = {one.name: one.read_bytes() for one in path.iterdir() if one.name != NAME}
    slots = json.loads((path / NAME).read_text())["slots"]
    sealed.change(lambda vault: vault.with_passphrase("another"))
    assert {one.name: one.read_bytes() for one in path.iterdir() if one.name != NAME} == records
    assert [one for one in json.loads((path / NAME).read_text())["slots"] if one in slots] == [
        one for one in slots if one["kind"] == "recovery"
    ]
    sealed.change(lambda vault: vault.with_code(OTHER_CODE))
    sealed.close()
    for wrong in (PASSPHRASE, CODE):
        with pytest.raises(WrongSecretError):
            opened(path, wrong)
    for right in ("another", OTHER_CODE):
        opened(path, right).close()


def test_what_opened_it_before_opens_no_backup(sealed: Folder, path: Path) -> None:
    for name in ("2026-03-01", "by hand"):
        sealed.backups.keep(name)
    foreign = (path / "backups" / "foreign", path / "backups" / "strange")
    for number, folder in enumerate(foreign):
        folder.mkdir()
        (folder / NAME).write_bytes(b"" if number else Header("another", "one").encoded(b""))
    before = [(folder / NAME).read_bytes() for folder in foreign]
    sealed.change(lambda vault: vault.with_passphrase("another"))
    for name in ("2026-03-01", "by hand"):
        copy = path / "backups" / name
        with pytest.raises(WrongSecretError):
            opened(copy, PASSPHRASE)
        with closing(opened(copy, "another")) as found:
            assert documents(found.store) == {"1": {"text": CANARY}}
    assert [(folder / NAME).read_bytes() for folder in foreign] == before


def test_where_a_secret_cant_be_changed_the_one_before_opens_all(tmp_path: Path) -> None:
    for at in range(30):
        path = tmp_path / str(at)
        with closing(opened(path)) as folder:
            put(folder)
            folder.backups.keep("by hand")
            folder.turn_on(PASSPHRASE, CODE)
            secret = "another"
            with failing(at, errno.ENOSPC) as calls:
                try:
                    folder.change(lambda vault: vault.with_passphrase("another"))
                except OSError:
                    secret = PASSPHRASE
            # As after a crash: what is in the files counts.
            folder.store.close()
            folder._let_go()
        for one in (path, path / "backups" / "by hand"):
            with closing(opened(one, secret)) as again:
                assert documents(again.store) == {"1": {"text": CANARY}}
        if len(calls) <= at:
            return
    raise AssertionError("more calls than expected")


def test_what_a_crash_kept_from_the_backups_is_ended_at_the_next_opening(
    sealed: Folder, path: Path
) -> None:
    sealed.backups.keep("by hand")
    sealed.vault.put(sealed.vault.with_passphrase("another"))
    sealed.close()
    opened(path, "another").close()
    with pytest.raises(WrongSecretError):
        opened(path / "backups" / "by hand", PASSPHRASE)


def test_the_device_opens_it_too_and_never_alone(sealed: Folder, path: Path) -> None:
    for secret in (DEVICE, DEVICE[::-1]):
        sealed.change(lambda vault, secret=secret: vault.with_device(secret))  # type: ignore[misc]
    sealed.vault.check(DEVICE[::-1])
    with pytest.raises(ValueError, match="no device"):
        sealed.change(lambda vault: vault.with_device("a word"))
    with pytest.raises(ValueError, match="no recovery"):
        sealed.change(lambda vault: vault.with_code("a word"))
    sealed.close()
    with pytest.raises(WrongSecretError):
        opened(path, DEVICE)
    for right in (DEVICE[::-1], PASSPHRASE, CODE):
        with closing(opened(path, right)) as folder:
            assert documents(folder.store) == {"1": {"text": CANARY}}
    folder = opened(path, CODE)
    folder.change(lambda vault: vault.without_device())
    folder.close()
    with pytest.raises(WrongSecretError):
        opened(path, DEVICE[::-1])
    opened(path, PASSPHRASE).close()


@pytest.mark.parametrize(
    ("secret", "guesses"),
    [("a word", 1), (DEVICE, 2), (CODE[::-1], 2), ("", 1), (DEVICE.upper(), 1)],
)
def test_a_wrong_secret_costs_a_guess_for_each_slot_that_it_fits(
    sealed: Folder, monkeypatch: pytest.MonkeyPatch, secret: str, guesses: int
) -> None:
    sealed.change(lambda vault: vault.with_device(DEVICE[::-1]))
    made = guesses_made(monkeypatch)
    with pytest.raises(WrongSecretError):
        sealed.vault.check(secret)
    assert len(made) == guesses


@pytest.mark.parametrize("secret", [PASSPHRASE, CODE, DEVICE])
def test_a_right_secret_costs_one_guess(
    sealed: Folder, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    sealed.change(lambda vault: vault.with_device(DEVICE))
    made = guesses_made(monkeypatch)
    sealed.vault.check(secret)
    assert len(made) == 1


def guesses_made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each guess from now on."""
    made: list[str] = []
    kdf = pwhash.argon2id.kdf

    def counted(*given: Any, **named: Any) -> Any:
        made.append("a guess")
        return kdf(*given, **named)

    monkeypatch.setattr(pwhash.argon2id, "kdf", counted)
    return made


def test_a_slot_of_a_kind_that_is_not_known_is_not_tried(
    sealed: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    slot = replace(sealed.vault.header.slots[0], kind="telepathy")
    sealed.vault.put(replace(sealed.vault.header, slots=(slot, *sealed.vault.header.slots)))
    made = guesses_made(monkeypatch)
    sealed.vault.check(PASSPHRASE)
    assert len(made) == 1


def test_it_is_turned_on_once_and_off_only_when_it_is_open(sealed: Folder, path: Path) -> None:
    with pytest.raises(JournalError, match="a passphrase already"):
        sealed.turn_on("again", CODE)
    sealed.turn_off()
    with pytest.raises(LockedError):
        sealed.turn_off()
    with pytest.raises(LockedError):
        sealed.change(lambda vault: vault.with_passphrase("another"))
    with pytest.raises(ValueError, match="no recovery"):
        sealed.turn_on("again", "a word")
    put(sealed, "2")
    sealed.close()
    assert json.loads((path / NAME).read_text())["slots"] == []
    with closing(opened(path)) as folder:
        assert len(documents(folder.store)) == 2


@pytest.mark.parametrize("on", [True, False])
def test_where_there_is_no_room_to_turn_it_on_or_off_nothing_is_lost(
    tmp_path: Path, on: bool
) -> None:
    for at in range(60):
        path = tmp_path / str(at)
        with closing(opened(path)) as folder:
            put(folder)
            if not on:
                folder.turn_on(PASSPHRASE, CODE)
            with failing(at, errno.ENOSPC) as calls, suppress(OSError, JournalError):
                folder.turn_on("new", CODE) if on else folder.turn_off()
            if folder.vault.is_settled and folder.vault.is_on != on:
                # As it was before, and it can be tried again.
                folder.turn_on("new", CODE) if on else folder.turn_off()
            secret = "new" if on else PASSPHRASE if folder.vault.is_on else None
        with closing(opened(path, secret)) as again:
            assert documents(again.store) == {"1": {"text": CANARY}}
            assert again.vault.is_on == on
        if len(calls) <= at:
            return
    raise AssertionError("more calls than expected")


def test_a_backup_that_does_not_open_keeps_nothing_from_being_sealed(path: Path) -> None:
    with closing(opened(path)) as folder:
        put(folder)
        folder.backups.keep("good")
        for name in ("bad", "half.new"):
            bad = path / "backups" / name
            bad.mkdir()
            (bad / "snap-0").write_text(f"{CANARY} and no snapshot")
        folder.turn_on(PASSPHRASE, CODE)
        assert not is_plain(path)
        assert [one.name for one in (path / "backups").iterdir()] == ["good"]


@pytest.mark.parametrize("on", [True, False])
@pytest.mark.parametrize("fails", range(1, 40, 2))
def test_turning_it_on_or_off_is_ended_after_a_crash(
    path: Path, monkeypatch: pytest.MonkeyPatch, on: bool, fails: int
) -> None:
    with closing(opened(path)) as folder:
        put(folder)
        folder.backups.keep("by hand")
        if not on:
            folder.turn_on(PASSPHRASE, CODE)
        calls = 0
        sync = files.sync

        def dying(held: int) -> None:
            nonlocal calls
            calls += 1
            if calls >= fails:
                raise KeyboardInterrupt
            sync(held)

        monkeypatch.setattr(files, "sync", dying)
        turn: Any = (lambda: folder.turn_on(PASSPHRASE, CODE)) if on else folder.turn_off
        try:
            turn()
            monkeypatch.undo()
        except KeyboardInterrupt:
            monkeypatch.undo()
            folder.store.close()
            folder._let_go()
    began = bool(json.loads((path / NAME).read_text())["slots"])
    with closing(opened(path, PASSPHRASE if began else None)) as again:
        assert documents(again.store) == {"1": {"text": CANARY}}
        assert documents(again.backups.read("by hand")) == {"1": {"text": CANARY}}
        assert again.told == ()
        now = again.vault.is_on
    assert is_plain(path) != now


@pytest.mark.parametrize(
    "change",
    [
        {"device": "another"},
        {"end": None},
        {"seals": [[0, False]]},
        {"journal": "another"},
        {"format": 0},
    ],
)
def test_a_header_that_was_changed_is_refused(
    sealed: Folder, path: Path, change: dict[str, Any]
) -> None:
    sealed.close()
    header = json.loads((path / NAME).read_text())
    (path / NAME).write_text(json.dumps({**header, **change}))
    before = {one: one.read_bytes() for one in path.iterdir()}
    with pytest.raises((SealError, WrongSecretError)):
        opened(path, PASSPHRASE)
    assert {one: one.read_bytes() for one in path.iterdir()} == before


@pytest.mark.parametrize(
    "slot",
    [
        {"memory": 1 << 40},
        {"passes": 10**9},
        {"salt": "00"},
        {"wrapped": "not hex"},
        {"wrapped": None},
        {"more": 1},
        {"kind": []},
        {"memory": "8192"},
    ],
)
def test_a_slot_that_would_wear_the_machine_out_is_refused(
    sealed: Folder, path: Path, slot: dict[str, Any]
) -> None:
    sealed.close()
    header = json.loads((path / NAME).read_text())
    header["slots"][0].update(slot)
    (path / NAME).write_text(json.dumps(header))
    with pytest.raises(JournalError, match="left as it is"):
        opened(path, PASSPHRASE)


def test_a_plain_journal_survives_the_loss_of_its_header(path: Path) -> None:
    with closing(opened(path)) as folder:
        put(folder)
        journal = folder.vault.journal
    for content in (None, b"", b"[]", b'{"app":"other"}', b"[" * 100_000, _of_another_app(path)):
        if content is None:
            (path / NAME).unlink()
        else:
            (path / NAME).write_bytes(content)
        with closing(opened(path)) as folder:
            assert documents(folder.store) == {"1": {"text": CANARY}}
            assert folder.vault.journal == journal
    header = json.loads((path / NAME).read_text())
    (path / NAME).write_text(json.dumps({**header, "device": "another"}))
    with closing(opened(path)) as folder:
        assert documents(folder.store) == {"1": {"text": CANARY}}
        assert (path / f"{NAME}.damaged").exists()


def _of_another_app(path: Path) -> bytes:
    return (path / NAME).read_bytes().replace(b"meanwhile", b"elsewhere")


def test_a_sealed_journal_without_its_header_stays_shut(sealed: Folder, path: Path) -> None:
    sealed.close()
    (path / NAME).unlink()
    for _ in range(2):
        with pytest.raises(JournalError, match="can't be read; it was left as it is"):
            opened(path)
    assert not (path / NAME).exists()


def test_a_header_that_says_that_nothing_is_sealed_is_not_believed(
    sealed: Folder, path: Path
) -> None:
    sealed.close()
    header = json.loads((path / NAME).read_text())
    plain = {**header, "slots": [], "seals": [[0, False]]}
    (path / NAME).write_text(json.dumps({**plain, "sum": summed(plain, b"")}))
    before = {one: one.read_bytes() for one in path.iterdir()}
    with pytest.raises(JournalError, match="left as it is"):
        opened(path)
    assert {one: one.read_bytes() for one in path.iterdir()} == before


def test_a_header_alone_that_is_damaged_is_left(path: Path) -> None:
    path.mkdir()
    (path / NAME).write_text("a letter to somebody")
    with pytest.raises(JournalError, match="is damaged or not of a journal of Meanwhile"):
        opened(path)
    assert (path / NAME).read_text() == "a letter to somebody"


def test_a_header_that_cant_be_read_is_left(path: Path) -> None:
    (path / NAME).mkdir(parents=True)
    with pytest.raises(JournalError, match="can't be read; it was left as it is"):
        opened(path)


def test_a_newer_header_is_only_read(path: Path) -> None:
    with closing(opened(path)) as folder:
        put(folder)
        header = folder.vault._header
        body = {**json.loads(header.encoded(b"")), "format": 2, "more": "than we know"}
    (path / NAME).write_text(json.dumps({**body, "sum": summed(body, b"")}))
    before = (path / NAME).read_bytes()
    with closing(opened(path)) as folder:
        assert folder.store.read_only
        assert "A newer Meanwhile" in folder.told[0]
        changes: tuple[Callable[[], None], ...] = (
            lambda: put(folder, "2"),
            lambda: folder.turn_on(PASSPHRASE, CODE),
            lambda: folder.back_up(),
        )
        for change in changes:
            with pytest.raises(OSError, match="newer Meanwhile"):
                change()
        folder.keep_up()
    assert (path / NAME).read_bytes() == before


def test_the_cost_of_a_guess_is_what_was_decided() -> None:
    assert Cost() == Cost(passes=3, memory=64 << 20)


def test_what_is_kept_costs_nothing_more_to_read(path: Path) -> None:
    with closing(opened(path)) as folder:
        folder.turn_on(PASSPHRASE, CODE)
        folder.store.commit([["notes", str(n), note(n)] for n in range(600)])
        folder.store.compact(keep=False)
        assert documents(folder.store) == {str(n): note(n) for n in range(600)}
