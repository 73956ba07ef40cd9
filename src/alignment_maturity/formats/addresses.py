"""Addresses that a document made of somebody else's template may lead to."""

from __future__ import annotations

import re

_LINK = re.compile(r"(?i)#|https?://|mailto:|tel:")


def may_be_linked(address: str) -> bool:
    """Tell whether a click may lead there: to a place in the document, a page, a mailbox, a telephone."""
    return bool(_LINK.match(address))
