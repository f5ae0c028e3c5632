"""What is handed to the browser of this computer to print: one page at a time, in memory."""

import secrets
from typing import Final

PREFIX: Final = "/printed/"


class Printout:
    """The page that was made last; making another lets go of it."""

    def __init__(self) -> None:
        self._path = ""
        self._pdf = b""

    def hand_out(self, pdf: bytes) -> str:
        """Keep a PDF; the path at which the browser finds it."""
        self._path = f"{PREFIX}{secrets.token_urlsafe(16)}.pdf"
        self._pdf = pdf
        return self._path

    def at(self, path: str) -> bytes | None:
        """The PDF at that path, where it is the last one."""
        return self._pdf if self._path and secrets.compare_digest(path, self._path) else None


PRINTOUT: Final = Printout()
