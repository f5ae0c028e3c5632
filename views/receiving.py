"""What the browser of this computer hands over: one file at a time, in memory."""

import asyncio
import secrets
from typing import Final

PREFIX: Final = "/handed/"


class Receiving:
    """A path that takes one file, until another is expected."""

    def __init__(self) -> None:
        self._path = ""
        self._coming: asyncio.Future[bytes | None] | None = None

    def expect(self) -> tuple[str, asyncio.Future[bytes | None]]:
        """A path to send a file to, and the file when it has come."""
        self._path = f"{PREFIX}{secrets.token_urlsafe(16)}"
        self._coming = asyncio.get_running_loop().create_future()
        return self._path, self._coming

    def takes(self, path: str) -> bool:
        """Whether a file is expected there."""
        return bool(self._path) and secrets.compare_digest(path, self._path)

    def take(self, content: bytes | None) -> None:
        """Hand it on, None for one that is too large; the path is good no more."""
        self._path = ""
        if self._coming is not None and not self._coming.done():
            self._coming.set_result(content)


RECEIVING: Final = Receiving()
