"""Metadata, imprint and convention → `<teiHeader>` (TEI, chapter 2)."""

from collections.abc import Mapping

from lxml import etree

from siglum.conventions import Convention
from siglum.source import Metadata
from siglum.source.facts import DATE, iso_date
from siglum.tei.build import Child, element
from siglum.tei.encoding import encoding_desc
from siglum.tei.imprint import Imprint, Person

# Names of languages as pages give them, in English → BCP 47.
LANGUAGES = {
    "Arabic": "ar", "Bulgarian": "bg", "Chinese": "zh", "Czech": "cs", "English": "en",
    "French": "fr", "German": "de", "Hungarian": "hu", "Italian": "it", "Japanese": "ja",
    "Korean": "ko", "Mongolian": "mn", "Polish": "pl", "Portuguese": "pt", "Romanian": "ro",
    "Russian": "ru", "Serbo-Croatian": "sh", "Spanish": "es", "Ukrainian": "uk",
    "Vietnamese": "vi",
}  # fmt: skip


def build_header(
    body: etree._Element,
    metadata: Metadata,
    convention: Convention,
    imprint: Imprint,
    examples: Mapping[str, str],
) -> etree._Element:
    """Build the header of a text; its encodingDesc is made from the body's own marks."""
    return element(
        "teiHeader",
        _file_desc(metadata, convention, imprint),
        encoding_desc(body, convention, imprint.version, examples),
        _profile_desc(metadata, imprint),
        _revision_desc(metadata, imprint, convention),
    )


def _file_desc(metadata: Metadata, convention: Convention, imprint: Imprint) -> etree._Element:
    return element(
        "fileDesc",
        _title_stmt(metadata, convention, imprint),
        _edition_stmt(imprint),
        _publication_stmt(metadata, imprint),
        _series_stmt(imprint),
        _notes_stmt(metadata),
        _source_desc(metadata, imprint),
    )


def _title_stmt(metadata: Metadata, convention: Convention, imprint: Imprint) -> etree._Element:
    responsible = imprint.responsible(metadata, convention)
    editors = [imprint.person(name, metadata) for name in dict.fromkeys(imprint.editors)]
    return element(
        "titleStmt",
        element("title", metadata.title or imprint.text_id, type_="main"),
        element("title", metadata.date, type_="sub") if metadata.date else None,
        element("author", _name(imprint.author, imprint)) if imprint.author else None,
        _translator(metadata, imprint),
        *(_editor(editor, metadata) for editor in editors),
        _resp("made the editorial marks", responsible) if responsible.id == "mark-maker" else None,
    )


def _name(name: str, imprint: Imprint) -> etree._Element:
    return element("persName", name, ref=imprint.ref(name))


def _translator(metadata: Metadata, imprint: Imprint) -> etree._Element | None:
    if metadata.translator is None:
        return None
    person = imprint.person(metadata.translator, metadata)
    name = element("persName", person.name, xml_id=person.id, ref=person.ref)
    return element("editor", name, role="translator")


def _editor(person: Person, metadata: Metadata) -> etree._Element:
    what = "edited and encoded in TEI by"
    if person.name == metadata.translator:  # who has an id already, and can have no second one
        return element(
            "respStmt", element("resp", what), element("name", person.name, ref=f"#{person.id}")
        )
    return _resp(what, person)


def _resp(what: str, person: Person) -> etree._Element:
    return element(
        "respStmt", element("resp", what), element("name", person.name, xml_id=person.id)
    )


def _edition_stmt(imprint: Imprint) -> etree._Element | None:
    if imprint.edition_statement is None:
        return None
    return element("editionStmt", element("edition", imprint.edition_statement))


def _publication_stmt(metadata: Metadata, imprint: Imprint) -> etree._Element:
    if imprint.publisher is None:
        return element("publicationStmt", *_unpublished(metadata, imprint))
    return element(
        "publicationStmt",
        element("publisher", imprint.publisher),
        element("date", imprint.date[:4], when=imprint.date) if imprint.date else None,
        element("idno", f"{imprint.edition_id}/{imprint.text_id}", type_="siglum")
        if imprint.edition_id
        else None,
        _availability(metadata, imprint),
    )


def _unpublished(metadata: Metadata, imprint: Imprint) -> list[etree._Element]:
    """Say in prose what is known: TEI wants a publisher before it takes date and licence."""
    dated = f", {imprint.date}" if imprint.date else ""
    prose = [element("p", f"Working transcription, not published{dated}.")]
    if imprint.licence is not None:
        name, target = imprint.licence
        prose.append(element("p", element("ref", name, target=target) if target else name))
    return prose + [element("p", text) for text in metadata.rights]


def _availability(metadata: Metadata, imprint: Imprint) -> etree._Element | None:
    if imprint.licence is None and not metadata.rights:
        return None
    licence = None
    if imprint.licence is not None:
        name, target = imprint.licence
        licence = element("licence", name, target=target)
    rights = [element("p", text) for text in metadata.rights]
    return element("availability", licence, *rights, status="restricted" if rights else "unknown")


def _series_stmt(imprint: Imprint) -> etree._Element | None:
    if imprint.edition_title is None:
        return None
    idno = element("idno", imprint.edition_id, type_="siglum") if imprint.edition_id else None
    return element("seriesStmt", element("title", imprint.edition_title), idno)


def _notes_stmt(metadata: Metadata) -> etree._Element | None:
    """Keep the lines of the page that the reader could not tell."""
    if not metadata.notes:
        return None
    notes = (element("note", text, type_="unrecognised") for text in metadata.notes)
    return element("notesStmt", *notes)


def _source_desc(metadata: Metadata, imprint: Imprint) -> etree._Element:
    parts = [_ms_desc(metadata, imprint), _web_page(metadata), _citation(metadata)]
    known = [part for part in parts if part is not None]
    return element("sourceDesc", *known or [element("p", f"Encoded from {imprint.source}.")])


def _ms_desc(metadata: Metadata, imprint: Imprint) -> etree._Element | None:
    """Describe where the original is kept (TEI, chapter 11.4: the manuscript identifier)."""
    if metadata.archive is None:
        return None
    repository = metadata.archive.repository
    return element(
        "msDesc",
        element(
            "msIdentifier",
            element("repository", repository, ref=imprint.ref(repository)),
            *_shelfmark(metadata.archive.parts),
        ),
        _ms_contents(metadata),
    )


def _shelfmark(parts: tuple[tuple[str, str], ...]) -> list[etree._Element]:
    """Word an archive's levels: the outer ones are collections, the inner ones the number."""
    outer = [p for p in parts if p[0] in ("fond", "opis")]
    inner = [p for p in parts if p not in outer]
    collections = [element("collection", f"{k} {n}", type_=k, n=n) for k, n in outer]
    numbers: list[Child] = []
    for level, value in inner:
        numbers += [", " if numbers else None, element("idno", f"{level} {value}", type_=level)]
    return collections + ([element("idno", *numbers, type_="shelfmark")] if inner else [])


def _ms_contents(metadata: Metadata) -> etree._Element | None:
    archive, language = metadata.archive, metadata.original_language
    locus = None
    if archive is not None and archive.leaves is not None:
        first, last = archive.leaves
        span = first if first == last else f"{first}–{last}"
        locus = element("locus", f"{archive.leaf_word} {span}", from_=first, to=last)
    text_lang = None
    if language is not None:
        text_lang = element("textLang", language, mainLang=LANGUAGES.get(language, "und"))
    if locus is None and text_lang is None:
        return None
    title = element("title", metadata.title) if metadata.title else None
    if title is None and text_lang is None:
        title = element("title", "Untitled")  # a locus alone is no item
    return element("msContents", element("msItem", locus, title, text_lang))


def _web_page(metadata: Metadata) -> etree._Element | None:
    if metadata.collection is None and metadata.address is None:
        return None
    parts: list[Child] = []
    if metadata.title:
        parts += [element("title", metadata.title), ", "]
    if metadata.collection:
        parts += [element("publisher", metadata.collection)]
    if metadata.address:
        parts += [", ", element("ptr", target=metadata.address)]
    return element("bibl", *parts, type_="web")


def _citation(metadata: Metadata) -> etree._Element | None:
    return element("bibl", metadata.citation, type_="citation") if metadata.citation else None


def _profile_desc(metadata: Metadata, imprint: Imprint) -> etree._Element:
    return element(
        "profileDesc",
        _creation(metadata),
        _lang_usage(metadata, imprint),
        element("abstract", element("p", metadata.summary)) if metadata.summary else None,
        _text_class(metadata),
    )


def _creation(metadata: Metadata) -> etree._Element | None:
    found = DATE.fullmatch(metadata.date) if metadata.date else None
    if metadata.date is None:
        return None
    return element(
        "creation", element("date", metadata.date, when=iso_date(found) if found else None)
    )


def _lang_usage(metadata: Metadata, imprint: Imprint) -> etree._Element:
    names = {code: name for name, code in LANGUAGES.items()}
    language = names.get(imprint.language, imprint.language)
    original = metadata.original_language
    role = " (translation)" if metadata.translator else ""
    return element(
        "langUsage",
        element("language", f"{language}{role}", ident=imprint.language),
        element("language", f"{original} (original)", ident=LANGUAGES.get(original, "und"))
        if original
        else None,
    )


def _text_class(metadata: Metadata) -> etree._Element | None:
    kinds = (("document-type", metadata.document_type), ("contents", metadata.contents))
    terms = [element("term", value, type_=kind) for kind, value in kinds if value]
    return element("textClass", element("keywords", *terms)) if terms else None


def _revision_desc(metadata: Metadata, imprint: Imprint, convention: Convention) -> etree._Element:
    editors = imprint.editors
    who = f"#{imprint.person(editors[0], metadata).id}" if editors else None
    said = f"Encoded from {imprint.source} by siglum {imprint.version}, convention {convention.id}."
    return element("revisionDesc", element("change", said, when=imprint.date, who=who))
