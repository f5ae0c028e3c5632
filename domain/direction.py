"""Whether words are read from the right: by their first letter, as `dir=auto` in HTML."""

import unicodedata
from typing import Final

FROM_THE_RIGHT: Final = ("R", "AL")


def is_from_the_right(words: str) -> bool:
    """Whether the first letter belongs to a script that is written from the right."""
    kinds = map(unicodedata.bidirectional, words)
    return next((kind for kind in kinds if kind in ("L", *FROM_THE_RIGHT)), "L") != "L"
