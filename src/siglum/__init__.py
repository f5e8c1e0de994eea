"""siglum: TEI-XML critical editions from transcripts with editorial marks."""

__version__ = "0.1.0"
