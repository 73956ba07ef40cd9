"""Slow work in threads that nobody waits for on leaving."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

T = TypeVar("T")


def begun(work: Callable[[], T]) -> Future[T]:
    """Begin to work something out, and return where it will be found."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except BaseException as failure:  # noqa: BLE001 - raised where the result is asked for
            future.set_exception(failure)

    threading.Thread(target=run, daemon=True).start()
    return future
