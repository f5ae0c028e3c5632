"""What the moods and tags of a file mean here: what is offered first, and what is changed then."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, TypeVar

from domain import words
from domain.entries import (
    STEPS,
    Answer,
    MoodMeaning,
    MovedIn,
    Part,
    Person,
    TagMeaning,
    Use,
)
from domain.moving_in.record import Found, Mood, Tagged

PEOPLE: Final = "people"
"""The group of a file whose tags are people."""
HARD: Final = 2
EASY: Final = 6
"""The middles of the two sides: what is offered for a word of ours that lies on one."""
K = TypeVar("K", str, tuple[str, str])


@dataclass(frozen=True, slots=True)
class Meaning:
    """What each mood and each tag becomes; one that is not in it has no answer, or is a note."""

    moods: tuple[MoodMeaning, ...] = ()
    tags: tuple[TagMeaning, ...] = ()


def tidy(name: str) -> str:
    """A name in one line, without space around it."""
    return " ".join(name.split())


def called(name: str) -> str:
    """What two spellings of one name have in common: capitals and spaces don't matter."""
    return tidy(name).casefold()


def called_tag(tag: Tagged | TagMeaning) -> tuple[str, str]:
    """The same for a tag in its group."""
    return called(tag.name), called(tag.group)


def moods_of(found: Found) -> tuple[tuple[Mood, int], ...]:
    """Every mood that has a name, as it was told first, and how often it occurs.

    The most frequent first, then by name.
    """
    many: Counter[str] = Counter()
    first: dict[str, Mood] = {}
    for mood, times in Counter(one for each in found.records for one in each.moods).items():
        key = called(mood.name)
        many[key] += times
        first.setdefault(key, replace(mood, name=tidy(mood.name)))
    return tuple((first[key], many[key]) for key in _most_first(many) if key)


def tags_of(found: Found) -> tuple[tuple[Tagged, int], ...]:
    """Every tag that has a name, in its group, and how often it occurs, ordered as moods are."""
    many: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Tagged] = {}
    for tag, times in Counter(one for each in found.records for one in each.tags).items():
        key = called_tag(tag)
        many[key] += times
        first.setdefault(key, Tagged(tidy(tag.name), tidy(tag.group)))
    return tuple((first[key], many[key]) for key in _most_first(many) if key[0])


def _most_first(many: Counter[K]) -> list[K]:
    return sorted(many, key=lambda key: (-many[key], key))


def first_meaning(
    found: Found, earlier: Iterable[MovedIn], people: Iterable[Person], parts: Iterable[Part]
) -> Meaning:
    """What is offered before the person has said anything.

    What they said of a name when they moved in from the same app, the last time; else what its
    step says, or a word of ours, or a name that somebody here or a part has.
    """
    before = sorted(
        (one for one in earlier if one.source == found.source), key=lambda one: (one.at, one.id)
    )
    moods = {called(mood.name): mood.pleasantness for one in before for mood in one.moods}
    tags = {called_tag(tag): tag.use for one in before for tag in one.tags}
    by_name, sides = _uses(people, parts), _sides()
    return Meaning(
        tuple(
            MoodMeaning(mood.name, moods.get(called(mood.name), _offered(mood, sides)))
            for mood, _ in moods_of(found)
        ),
        tuple(
            TagMeaning(tag.name, tag.group, tags.get(called_tag(tag), _offered_use(tag, by_name)))
            for tag, _ in tags_of(found)
        ),
    )


def on_scale(mood: Mood) -> int | None:
    """Its step on the scale of 1..7, spread evenly; None where it tells no step of a scale."""
    if mood.of < 2 or not 1 <= mood.step <= mood.of:
        return None
    # A step in the middle of two goes to the even one, the same on both sides of 4: of five
    # steps 1, 2, 4, 6, 7.
    return round(1 + (mood.step - 1) * (STEPS - 1) / (mood.of - 1))


def _offered(mood: Mood, sides: dict[str, int]) -> Answer:
    step = on_scale(mood)
    return sides.get(called(mood.name)) if step is None else step


def _sides() -> dict[str, int]:
    """The side of the pad on which our feeling words lie, where they lie on one."""
    # The last of the groups are the words that fit anywhere.
    groups = zip(words.QUARTERS, words.quarters(), strict=False)
    on_side = {
        word: HARD if name.endswith("hard") else EASY for name, group in groups for word in group
    }
    return {name: on_side[word] for name, word in words.by_name().items() if word in on_side}


def _uses(people: Iterable[Person], parts: Iterable[Part]) -> dict[str, Use]:
    """What a tag with a certain name is taken for; somebody comes before a part and a word."""
    feelings = {word for group in words.quarters() for word in group}
    uses: dict[str, Use] = {
        name: "feeling" if word in feelings else "body" for name, word in words.by_name().items()
    }
    uses |= dict.fromkeys((called(one.name) for one in parts), "part")
    uses |= dict.fromkeys((called(one.name) for one in people), "person")
    return uses


def _offered_use(tag: Tagged, by_name: dict[str, Use]) -> Use:
    return "person" if called(tag.group) == PEOPLE else by_name.get(called(tag.name), "note")


def with_mood(meaning: Meaning, name: str, pleasantness: Answer) -> Meaning:
    """With another meaning of a mood. Raises ValueError for an answer outside 1..7."""
    moods = (
        replace(one, pleasantness=pleasantness) if called(one.name) == called(name) else one
        for one in meaning.moods
    )
    return replace(meaning, moods=tuple(moods))


def with_tag(meaning: Meaning, name: str, group: str, use: Use) -> Meaning:
    """With another use of a tag in its group."""
    tags = (
        replace(one, use=use) if called_tag(one) == (called(name), called(group)) else one
        for one in meaning.tags
    )
    return replace(meaning, tags=tuple(tags))


def with_all_tags(meaning: Meaning, use: Use, group: str | None = None) -> Meaning:
    """With one use for all tags of a group, of the one without a name too; None: for all tags."""
    tags = (
        replace(one, use=use) if group is None or called(one.group) == called(group) else one
        for one in meaning.tags
    )
    return replace(meaning, tags=tuple(tags))
