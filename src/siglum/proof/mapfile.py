"""The map beside the PDF: where each mark stands, for citations by page and line."""

import json
from typing import Any

from siglum.proof.contents import Contents
from siglum.proof.heads import folio
from siglum.proof.layout import Layout, Noted
from siglum.proof.plan import PrintPlan


def map_file(plan: PrintPlan, layout: Layout, contents: Contents) -> bytes:
    """Return the map as JSON: text → marks with page (as printed, and as counted) and lines."""
    texts: dict[str, Any] = {text.id: [] for text in plan.texts}
    for mark in layout.marks:
        texts[mark.text].append(_entry(mark, layout, contents))
    whole = {
        "edition": plan.id,
        "version": plan.version,
        "date": plan.date,
        "pages": layout.positions.pages,
        "texts": [
            {
                "id": name,
                "page": folio(layout.positions, layout.positions.texts[name][0].page),
                "lines": sum(line.text == name for line in layout.lines),
                "marks": marks,
            }
            for name, marks in texts.items()
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _entry(mark: Noted, layout: Layout, contents: Contents) -> dict[str, Any]:
    page = mark.first.place.page
    return {
        "mark": contents.numbers.get(mark.id),
        "lemma": contents.lemmas[mark.id],
        "page": folio(layout.positions, page),
        "sheet": page,
        "line": mark.first.number,
        "last_line": mark.last.number,
    }


def signs(layout: Layout, contents: Contents, plan: PrintPlan) -> dict[str, list[int]]:
    """Return the numbers of the marks whose sign was found on a page, by text."""
    found: dict[str, list[int]] = {text.id: [] for text in plan.texts}
    for mark in layout.marks:
        if mark.id in contents.numbers:
            found[mark.text].append(contents.numbers[mark.id])
    return found
