"""The one place that talks to Typst: from memory and a temporary folder, never from the net."""

import contextlib
import json
import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from siglum.proof.faults import as_siglum_error
from siglum.proof.positions import QUERY, Positions, read
from siglum.proof.settings import PrintSettings
from siglum.proof.undated import without_dates
from siglum.resources import folder

if TYPE_CHECKING:
    import typst

# Both at once: archived for good, and readable for those who listen.
STANDARDS: Any = ["a-2a", "ua-1"]
EPOCH = datetime.fromtimestamp(0, UTC)  # some time has to be given


class Typesetter:
    """Makes up the pages of one document, pass by pass.

    The last pass is kept: Typst remembers its pages, so that a PDF of them costs little.

    Args:
        root: a folder of our own, which holds main.typ and the style; Typst reads nothing else.
        settings: what state.typ gets as settings.
        fonts: folders with further fonts.

    """

    def __init__(self, root: Path, settings: dict[str, Any], fonts: list[Path]) -> None:
        self._root = root
        self._source = (root / "main.typ").read_text(encoding="utf-8")
        self._settings = settings
        self._fonts = fonts
        self._last: typst.Compiler | None = None

    @classmethod
    def prepare(
        cls, root: Path, source: str, values: dict[str, Any], settings: PrintSettings
    ) -> "Typesetter":
        """Lay the document and the style out in `root`."""
        for style in (folder("xslt") / "typst").glob("*.typ"):
            shutil.copy(style, root)
        (root / "main.typ").write_text(source, encoding="utf-8")
        return cls(root, values, [Path(settings.font_folder)] if settings.font_folder else [])

    def look(self, map_: dict[str, Any], *, measure: bool = False) -> Positions:
        """Make up the pages with `map_` and read the positions back."""
        self._last = self._compiler(map_, measure=measure)
        try:
            answer = self._last.eval(QUERY)
        except RuntimeError as error:
            raise as_siglum_error(error, self._source) from error
        return read(json.loads(answer))

    def pdf(self, date: str | None) -> bytes:
        """Return the pages of the last look as a PDF that bears the ISO `date`, if any."""
        assert self._last is not None
        when = _stamp(date)
        try:
            pdf = self._last.compile(format="pdf", pdf_standards=STANDARDS, timestamp=when or EPOCH)
        except RuntimeError as error:
            raise as_siglum_error(error, self._source) from error
        assert isinstance(pdf, bytes)
        return pdf if when else without_dates(pdf)

    def _compiler(self, map_: dict[str, Any], *, measure: bool) -> "typst.Compiler":
        import typst  # here, because it is large, and most commands print nothing

        nowhere = self._root / "no-packages"
        return typst.Compiler(
            self._root / "main.typ",
            root=self._root,
            font_paths=self._fonts,
            ignore_system_fonts=True,
            sys_inputs={
                "settings": json.dumps(self._settings | {"measure": measure}),
                "map": json.dumps(map_),
            },
            package_path=nowhere,
            package_cache_path=nowhere,
        )


def _stamp(date: str | None) -> datetime | None:
    """Return the time that the PDF bears: that of `date`, else of SOURCE_DATE_EPOCH, else none.

    It is never the clock's, which would change the bytes.
    """
    if date is not None:
        return datetime.fromisoformat(date).replace(tzinfo=UTC)
    with contextlib.suppress(KeyError, ValueError, OverflowError, OSError):
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)
    return None
