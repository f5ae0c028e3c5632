"""A stored journal of every version there was opens, with everything in it.

Each folder in `journals/` was written once by the version of its name, and is never written again.
"""

import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from domain.entries import CANT_TELL, CheckIn, Draft, Entry, Settings, Supporter
from storage.journal import open_journal
from tests.storage.notes import SECRET

JOURNALS = Path(__file__).parent / "journals"
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
FAR = NOON.astimezone(timezone(timedelta(hours=13)))
KEPT: tuple[Entry, ...] = (
    Settings(welcomed=True, region="GB", supporters=(Supporter("Noor", "555 0100", "any hour"),)),
    Draft(id="01K8ZZZZZZ0000000000000004", about="", text="half a sentence", written_at=NOON),
    CheckIn(id="01K8ZZZZZZ0000000000000001", at=NOON, logged_at=NOON, pleasantness=3, energy=5),
    CheckIn(
        id="01K8ZZZZZZ0000000000000002",
        at=FAR + timedelta(days=1),
        logged_at=FAR + timedelta(days=2),
        pleasantness=CANT_TELL,
        connection=6,
        feelings=("tired", "můj vlastní"),
        body=("tight chest",),
        note="A line.\nAnother, with 👩‍👧.",
    ),
    CheckIn(id="01K8ZZZZZZ0000000000000003", at=NOON + timedelta(days=3), logged_at=NOON),
)


@pytest.mark.parametrize("stored", sorted(path.name for path in JOURNALS.iterdir()))
def test_a_stored_journal_opens_with_everything_in_it(stored: str, tmp_path: Path) -> None:
    folder = tmp_path / "journal"
    shutil.copytree(JOURNALS / stored, folder)
    secret = SECRET if stored.endswith("sealed") else None
    for _ in range(2):
        with closing(open_journal(folder, secret)) as journal:
            read = {one for kind in (Settings, Draft, CheckIn) for one in journal.all(kind)}
            assert read == set(KEPT)
            assert journal.told == ()
