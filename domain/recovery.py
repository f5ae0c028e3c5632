"""The recovery code as a person writes it."""

from typing import Final

_MISREAD: Final = str.maketrans("018", "OIB")


def as_code(written: str) -> str:
    """A recovery code as somebody typed it, as it was made: no spaces, no misread letters."""
    return "".join(filter(str.isalnum, written.upper())).translate(_MISREAD)
