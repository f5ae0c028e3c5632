"""Files handed over to one format, and archives to hand over."""

import io
import json
import warnings
import zipfile
from collections.abc import Mapping
from datetime import tzinfo
from typing import Final, Protocol
from zoneinfo import ZoneInfo

from domain.moving_in.record import Found, Heard
from storage.exchange.reading import Handed

BERLIN: Final = ZoneInfo("Europe/Berlin")
NEW_YORK: Final = ZoneInfo("America/New_York")


class Format(Protocol):
    """A module that reads a format."""

    def claims(self, handed: Handed) -> bool:
        """Whether it is its own."""
        ...

    def read(self, handed: Handed, zone: tzinfo, heard: Heard) -> Found:
        """What it tells."""
        ...


def nobody(done: int, total: int) -> None:
    """Hears it, and says nothing."""


def written(held: object) -> bytes:
    """A file of JSON."""
    return json.dumps(held).encode()


def claimed(by: Format, content: bytes) -> bool:
    """Whether a format says that a file is its own."""
    return by.claims(Handed(content))


def read(by: Format, content: bytes, zone: tzinfo = BERLIN, heard: Heard = nobody) -> Found:
    """What a file of that format tells."""
    handed = Handed(content)
    assert by.claims(handed)
    return by.read(handed, zone, heard)


def zipped(files: Mapping[str, bytes], *again: str) -> bytes:
    """An archive; the files named `again` are in it twice."""
    content = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(content, "w") as opened:
        for name in (*files, *again):
            opened.writestr(name, files[name], zipfile.ZIP_DEFLATED)
    return content.getvalue()
