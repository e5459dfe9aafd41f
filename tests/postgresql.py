"""A PostgreSQL server for tests, in a temporary folder, reachable from this machine only."""

import os
import random
import secrets
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

OWNER, PASSWORD = "rolekit_owner", secrets.token_hex(8)


def programs() -> Path | None:
    """The folder of initdb and pg_ctl: Debian keeps them off the path."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    on_path = shutil.which("pg_ctl")
    return found[-1].parent if found else Path(on_path).parent if on_path else None


def free_port() -> int:
    """A port below those that the system gives to clients.

    One of theirs might be taken while the server is down, even by a client that looks for it.
    """
    for port in random.sample(range(20_000, 30_000), 100):
        with socket.socket() as free, suppress(OSError):
            free.bind(("127.0.0.1", port))
            return port
    raise OSError("no free port")


class Server:
    """A server that can be stopped and started again."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data, self.names = folder, folder / "data", count(1)
        self.port = free_port()
        (folder / "password").write_text(PASSWORD)
        if os.getuid() == 0:  # which the server refuses to run as
            for path in (folder, folder / "password"):
                shutil.chown(path, "postgres", "postgres")
        self.run(
            "initdb", "-D", self.data, "-U", OWNER, "-A", "scram-sha-256", "-E", "UTF8",
            f"--pwfile={folder / 'password'}", "--locale=C", "--no-instructions",
        )  # fmt: skip

    def run(self, program, *arguments):
        other = {"user": "postgres", "group": "postgres", "extra_groups": []}
        subprocess.run(
            [programs() / program, *arguments],
            cwd="/",
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a pipe would stay open as long as the server runs
            stderr=subprocess.DEVNULL,
            timeout=60,
            **(other if os.getuid() == 0 else {}),
        )

    def start(self):
        # Fewer connections than the tests have writers, as a busy hub would.
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c max_connections=25 "
            f"-c unix_socket_directories={self.folder}"
        )
        log = self.folder / "log"
        try:
            self.run("pg_ctl", "-D", self.data, "-w", "-l", log, "-o", options, "start")
        except subprocess.SubprocessError as problem:
            raise AssertionError(f"PostgreSQL did not start:\n{log.read_text()}") from problem

    def stop(self, mode="fast"):
        process = int((self.data / "postmaster.pid").read_text().split()[0])
        self.run("pg_ctl", "-D", self.data, "-w", "-m", mode, "stop")
        # It says that it is gone a moment before it lets go of its port.
        for _ in range(1000):
            try:
                os.kill(process, 0)
            except ProcessLookupError:
                return
            time.sleep(0.01)
        raise AssertionError("PostgreSQL did not stop.")

    def address(self, database="postgres") -> str:
        return f"postgresql://{OWNER}:{PASSWORD}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """The owner's address of a database that was not there before."""
        import psycopg

        name = f"room_{next(self.names)}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self.address(name)


@contextmanager
def server() -> Iterator[Server]:
    # Not below pytest's folder, which other users may not enter.
    folder = Path(tempfile.mkdtemp(prefix="rolekit-"))
    try:
        running = Server(folder)
        running.start()
        try:
            yield running
        finally:
            running.stop("immediate")
    finally:
        shutil.rmtree(folder)
