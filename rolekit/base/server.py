"""A server for an application, in a thread that ends.

It ends with its `with` block, with `stop`, with the program, or when its time is over, whichever
comes first. It listens on this machine alone unless it is told another of its addresses.
"""

import atexit
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp

from rolekit.errors import ServerError


class Server:
    """A server for an application, at one address of this machine, in a thread that ends.

    `port` is the one to try first: where it is taken, any free one will do, and `port` says which
    it became. Where `is_over` becomes true, the server ends by itself. `settings` are further ones
    of uvicorn's. Use it in a `with` block, or call `start` and `stop`; what still runs when the
    program ends is stopped then.
    """

    def __init__(
        self,
        app: ASGIApp,
        port: int = 8000,
        host: str = "127.0.0.1",
        is_over: Callable[[], bool] = lambda: False,
        **settings: Any,
    ) -> None:
        self._app, self.port, self._host = app, port, host
        self._is_over, self._settings = is_over, settings
        self._server: uvicorn.Server | None = None

    @property
    def address(self) -> str:
        """Where the server listens, such as "http://127.0.0.1:8000"."""
        return f"http://{self._host}:{self.port}"

    @property
    def is_running(self) -> bool:
        """Whether requests are answered."""
        return self._server is not None and self._thread.is_alive()

    def start(self) -> Self:
        """Start to listen, and return when requests are answered.

        Raises `ServerError` if the server does not start within ten seconds.
        """
        listener = _listen(self._host, self.port)
        self.port = listener.getsockname()[1]
        config = uvicorn.Config(
            self._app,
            lifespan="off",
            access_log=False,
            proxy_headers=False,  # nobody stands between: what says so is made up
            timeout_graceful_shutdown=2,
            **{"log_level": "error", **self._settings},
        )
        self._server = _Ending(config, self._is_over)
        self._thread = threading.Thread(
            target=self._server.run, kwargs={"sockets": [listener]}, daemon=True
        )
        self._listener = listener
        self._thread.start()
        atexit.register(self.stop)
        patience = time.monotonic() + 10
        while not self._server.started:
            if time.monotonic() > patience or not self._thread.is_alive():
                self.stop()
                raise ServerError("The server did not start. Run the cell again.")
            time.sleep(0.01)
        return self

    def stop(self) -> None:
        """Answer what was asked, stop to listen, and free the port. Does no harm twice."""
        if self._server is None:
            return
        self._server.should_exit = True
        self._thread.join(timeout=10)
        self._listener.close()
        self._server = None
        atexit.unregister(self.stop)

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()


class _Ending(uvicorn.Server):
    """A server that looks ten times a second whether its time is over."""

    def __init__(self, config: uvicorn.Config, is_over: Callable[[], bool]) -> None:
        super().__init__(config)
        self._is_over = is_over

    async def on_tick(self, counter: int) -> bool:
        """Return whether to end."""
        return self._is_over() or await super().on_tick(counter)


def _listen(host: str, port: int) -> socket.socket:
    """Return a socket on the port, or on any free one if that is taken."""
    for wanted in (port, 0):
        # The protocol is named, or asyncio would not switch off Nagle's algorithm on it: every
        # answer would wait 40 milliseconds for an acknowledgement.
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        # What has just ended may hold the port for a minute more, and does not mind.
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, wanted))
            listener.listen(128)
        except OSError:
            listener.close()
        else:
            return listener
    raise ServerError(f"No port is free at {host}. Close what you do not need, or try another.")
