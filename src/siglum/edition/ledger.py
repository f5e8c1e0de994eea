"""`ledger.json`: the fate of every line and every mark of the sources."""

import json
from collections.abc import Iterable, Mapping

from siglum import __version__
from siglum.diagnostics import Span
from siglum.edition.encode import Encoding, SourceMark


def write_ledger(encodings: Iterable[Encoding], counts: Mapping[str, Mapping[str, int]]) -> str:
    """Return the ledger as JSON.

    Args:
        counts: of each text, how many marks the source, the TEI and each output have.
    """
    texts = [_text(encoding, counts.get(encoding.text.id, {})) for encoding in encodings]
    ledger = {"siglum": __version__, "texts": texts}
    return json.dumps(ledger, ensure_ascii=False, indent=1) + "\n"


def _text(encoding: Encoding, counts: Mapping[str, int]) -> dict[str, object]:
    source = encoding.source
    return {
        "id": encoding.text.id,
        "source": source.path.name,
        "reader": source.reader,
        "marks_in": dict(counts),
        "lines": [
            {"line": fate.line, "fate": fate.kind, "detail": fate.detail} for fate in source.fates
        ],
        "marks": [_mark(mark) for mark in encoding.marks],
        "no_marks": [
            {**_place(block.span(start, end)), "why": why, "typed": block.text[start:end]}
            for block, why, start, end in encoding.protected
        ],
    }


def _mark(mark: SourceMark) -> dict[str, object]:
    decision = mark.decision
    return {
        "n": mark.number,
        **_place(mark.block.span(decision.start, decision.end)),
        "typed": decision.typed,
        "rule": decision.reading.rule.id,
        "element": decision.reading.rule.element,
        "attributes": dict(decision.reading.attributes),
        "certainty": decision.certainty,
        "alternatives": list(decision.alternatives),
    }


def _place(span: Span) -> dict[str, int]:
    return {"line": span.line, "column": span.column}
