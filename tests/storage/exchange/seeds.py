"""A small file of every format that can be moved in from; all of it is invented."""

import base64
import json
from collections.abc import Iterator
from datetime import UTC, datetime

from domain.entries import Entry
from domain.sample import sample_entries
from storage.exchange import meanwhile
from tests.storage.exchange import test_daily_you, test_day_one, test_my_brain, test_pixels
from tests.storage.exchange.reads import written, zipped

TABLES = (
    "year,date,weekday,time,mood,activities,note\n"
    '2018,18 May,Friday,11:54 pm,happy,"clean | cook","Went out"\n',
    "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
    "2026-07-27,July 27,Monday,13:48,meh,work | walk,sleep:\xa07,Title,Some<br>words &amp; more\n",
    "full_date\tdate\tweekday\ttime\tmood\tactivities\tnote_title\tnote\n"
    "2021-09-28\t28 September\tTuesday\t22:00\tsad \tbad sleep\t\t\n",
    "Date,Mood,Tags (People),Tags (Places),Tags (Events),Exercise,Sleep,Notes,Reflections\n"
    "2026 Sun Feb 8 4:04 PM,Mellow,Family,Home,,,,Some words,More words\n",
    "Date,Locale,Mood Keys,Mood,Tags (People),Tags (Places),Tags (Events),Notes,Reflections\n"
    '2026 Wed Jul 22 11:36 PM,en,down;calm,down,By Myself,Home,Resting,"A note","[]"\n',
    "date,weekday,time of day,category,rating/amount,detail,notes\n"
    '"8th Dec 2021","Wednesday","mid","Symptom","2","Neck pain (Moderate)",""\n'
    '"8th Dec 2021","Wednesday","am","Mood","3/5","Calm | Tired","Some words"\n'
    '"8th Dec 2021","Wednesday","14:30","Energy","2","",""\n',
    "entryDate,entryContent\n2020-06-02,Rain\n",
    "entryDate,entryContent\r2020-06-02,Rain\r",
)
DAYLIO = {
    "version": 15,
    "customMoods": [
        {"id": 1, "mood_group_id": 1, "predefined_name_id": 1, "custom_name": ""},
        {"id": 9, "mood_group_id": 4, "predefined_name_id": -1, "custom_name": "Grey"},
    ],
    "tags": [{"id": 1, "name": "walk"}, {"id": 3, "name": "work", "id_tag_group": 2}],
    "tag_groups": [{"id": 2, "name": "Days"}],
    "dayEntries": [
        {
            "id": 1,
            "minute": 59,
            "hour": 9,
            "day": 24,
            "month": 0,
            "year": 2023,
            "datetime": 1674550757766,
            "timeZoneOffset": 3600000,
            "mood": 9,
            "note": "Some <b>words</b>",
            "note_title": "Title",
            "tags": [1, 3],
            "assets": [7],
        }
    ],
    "assets": [{"id": 7}],
}


def seeds() -> Iterator[bytes]:
    """Each format, some in several forms."""
    for table in TABLES:
        yield table.encode("utf-8-sig")
    yield json.dumps(DAYLIO).encode()
    yield zipped({"backup.daylio": base64.b64encode(json.dumps(DAYLIO).encode())})
    yield written([test_pixels.DAY, {**test_pixels.DAY, "type": "Period"}])
    yield written([test_daily_you.ENTRY, {"timeCreated": 1719868530000, "text": "", "mood": -2}])
    yield test_my_brain.diary(test_my_brain.ENTRY)
    yield test_day_one.journal(test_day_one.ENTRY)
    yield zipped({"Journal.json": test_day_one.journal(test_day_one.ENTRY), "photos/a.jpeg": b"a"})
    entries = list(_one_of_each())
    yield meanwhile.as_json(entries)
    yield meanwhile.as_lines(entries)
    yield meanwhile.as_json(entries).decode().encode("utf-16")


def _one_of_each() -> Iterator[Entry]:
    found: dict[type[Entry], Entry] = {}
    for one in sample_entries(datetime(2026, 3, 1, 12, tzinfo=UTC)):
        found.setdefault(type(one), one)
    yield from found.values()
