"""Where siglum's own data files are: `schema/` and `xslt/`.

In a wheel they lie in `siglum/_data/`; in a checkout (also an editable install, or
`PYTHONPATH=src`) they lie beside `src/`, so that an edit shows at once.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """Return the folder of data files called `name`: "schema" or "xslt".

    Raises:
        FileNotFoundError: the installation is incomplete.
    """
    for root in (_PACKAGE / "_data", _PACKAGE.parents[1]):
        if (root / name).is_dir():
            return root / name
    raise FileNotFoundError(f"siglum's folder {name!r} is missing: install siglum again")
