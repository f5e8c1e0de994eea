"""The ODD compiler: a self-contained ODD becomes schemas, rules, a table, reference pages.

The work is done by the sheets in `xslt/odd/`; this folder reads the ODD (`source.py`), says what in
it can't be compiled (`pure.py`, `limits.py`), and runs the sheets in order (`compile.py`).
"""

from siglum.rendering.odd.compile import Compilation, compile_odd, make

__all__ = ["Compilation", "compile_odd", "make"]
