"""A zip that was handed over, looked into within limits."""

import io
import struct
import zipfile
import zlib
from typing import Final

from domain.language import N_
from domain.moving_in.record import SIZE_MAX
from domain.numbers import number
from storage.exchange.faults import UnreadableError, too_large

FILES_MAX: Final = 50_000
MARKS: Final = (b"PK\3\4", b"PK\5\6")
"""How a zip begins: with a file, or empty."""
# Any other way of packing unpacks a few bytes without an end that could be set before.
PACKED: Final = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
)


class Archive:
    """A zip in memory; nothing of it is ever written to a disk. Raises UnreadableError."""

    def __init__(self, content: bytes) -> None:
        # What is listed is counted before it is read: a list may be large itself.
        if content.count(b"PK\1\2") > FILES_MAX:
            raise UnreadableError(
                N_("This archive has more than {count} files."), count=number(FILES_MAX)
            )
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
            self.names = tuple(self._zip.namelist())
        except BROKEN as error:
            raise damaged() from error

    def read(self, name: str) -> bytes:
        """A file of it, unpacked, up to SIZE_MAX bytes. Raises UnreadableError."""
        try:
            about = self._zip.getinfo(name)
            if about.compress_type not in PACKED:
                raise damaged()
            with self._zip.open(about) as opened:
                content = opened.read(SIZE_MAX + 1)
        except BROKEN as error:
            raise damaged() from error
        if len(content) > SIZE_MAX:
            raise too_large()
        return content


def damaged() -> UnreadableError:
    """What to say of an archive that can't be opened."""
    return UnreadableError(N_("This archive is damaged; nothing was changed."))
