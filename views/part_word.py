"""The person's word for a part."""

from functools import partial
from typing import Final

import flet as ft

from domain.entries import PartWord
from domain.language import tr, trp
from views.components.fields import field
from views.components.kit import chip, chips
from views.state import use_state_of_app
from views.theme import text

PART_WORDS: Final = (
    PartWord(),
    PartWord("side", "sides"),
    PartWord("voice", "voices"),
    PartWord("feeling", "feelings"),
)
LONGEST: Final = 24


@ft.component
def PartWordRow(*, key: str | None = None) -> ft.Control:
    """What a part is called, everywhere in the app."""
    state = use_state_of_app()
    word = state.knowing.word
    is_own = word not in PART_WORDS
    own, set_own = ft.use_state(is_own)
    # What was typed may have an article, which no text shows.
    one, set_one = ft.use_state(word.one if is_own else word.tr("part"))
    many, set_many = ft.use_state(word.many if is_own else word.tr("parts"))

    async def choose(chosen: PartWord) -> None:
        set_own(False)
        await state.set(part_word=chosen)

    async def keep(one: str, many: str) -> None:
        set_one(one)
        set_many(many)
        if one.strip() and many.strip():
            await state.set(part_word=PartWord(one.strip(), many.strip()))

    async def typed_one(event: ft.Event[ft.TextField]) -> None:
        await keep(event.control.value, many)

    async def typed_many(event: ft.Event[ft.TextField]) -> None:
        await keep(one, event.control.value)

    words = [
        chip(
            f"part-word-{chosen.one}",
            chosen.tr("part"),
            partial(choose, chosen),
            selected=not own and chosen == word,
            spoken=word.tr("The word for a part: {word}", word=chosen.tr("part")),
        )
        for chosen in PART_WORDS
    ]
    words.append(
        chip(
            "part-word-own",
            tr("another word"),
            partial(set_own, True),
            selected=own,
            outlined=True,
        )
    )
    fields = [
        field(
            "part-word-one",
            trp("ask for the word with its article, where a language needs it", "The word for one"),
            one,
            typed_one,
            key="part-word-one-field",
            max_length=LONGEST,
        ),
        field(
            "part-word-many",
            trp("the word for several parts, without an article", "For several"),
            many,
            typed_many,
            key="part-word-many-field",
            max_length=LONGEST,
        ),
    ]
    return ft.Column(
        [
            text(word.tr("The word for a part")),
            chips(list(words), state.large),
            *(fields if own else []),
        ],
        spacing=8,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
