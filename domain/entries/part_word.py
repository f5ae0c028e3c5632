"""What the person calls a part."""

import re
from dataclasses import dataclass
from typing import Final

# "Part of me feels ..." is how one says it, whatever a part is called.
_PART: Final = re.compile(r"\b(a )?(part)(s?)\b(?! of me)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PartWord:
    """The word for one and for several. Raises ValueError for one of nothing."""

    one: str = "part"
    many: str = "parts"

    def __post_init__(self) -> None:
        if not (self.one.strip() and self.many.strip()):
            raise ValueError("a word has letters")

    @property
    def a_one(self) -> str:
        """One of them, with its article: "a part", "an inner voice"."""
        return f"{'an' if self.one[0].casefold() in 'aeiou' else 'a'} {self.one}"

    @property
    def title(self) -> str:
        """Several, as a title: "Parts"."""
        return self.many[0].upper() + self.many[1:]

    def put_into(self, words: str) -> str:
        """The words with it in the place of "part" and "parts"."""
        return _PART.sub(self._instead, words)

    def _instead(self, found: re.Match[str]) -> str:
        article, _, several = found.groups()
        word = self.many if several else self.a_one if article else self.one
        return word[0].upper() + word[1:] if found[0][0].isupper() else word
