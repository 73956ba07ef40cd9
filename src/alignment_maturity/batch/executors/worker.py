"""What runs in a process of the pool: imported by every one of them, it imports nothing heavy itself."""

from __future__ import annotations

import contextlib
import gc
import importlib
import os
import pickle
import queue
import signal
import threading
import traceback
from multiprocessing.connection import Connection
from typing import Any, Literal, NamedTuple


class Order(NamedTuple):
    """What the pool asks of a worker: to import a module, to load a function, or to run that over a task."""

    kind: Literal["import", "load", "run"]
    subject: Any


class Answer(NamedTuple):
    """What a worker answers: that the function is loaded, what it returned, or what it raised.

    An import is not answered: what is loaded after it needs it.
    """

    kind: Literal["loaded", "done", "failed"]
    value: Any = None


def serve(pipe: Connection) -> None:
    """Obey the orders that come through a pipe until its other end is closed, for that ends the process."""
    _leave_the_terminal_alone()
    # As in the first process: what is made while it starts will stay, and need not be looked through.
    gc.set_threshold(200_000, 20, 100)
    orders: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(pipe, orders), daemon=True).start()
    work: Any = None
    while True:
        try:
            kind, subject = pickle.loads(orders.get())  # noqa: S301 - from the process that started this one
            if kind == "import":
                importlib.import_module(subject)
                continue
            if kind == "load":
                work = subject
                answer = pickle.dumps(Answer("loaded"))
            else:
                answer = pickle.dumps(Answer("done", work(subject)))
        except MemoryError:
            os._exit(1)  # as if it had been killed for want of memory
        except BaseException as error:  # noqa: BLE001 - raised in the process that waits for it
            answer = _pickled(error)
        pipe.send_bytes(answer)


def _leave_the_terminal_alone() -> None:
    """Ignore Ctrl-C, which the parent acts upon, and print nothing: what libraries say there helps nobody."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _receive(pipe: Connection, orders: queue.SimpleQueue[bytes]) -> None:
    """Receive orders, and end the process as soon as the other end is closed, whatever else is going on.

    The pool needs it no more then, or is gone, however that went: what has been finished is in files.
    """
    with contextlib.suppress(EOFError, OSError):
        while True:
            orders.put(pipe.recv_bytes())
    os._exit(0)


def _pickled(error: BaseException) -> bytes:
    """Pickle an answer with an exception, or with its likeness where it does not travel."""
    report = "".join(traceback.format_exception(error))
    error.add_note(f"In a worker process:\n{report}")
    answer = Answer("failed", error)
    try:
        pickled = pickle.dumps(answer)
        pickle.loads(pickled)  # noqa: S301 - to see whether the other side could
    except Exception:  # noqa: BLE001 - whatever goes wrong, the answer has to arrive
        return pickle.dumps(Answer("failed", RuntimeError(report)))
    return pickled
