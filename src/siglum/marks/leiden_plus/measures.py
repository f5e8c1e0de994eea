"""How much is missing or left free: `.3`, `ca.3`, `.3-5`, `.?` ⇄ attributes."""

from collections.abc import Mapping

from siglum.marks.tokens import Attributes

# a measure behind its point, and with a word before it that has a point of its own: `lost.ca.3`
NUMBER = "[0-9]+"
MEASURE = rf"(?:ca\.{NUMBER}|{NUMBER}-{NUMBER}|{NUMBER}|\?)"
# the same where nothing stands before it: `ca.3`, `.3`
LONE_MEASURE = rf"(?:ca\.{NUMBER}|\.(?:{NUMBER}-{NUMBER}|{NUMBER}|\?))"


def read_measure(typed: str, unit: str) -> Attributes:
    """Turn a measure, with or without its first point, into attributes."""
    typed = typed.removeprefix(".")
    if typed == "?":
        return (("extent", "unknown"), ("unit", unit))
    if typed.startswith("ca."):
        return (("quantity", typed[3:]), ("unit", unit), ("precision", "low"))
    least, _, most = typed.partition("-")
    if most:
        return (("atLeast", least), ("atMost", most), ("unit", unit))
    return (("quantity", least), ("unit", unit))


def print_measure(attributes: Mapping[str, str], *, lone: bool = False) -> str | None:
    """Print a measure; None where Leiden+ has no way to write it.

    Args:
        lone: with the point that a measure has where nothing stands before it.
    """
    point = "." if lone else ""
    approximate = attributes.get("precision") == "low"
    if "quantity" in attributes:
        quantity = attributes["quantity"]
        return f"ca.{quantity}" if approximate else point + quantity
    if approximate:
        return None
    if "atLeast" in attributes and "atMost" in attributes:
        return f"{point}{attributes['atLeast']}-{attributes['atMost']}"
    return f"{point}?" if attributes.get("extent") == "unknown" else None
