"""An edition and the order of its steps: the one place that knows both."""

from siglum.edition.build import BuildResult, build
from siglum.edition.encode import Encoding, encode_edition, encode_source
from siglum.edition.locate import Edition, Text, find_editions, lone_edition, open_edition
from siglum.edition.settings import Settings

__all__ = [
    "BuildResult",
    "Edition",
    "Encoding",
    "Settings",
    "Text",
    "build",
    "encode_edition",
    "encode_source",
    "find_editions",
    "lone_edition",
    "open_edition",
]
