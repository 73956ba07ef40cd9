"""Keys and what they do."""

from __future__ import annotations

from textual.binding import Binding


def bound(keys: str, action: str, *, priority: bool = False) -> Binding:
    """Bind keys, separated by commas, to an action; letters in both cases, since Caps Lock may be on."""
    both = dict.fromkeys(
        each for key in keys.split(",") for each in ((key, key.upper()) if len(key) == 1 else (key,))
    )
    return Binding(",".join(both), action, show=False, priority=priority)
