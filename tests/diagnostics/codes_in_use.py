"""The codes that siglum's own sources give to findings, found by reading the sources."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

_CODE = re.compile(r"[a-z]+(-[a-z0-9]+)+")
SOURCES = Path(__file__).resolve().parents[2] / "src" / "siglum"


def codes_in_use() -> dict[str, set[str]]:
    """Return all codes with the files that use them.

    A code is what is handed to a parameter, or a field, of the name `code`.
    """
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES.rglob("*.py")}
    takers = {name: place for tree in trees.values() for name, place in _takers(tree)}
    found: dict[str, set[str]] = {}
    for path, tree in trees.items():
        for code in _codes(tree, takers):
            found.setdefault(code, set()).add(path.relative_to(SOURCES).as_posix())
    return found


def _takers(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield functions and classes that take a code, with its place among their arguments."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            names = [a.arg for a in node.args.args if a.arg not in ("self", "cls")]
        elif isinstance(node, ast.ClassDef):
            fields = [f.target for f in node.body if isinstance(f, ast.AnnAssign)]
            names = [f.id for f in fields if isinstance(f, ast.Name)]
            makers = (f for f in node.body if getattr(f, "name", "") == "__init__")
            for maker in makers:
                if isinstance(maker, ast.FunctionDef):
                    names = [a.arg for a in maker.args.args[1:]]
        else:
            continue
        if "code" in names:
            yield node.name, names.index("code")


def _codes(tree: ast.Module, takers: dict[str, int]) -> Iterator[str]:
    for node in ast.walk(tree):
        given: list[ast.expr] = []
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", None) or getattr(node.func, "attr", "")
            if name in takers:
                given += node.args[takers[name] : takers[name] + 1]
                given += [k.value for k in node.keywords if k.arg == "code"]
        elif isinstance(node, ast.Assign):
            names = [n.id for n in ast.walk(node.targets[0]) if isinstance(n, ast.Name)]
            given += [node.value] if "code" in names else []
        for argument in given:
            yield from filter(_CODE.fullmatch, _words(argument))


def _words(argument: ast.expr) -> Iterator[str]:
    for node in ast.walk(argument):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
