"""What comes along with the app, and under which licences."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from domain.language import N_
from views.paper.fonts import ASSETS


@dataclass(frozen=True, slots=True)
class Shipped:
    """Something that comes along: its name, its licence as SPDX calls it, and where it is from.

    Its text is in a `file`, with the package of its name, or among the notices of the client as
    that of `notice`.
    """

    name: str
    licence: str
    home: str
    file: Path | None = None
    notice: str = ""

    @property
    def id(self) -> str:
        """Its name as a part of an address."""
        return "-".join(re.findall("[a-z0-9]+", self.name.casefold()))


def _package(line: str) -> Shipped:
    # Some of Flet's own packages bring no text; its client does.
    name, licence, home = line.split()
    its_own = name.startswith("flet") and licence == "Apache-2.0"
    return Shipped(name, licence, home, notice="flet" if its_own else "")


APP: Final = Shipped("Meanwhile", "MIT", "", ASSETS.parent / "LICENSE")
_FLUTTER: Final = "https://github.com/flutter/flutter"
_ROBOTO: Final = "https://github.com/googlefonts/roboto"
_GOOGLE: Final = "material_color_utilities"
_NOTO: Final = ASSETS / "fonts/OFL-Noto.txt"
_BESIDE_PYTHON: Final = Path(os.__file__).with_name("LICENSE.txt")
# Where Python is in a page there is nothing beside it.
_PYTHON: Final = _BESIDE_PYTHON if _BESIDE_PYTHON.exists() else ASSETS / "licences/Python.txt"
_NOTO_HOME: Final = "https://github.com/notofonts"
REST: Final = Shipped(N_("Everything in the client"), N_("several licences"), "https://flet.dev")
"""All notices of the client: too many to be shown."""
PACKAGES: Final = tuple(
    _package(line)
    for line in """
annotated-doc MIT https://github.com/fastapi/annotated-doc
annotated-types MIT https://github.com/annotated-types/annotated-types
anyio MIT https://github.com/agronholm/anyio
babel BSD-3-Clause https://github.com/python-babel/babel
certifi MPL-2.0 https://github.com/certifi/python-certifi
cffi MIT-0 https://github.com/python-cffi/cffi
click BSD-3-Clause https://github.com/pallets/click
defusedxml PSF-2.0 https://github.com/tiran/defusedxml
fastapi MIT https://github.com/fastapi/fastapi
flet Apache-2.0 https://github.com/flet-dev/flet
flet-desktop Apache-2.0 https://github.com/flet-dev/flet
flet-local-auth Apache-2.0 https://github.com/flet-dev/flet
flet-notifications MIT https://github.com/Nwokike/flet-notifications
flet-secure-storage Apache-2.0 https://github.com/flet-dev/flet
flet-web Apache-2.0 https://github.com/flet-dev/flet
fonttools MIT https://github.com/fonttools/fonttools
fpdf2 LGPL-3.0-only https://github.com/py-pdf/fpdf2
h11 MIT https://github.com/python-hyper/h11
httpcore BSD-3-Clause https://github.com/encode/httpcore
httptools MIT https://github.com/MagicStack/httptools
httpx BSD-3-Clause https://github.com/encode/httpx
icalendar BSD-2-Clause https://github.com/collective/icalendar
idna BSD-3-Clause https://github.com/kjd/idna
markdown-it-py MIT https://github.com/executablebooks/markdown-it-py
mdurl MIT https://github.com/executablebooks/mdurl
msgpack Apache-2.0 https://github.com/msgpack/msgpack-python
oauthlib BSD-3-Clause https://github.com/oauthlib/oauthlib
opentelemetry-api Apache-2.0 https://github.com/open-telemetry/opentelemetry-python
pillow MIT-CMU https://github.com/python-pillow/Pillow
platformdirs MIT https://github.com/tox-dev/platformdirs
pycparser BSD-3-Clause https://github.com/eliben/pycparser
pydantic MIT https://github.com/pydantic/pydantic
pydantic-core MIT https://github.com/pydantic/pydantic
pygments BSD-2-Clause https://github.com/pygments/pygments
pynacl Apache-2.0 https://github.com/pyca/pynacl
python-dateutil BSD-3-Clause https://github.com/dateutil/dateutil
python-dotenv BSD-3-Clause https://github.com/theskumar/python-dotenv
python-ulid MIT https://github.com/mdomke/python-ulid
pyyaml MIT https://github.com/yaml/pyyaml
repath MIT https://github.com/nickcoutsos/python-repath
rich MIT https://github.com/Textualize/rich
six MIT https://github.com/benjaminp/six
starlette BSD-3-Clause https://github.com/Kludex/starlette
tinydb MIT https://github.com/msiemens/tinydb
typing-extensions PSF-2.0 https://github.com/python/typing_extensions
typing-inspection MIT https://github.com/pydantic/typing-inspection
tzdata Apache-2.0 https://github.com/python/tzdata
tzlocal MIT https://github.com/regebro/tzlocal
uharfbuzz Apache-2.0 https://github.com/harfbuzz/uharfbuzz
uvicorn BSD-3-Clause https://github.com/Kludex/uvicorn
uvloop MIT https://github.com/MagicStack/uvloop
watchfiles MIT https://github.com/samuelcolvin/watchfiles
websockets BSD-3-Clause https://github.com/python-websockets/websockets
zxcvbn MIT https://github.com/dwolfhub/zxcvbn-python
""".strip().splitlines()
)
"""What Python is asked for, on one kind of device or another."""
SHIPPED: Final[tuple[tuple[str, tuple[Shipped, ...]], ...]] = (
    (N_("This app"), (APP,)),
    (
        N_("Fonts"),
        (
            Shipped(
                "Fraunces",
                "OFL-1.1",
                "https://github.com/undercasetype/Fraunces",
                ASSETS / "fonts/OFL-Fraunces.txt",
            ),
            Shipped(
                "Atkinson Hyperlegible Next",
                "OFL-1.1",
                "https://github.com/googlefonts/atkinson-hyperlegible-next",
                ASSETS / "fonts/OFL-Atkinson.txt",
            ),
            Shipped("Noto Color Emoji", "OFL-1.1", f"{_NOTO_HOME}/noto-emoji", _NOTO),
            Shipped("Noto Sans, Symbols, Math and Music", "OFL-1.1", _NOTO_HOME, _NOTO),
            Shipped("Roboto", "Apache-2.0", _ROBOTO, notice=_GOOGLE),
            Shipped("Material Icons", "Apache-2.0", _FLUTTER, notice=_GOOGLE),
        ),
    ),
    (
        N_("What draws the screens"),
        (
            Shipped(N_("Client of Flet"), "Apache-2.0", "https://flet.dev", notice="flet"),
            Shipped("Flutter", "BSD-3-Clause", _FLUTTER, notice="flutter"),
            Shipped("CanvasKit (Skia)", "BSD-3-Clause", "https://skia.org", notice="skia"),
            REST,
        ),
    ),
    (
        "Python",
        (
            Shipped("Python", "PSF-2.0", "https://docs.python.org/3/license.html", _PYTHON),
            Shipped("Pyodide", "MPL-2.0", "https://github.com/pyodide/pyodide"),
            Shipped(
                "libsodium",
                "ISC",
                "https://github.com/jedisct1/libsodium",
                ASSETS / "licences/libsodium.txt",
            ),
            *PACKAGES,
        ),
    ),
)
"""Everything, in groups with their titles."""


def found(id: str) -> Shipped | None:
    """What has that id."""
    return next((one for _, group in SHIPPED for one in group if one.id == id), None)
