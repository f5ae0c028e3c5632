"""What the person calls a part."""

from dataclasses import dataclass

from domain.entries import nouns
from domain.language import language, tr


@dataclass(frozen=True, slots=True)
class PartWord:
    """The word for one and for several. Raises ValueError for one of nothing.

    The app's own words ("part", "side", "voice", "feeling") are kept in English, and said in any
    language; one of the person's own is kept as they typed it, with an article where it has one.
    """

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

    def tr(self, message: str, /, **values: object) -> str:
        """A text of the app with this word in it; what is put in by name stays as it is."""
        said = self.put_into(tr(message))
        return said.format(**values) if values else said

    def put_into(self, words: str) -> str:
        """The words with it in the place of "part" and "parts", in the language of now."""
        return nouns.put(self.one, self.many, words, language())
