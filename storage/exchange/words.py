"""What other apps wrote, as plain words."""

import re
from html import unescape
from typing import Final

_BLOCKS: Final = "p|div|li|ul|ol|blockquote|pre|h[1-6]"
_INLINE: Final = "b|i|u|s|em|strong|strike|del|ins|small|big|sub|sup|code|span|font|a"
_TAG: Final = re.compile(rf"</?({_BLOCKS}|{_INLINE}|br)\b[^<>]*>", re.I)
_BLOCK: Final = re.compile(_BLOCKS)
_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]\w{1,31});", re.I)


def plain(text: str) -> str:
    """Words without tags and entities, each paragraph on a line; a `<` that is no tag stays.

    Line ends are those of Unix.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    # Of html.parser, what follows a `<` that no `>` closes would be lost.
    said, *tags = _TAG.split(lines)
    pieces = [said]
    ends = said[-1:]
    for name, words in zip(tags[::2], tags[1::2], strict=True):
        if name.lower() == "br" or (_breaks(name) and ends != "\n"):
            pieces.append("\n")
            ends = "\n"
        pieces.append(words)
        ends = words[-1:] or ends
    written = _ENTITY.sub(lambda found: unescape(found[0]), "".join(pieces))
    return written.replace("\xa0", " ").strip()


def _breaks(name: str) -> bool:
    return _BLOCK.fullmatch(name.lower()) is not None


def parts(text: str, mark: str) -> tuple[str, ...]:
    """What stands between the marks, each once, without blanks around it."""
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split(mark)))))


def short(text: str) -> str:
    """How something begins, on one line of up to 80 letters."""
    return " ".join(text[:400].split())[:80]
