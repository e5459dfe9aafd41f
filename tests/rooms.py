"""Stores that are set up, and what processes of their own do with them.

It imports little, because each of those processes imports it.
"""

import os
import signal
from itertools import count

import sqlalchemy

from rolekit.cohort import open_store
from rolekit.record import database_store
from rolekit.record.folder_store import FolderStore
from rolekit.record.set_up import set_up
from rolekit.record.stores import Kept

# The calls of the system of which a hand-in to a folder is made.
STEPS = ("open", "write", "chmod", "utime", "fsync", "close", "link", "unlink")


class Room:
    """A store that is set up: what participants hand in to, and what the facilitator reads."""

    def __init__(self, where):
        self.where = where
        self.owner = open_store(where)
        self.address = set_up(where)
        self.participant = open_store(self.address)

    def __getstate__(self):
        return self.where, self.address

    def __setstate__(self, state):
        self.where, self.address = state
        self.owner, self.participant = map(open_store, state)

    def hand_in(self, *responses):
        for response in responses:
            self.participant.add(response)

    def sql(self, statement, *rows):
        """What a statement comes to in the database itself, past all that rolekit does."""
        with self.owner.engine.begin() as connection:
            done = connection.execute(sqlalchemy.text(statement), rows or None)
            return [tuple(row) for row in done] if done.returns_rows else []

    def insert(self, *records):
        insert = f"INSERT INTO {self.owner.table} (record, code) VALUES (:record, :code)"
        self.sql(insert, *({"record": record, "code": code} for record, code in records))

    @property
    def inside(self):
        """The folder of the present session."""
        return max(self.owner.folder.glob("session-*"))

    def files(self):
        """The files of a session, those of one record in the order of arrival."""
        own = [file for file in self.inside.iterdir() if file.name != "revealed"]
        return sorted(own, key=lambda file: (len(file.name), file.name))

    def texts(self):
        """Everything that lies in the store, in the order of arrival for one record."""
        if isinstance(self.owner, FolderStore):
            return [file.read_text() for file in self.files()]
        return [
            code for [code] in self.sql(f"SELECT code FROM {self.owner.table} ORDER BY arrival")
        ]


# In processes of their own


def hand_in(room, *responses):
    """Hand in, one after the other."""
    room.hand_in(*responses)


def hand_in_aloud(room, responses, said):
    """Hand in, and say after each how many are safe."""
    for number, response in enumerate(responses, 1):
        room.hand_in(response)
        said.send(number)


def hand_in_the_last_later(room, responses, over):
    """Hand in, the last one when something is over."""
    database_store.PATIENCE = 60.0  # on a busy machine a server starts slowly
    room.hand_in(*responses[:-1])
    over.wait(60)
    room.hand_in(responses[-1])


def reveal(room, number, done):
    """Reveal what bears a number, and note there whether it was done."""
    done[number] = room.owner.reveal(Kept(1, str(number)))


def kill_this_process():
    os.kill(os.getpid(), signal.SIGKILL)


def killed_at_a_call(when, room, response, step):
    """Hand in, and be killed before or after the step-th call of the system."""
    calls = []

    def killing(call):
        def run(*arguments, **named):
            calls.append(call)
            due = len(calls) == step
            if due and when == "before":
                kill_this_process()
            result = call(*arguments, **named)
            if due:
                kill_this_process()
            return result

        return run

    for name in STEPS:
        setattr(os, name, killing(getattr(os, name)))
    room.hand_in(response)
    os._exit(0)


def killed_at_an_instruction(room, response, step):
    """Hand in, and be killed between two instructions of the database's own machine."""

    @sqlalchemy.event.listens_for(room.participant.engine, "connect")
    def connected(connection, _):
        done = count(1)
        connection.set_progress_handler(lambda: next(done) == step and kill_this_process(), 1)

    room.hand_in(response)
    os._exit(0)


def without_rights(work, *arguments):
    """Work without root's rights, where root would be let through."""
    if os.getuid() == 0:
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)
    os.umask(0o077)
    work(*arguments)
