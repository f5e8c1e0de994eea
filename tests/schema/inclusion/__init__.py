"""Proof that a document valid by our RELAX NG is valid by TEI's, without looking at documents.

`python -m tests.schema.inclusion` prints the holes of schema/siglum.rng and ends with 1 if there
are any.
"""
