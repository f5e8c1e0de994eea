"""Marks ↔ TEI, the header, names; safe parsing; serialising."""
