"""A language to speak in a test, with texts of its own."""

import gettext
import io

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from domain.language import _Speech, hear, speak


def speaking(code: str, *texts: Message, place: str = "") -> None:
    """Speak a language, as it is in a place, of which these texts are all that is known."""
    hear([(code, place)])
    speak(code)
    catalogue = Catalog(locale=code)
    for one in texts:
        catalogue.add(one.id, one.string, context=one.context)
    file = io.BytesIO()
    write_mo(file, catalogue)
    file.seek(0)
    _Speech.catalogue = gettext.GNUTranslations(file)


def silent() -> None:
    """Speak English again, to a device that tells of nothing."""
    hear(())
    speak()
