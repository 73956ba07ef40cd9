"""What a validator of PDF/A-3a (ISO 19005-3) and PDF/UA-1 (ISO 14289-1) would complain of.

Each complaint begins with the clause: `A` for ISO 19005-3, `UA` for ISO 14289-1, `PDF` for ISO 32000-1.
Whatever the standards allow and our files never hold is a complaint too, so that nothing passes unseen.
"""

from __future__ import annotations

import io
from collections import Counter

import pikepdf

from pdf_audit.document import document, outside
from pdf_audit.drawing import drawing
from pdf_audit.metadata import metadata
from pdf_audit.objects import attachments, objects
from pdf_audit.structure import links, structure


def audit(data: bytes) -> list[str]:
    """Return the complaints of a file, each once with how often; none where it is sound."""
    found = list(outside(data))
    with pikepdf.open(io.BytesIO(data)) as file:
        for check in (document, metadata, objects, attachments, structure, links, drawing):
            found += check(file)
    return [f"{text} ({times} times)" if times > 1 else text for text, times in Counter(found).items()]
