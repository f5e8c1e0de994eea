"""Copies of documents for an engine that reports lines: each tag of a copy ends one line.

    <p
    >in the morning<lb
    ></lb
    ></p
    >

So the line that the engine names tells the tag it means, wherever tags stand in the document, and
beyond any number of lines. A copy has no DOCTYPE, no comments and nothing of XInclude, which jing
would follow.
"""

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

from siglum.tei.namespaces import XINCLUDE, XML

Tag: TypeAlias = tuple[str, etree._Element]
"""Whether it is a "start" or an "end", and its element."""

_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "&#10;", "\r": "&#13;"})
_IN_VALUE = _IN_TEXT | str.maketrans({"\t": "&#9;", '"': "&quot;"})


def tags(root: etree._Element) -> list[Tag]:
    """Return the tags of the copy: after the tag at index n, line n + 2 begins."""
    return [(event, node) for event, node in _walk(root) if event != "tail"]


def copy(root: etree._Element) -> Iterator[str]:
    """Yield the pieces of a document's copy."""
    declared: list[dict[str | None, str]] = [{}]
    for event, node in _walk(root):
        if event == "start":
            here = {prefix: uri or "" for prefix, uri in node.nsmap.items()}
            yield _start_tag(node, here, declared[-1])
            declared.append(here)
            yield (node.text or "").translate(_IN_TEXT)
        elif event == "end":
            declared.pop()
            yield f"</{_name(node)}\n>"
        if event != "start" and node is not root:
            yield (node.tail or "").translate(_IN_TEXT)


def _walk(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield "start" and "end" of elements, and "tail" for what is left out of the copy."""
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walk:
        if not isinstance(node.tag, str):
            yield "tail", node
        elif not node.tag.startswith(f"{{{XINCLUDE}}}"):
            yield event, node
        elif event == "start":
            walk.skip_subtree()
        else:
            yield "tail", node


def _start_tag(
    node: etree._Element, here: dict[str | None, str], above: dict[str | None, str]
) -> str:
    prefixes = {uri: prefix for prefix, uri in here.items() if prefix} | {XML: "xml"}
    parts = [
        f'xmlns{":" if prefix else ""}{prefix or ""}="{uri.translate(_IN_VALUE)}"'
        for prefix, uri in here.items()
        if above.get(prefix) != uri and (uri or above.get(prefix))
    ]
    for key, value in node.items():
        name = etree.QName(key)
        prefix = f"{prefixes[name.namespace]}:" if name.namespace else ""
        parts.append(f'{prefix}{name.localname}="{str(value).translate(_IN_VALUE)}"')
    return f"<{_name(node)}\n{' '.join(parts)}>"


def _name(node: etree._Element) -> str:
    local = etree.QName(node).localname
    return f"{node.prefix}:{local}" if node.prefix else local
