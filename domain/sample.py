"""An invented journal of two years, the same for every run on the same day."""

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from random import Random
from typing import Final

from domain import words
from domain.entries import CANT_TELL, STEPS, Answer, CheckIn, Entry, Settings

SEED: Final = 20260609
DAYS: Final = 730
QUIET: Final = range(400, 421)
AWAY: Final = range(250, 262)
ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
HOURS: Final = (8, 11, 13, 16, 19, 21, 22)
NOTES: Final = (
    "Kit made soup. We didn't talk much, in a good way.",
    "I said it was fine. It wasn't.",
    "Beans up at the allotment 🌱",
    "The bus was late and nobody minded but me.",
    "Noor asked how I was and waited for the answer.",
    "Choir. I let myself be loud.",
    "Cried at the pharmacy. The person behind the counter just passed me a tissue.",
    "Biscuit slept on my feet the whole film.",
    "Left the group chat for an hour. It is still there.",
    "My knees decided the plans today.",
    "Told Jun I needed a bit longer to answer. They said okay. That was all.",
    "Long call with Mamá, half in Spanish, half in sighs.",
    "New cane. Named it Tadeáš.",
    "The neighbour's kids drew a whale on our wall 🐋",
    "Work: nodded through the whole meeting and remember none of it.",
    "Prayed with my grandmother over the phone. Slept after.",
    "Used my new name at the library. The card printed it like it was nothing.",
    "Third night shift. The moon was enormous.",
    "I keep rehearsing what I'd say to my brother.",
    "The visa letter came. Read it twice, then once more out loud.",
    "Made žemlovka the way Babička did. Nearly.",
    "Swam. Somebody laughed and it wasn't at me.",
    "Held the baby so my sister could shower. Held myself a bit, too.",
    "Went quiet at dinner. Nobody asked, which was half relief.",
    "The exam hall smelled of oranges.",
    "Forgot the word for 'ladle' in both languages.",
    "A stranger liked my coat 🧡",
    "Dad asked the same question four times. I answered four times.",
    "Sat in the car for ten minutes before going in.",
    "The choir director hugged me before I could decide.",
    "First frost. The pond went glassy.",
    "My captions lagged, so I laughed two seconds after everyone.",
    "Said no to the extra shift. My voice did a strange thing.",
    "Iftar at Samira's. Too many dates. Not enough chairs. Perfect.",
    "I can't find the edge of this one.",
    "Walked the long way past the lighthouse.",
    "Retired people's lunch. We argued about crosswords like it was politics.",
    "Two of the three things I was afraid of didn't happen.",
    "We fixed the fence. We did not talk about the money.",
    "Session moved. I had it all lined up in my head.",
    "The ferry home. Everybody's hair was ridiculous 🌬️",
    "Woke up angry. Still had toast.",
)


def sample_entries(now: datetime) -> Iterator[Entry]:
    """Settings that have seen the first run, and check-ins up to the aware moment `now`."""
    yield Settings(welcomed=True)
    random = Random(SEED)
    last = 0
    for back in range(DAYS, -1, -1):
        day = (now - timedelta(days=back)).replace(minute=0, second=0, microsecond=0)
        if back in QUIET or (back and random.random() < 0.12):
            continue
        if back in AWAY:
            day = day.replace(tzinfo=timezone(timedelta(hours=9)))
        for hour in sorted(random.sample(HOURS, random.choice((1, 2, 2, 3, 3, 4)))):
            at = day.replace(hour=hour, minute=random.randrange(60))
            one = _check_in(random, at, last + 1)
            if max(one.at, one.logged_at) <= now:
                last += 1
                yield one


def _check_in(random: Random, at: datetime, count: int) -> CheckIn:
    pleasantness, energy = _mood(random)
    place = (
        (pleasantness, energy)
        if isinstance(pleasantness, int) and isinstance(energy, int)
        else None
    )
    later = timedelta(hours=random.randrange(1, 30)) if random.random() < 0.05 else timedelta()
    return CheckIn(
        id=_id(at + later, count),
        at=at,
        logged_at=at + later,
        pleasantness=pleasantness,
        energy=energy,
        connection=_connection(random, pleasantness),
        feelings=_some(random, words.near(place), 0.75),
        body=_some(random, words.body_words(), 0.25),
        note=random.choice(NOTES) if pleasantness is None or random.random() < 0.4 else "",
    )


def _mood(random: Random) -> tuple[Answer, Answer]:
    chance = random.random()
    if chance < 0.03:
        return None, None
    if chance < 0.06:
        return CANT_TELL, CANT_TELL
    return random.randint(1, STEPS), random.randint(1, STEPS)


def _connection(random: Random, pleasantness: Answer) -> Answer:
    chance = random.random()
    if chance < 0.2:
        return None
    if chance < 0.25 or not isinstance(pleasantness, int):
        return CANT_TELL
    return min(STEPS, max(1, pleasantness + random.randint(-3, 3)))


def _some(random: Random, offered: tuple[str, ...], chance: float) -> tuple[str, ...]:
    if random.random() > chance:
        return ()
    return tuple(random.sample(offered, random.randint(1, 3)))


def _id(logged_at: datetime, count: int) -> str:
    """A ULID: 48 bits of milliseconds and, in place of chance, the count."""
    number = (int(logged_at.timestamp() * 1000) << 80) | count
    return "".join(ALPHABET[(number >> 5 * place) & 31] for place in range(25, -1, -1))
