"""Names from HTML, from older TEI and from everyday English, and what TEI says instead."""

from typing import Final

# HTML's names and what they say in TEI: the element, and the value of its @rend.
HTML: Final = {
    "b": ("hi", "bold"), "br": ("lb", ""), "em": ("emph", ""), "i": ("hi", "italic"),
    "italic": ("hi", "italic"), "italics": ("hi", "italic"), "bold": ("hi", "bold"),
    "li": ("item", ""), "strong": ("hi", "bold"), "sub": ("hi", "subscript"),
    "subscript": ("hi", "subscript"), "sup": ("hi", "superscript"),
    "superscript": ("hi", "superscript"), "td": ("cell", ""), "tr": ("row", ""),
    "u": ("hi", "underline"), "underline": ("hi", "underline"),
}  # fmt: skip

# Words that mean one element of TEI's, and nothing else is to be said with it.
SAME: Final = {
    "para": "p", "paragraph": "p", "uncertain": "unclear", "linebreak": "lb", "line_break": "lb",
    "pagebreak": "pb", "page_break": "pb", "emphasis": "emph",
}  # fmt: skip

# Words that come near elements of TEI's, the nearest first, which then may want attributes or
# another content. Some are TEI's own, but in another place.
NEAR: Final = {
    "a": "ref", "abbrev": "abbr", "abbreviation": "abbr", "added": "add", "addition": "add",
    "blockquote": "quote", "caption": "head", "chapter": "div", "citation": "cit bibl",
    "cite": "bibl title ref", "comment": "note", "correct": "corr", "correction": "corr",
    "dd": "item", "delete": "del", "deleted": "del", "deletion": "del", "dl": "list",
    "dt": "label", "endnote": "note", "expansion": "expan", "font": "hi", "footnote": "note",
    "greeting": "salute", "h1": "head", "h2": "head", "h3": "head", "h4": "head",
    "heading": "head", "hr": "milestone", "illegible": "gap unclear", "image": "graphic figure",
    "img": "graphic figure", "insert": "add", "inserted": "add", "insertion": "add",
    "lacuna": "gap", "lemma": "lem", "line": "l", "linegroup": "lg", "location": "placeName",
    "missing": "gap", "normalization": "reg", "number": "num", "ol": "list", "org": "orgName",
    "original": "orig", "page": "pb", "person": "persName", "place": "placeName", "poem": "lg",
    "quotation": "quote", "reading": "rdg", "salutation": "salute", "section": "div",
    "signature": "signed", "small": "hi", "span": "seg", "speech": "sp", "stanza": "lg",
    "strike": "del", "th": "cell", "ul": "list", "variant": "rdg", "verse": "l", "word": "w",
    "year": "date",
}  # fmt: skip

# What most often holds the text, or the pieces, of an element that holds elements only.
CHILDREN: Final = {
    "lg": "l", "list": "item", "row": "cell", "table": "row", "div": "p", "body": "p",
    "sp": "p l", "listPerson": "person", "listPlace": "place", "listOrg": "org",
    "listBibl": "bibl", "listWit": "witness", "app": "lem rdg", "choice": "sic abbr orig",
    "subst": "del add", "figure": "head figDesc", "note": "p",
}  # fmt: skip

# Attributes of HTML and TEI P4; the nearest first.
ATTRIBUTES: Final = {
    "id": "xml:id", "lang": "xml:lang", "href": "target url", "url": "target", "src": "url",
    "class": "rend", "align": "rend", "style": "rend", "date": "when", "value": "when",
    "certainty": "cert", "num": "n",
}  # fmt: skip

# Those of them that say exactly the same.
SAME_ATTRIBUTES: Final = frozenset({"id", "lang", "href", "src", "num"})

# The halves of a choice: TEI P4 had one of them in an attribute of the other.
HALVES: Final = (("sic", "corr"), ("abbr", "expan"), ("orig", "reg"))

# Words of their own that a slip of the pen makes of TEI's names: no misspellings.
ENGLISH: Final = frozenset(
    """able ahead axis bindings biding black blinding blink cable cello chair chance charge chart
    closed closet code column county course damaged data death depth eight elation ender estate even
    events extant extend factor faint finder font form founder from game glass hear heal here
    ink item items joint keyword label labels lace lane last libel license liner lines lint list
    lists lit local loser lost mail medial median meting mode model movie names noted notes nuclear
    paces palace parson personal person persons pack paid pair placed plate quota quoted reaction
    real render restored sage sale sand season signature signatures singed singer sitting settling
    stable stags stat state states statue steal supplier supplies tables tailer term terms
    there tile titled titles trail train treason under unite untie vent when where with
    published publishes dimension weight point closes signer singe spade span spank text next
    traits trailed figured measured""".split()
)
