"""Slow work in threads that nobody waits for on leaving."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from contextvars import copy_context
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


def aside(work: Callable[[], T], ended: Callable[[Future[T]], object]) -> None:
    """Begin to work something out; `ended` is told of it in the event loop, unless that is over by then."""
    loop, context = asyncio.get_running_loop(), copy_context()

    def tell(done: Future[T]) -> None:
        with suppress(RuntimeError):  # the screen has been left
            loop.call_soon_threadsafe(ended, done, context=context)

    begun(work).add_done_callback(tell)
