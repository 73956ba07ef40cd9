"""How a consultant's reports look, and what they add of their own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Brand:
    """A brand, with its files read and checked."""

    name: str
