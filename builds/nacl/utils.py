"""Chance."""

import os


def random(size: int = 32) -> bytes:
    """So many bytes of the browser's own chance, by way of Emscripten."""
    return os.urandom(size)
