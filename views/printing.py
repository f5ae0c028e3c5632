"""What is handed to the browser to print: one page at a time, in memory."""

import secrets
import sys
from importlib import import_module
from typing import Final

PREFIX: Final = "/printed/"


class Printout:
    """The page that was made last; making another lets go of it."""

    def __init__(self) -> None:
        self._path = ""
        self._pdf = b""

    def hand_out(self, pdf: bytes) -> str:
        """Keep a PDF; the address at which the browser finds it."""
        if sys.platform == "emscripten":
            return self._in_page(pdf)
        self._path = f"{PREFIX}{secrets.token_urlsafe(16)}.pdf"
        self._pdf = pdf
        return self._path

    def _in_page(self, pdf: bytes) -> str:
        """Without a server the browser itself keeps it, and opens what it made an address of."""
        js, to_js = import_module("js"), import_module("pyodide.ffi").to_js
        if self._path:
            js.URL.revokeObjectURL(self._path)
        kind = js.Object.fromEntries(to_js([["type", "application/pdf"]]))
        self._path = str(js.URL.createObjectURL(js.Blob.new(to_js([pdf]), kind)))
        return self._path

    def at(self, path: str) -> bytes | None:
        """The PDF at that path, where it is the last one."""
        return self._pdf if self._path and secrets.compare_digest(path, self._path) else None


PRINTOUT: Final = Printout()
