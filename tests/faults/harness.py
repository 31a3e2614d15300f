"""TAP, and a store that can be emptied, loaded and compared row for row."""
import json
import os
import random
import signal
import subprocess
import time

import contents


class Tap:
    def __init__(self):
        self.number = self.failed = 0
        self.step = ""

    def ok(self, what, passed, *details):
        self.number += 1
        self.failed += not passed
        print(f"{'ok' if passed else 'not ok'} {self.number} - {self.step}: {what}")
        for detail in details if not passed else ():
            for line in str(detail).splitlines()[:40]:
                print("#", line)
        sys_flush()

    def skip(self, what, why):
        self.number += 1
        print(f"ok {self.number} - {self.step}: {what} # SKIP {why}")

    def plan(self):
        print(f"1..{self.number}")


def sys_flush():
    print(end="", flush=True)


def median(values):
    return sorted(values)[len(values) // 2] if values else 0


class Load:
    """A loader that was started; it may be waited for, signalled, killed with all its processes."""

    def __init__(self, arguments, environment):
        self.began = time.monotonic()
        self.process = subprocess.Popen(["minutes2pgsql", "load", "--log-level=warning", "--summary=json", *map(str, arguments)],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ, **environment}, start_new_session=True)

    def wait(self, timeout=120):
        out, err = self.process.communicate(timeout=timeout)
        self.seconds = time.monotonic() - self.began
        self.status = self.process.returncode
        self.messages = err.decode("utf-8", "replace")
        self.summary = json.loads(out) if out.strip() else {}
        return self

    def children(self):
        with open(f"/proc/{self.process.pid}/task/{self.process.pid}/children", encoding="ascii") as file:
            return [int(pid) for pid in file.read().split()]

    def kill_all(self):
        os.killpg(self.process.pid, signal.SIGKILL)


def start_load(arguments, **environment):
    """Starts a load that ends at the first fault."""
    return Load(["--retries=0", *arguments], environment)


def one_load(arguments, **environment):
    """A load from start to end, as anybody runs it."""
    return Load(arguments, environment).wait()


class Store:
    """A database of its own with an empty store. PGDATABASE names it from then on."""

    def __init__(self, name, *options):
        self.name = f"faults_{name}"
        self.reference = None
        subprocess.run(["createdb", *options, self.name], check=True)
        os.environ["PGDATABASE"] = self.name
        subprocess.run(["minutes2pgsql", "init", "-q"], check=True)
        self.queries = contents.queries(self.sql)
        self.empty = self.sql("select 'truncate ' || string_agg(format('minutes_store.%I', relname), ', ') from pg_class"
                              " where relnamespace = 'minutes_store'::regnamespace and relkind = 'r' and relname !~ '^(migrations|settings|crime_)'")

    def sql(self, query, database=None):
        # Compiling a query that is run once takes longer than running it.
        done = subprocess.run(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-d", database or self.name, "-f", "-"], input=query.encode(),
                              capture_output=True, check=False, env={**os.environ, "PGOPTIONS": "-c jit=off"})
        if done.returncode != 0:
            raise RuntimeError(f"psql: {done.stderr.decode()[:600]}")
        return done.stdout.decode().rstrip("\n")

    def usual_seconds(self, arguments):
        """How long an undisturbed load into the empty store takes, now."""
        taken = []
        for _ in range(3):
            self.clear()
            taken.append(one_load(arguments).seconds)
        return median(taken)

    def drop(self):
        self.sql(f"drop database if exists {self.name} with (force)", database="postgres")

    def clear(self):
        self.sql(self.empty)

    def count(self, table="documents"):
        return int(self.sql(f"select count(*) from minutes_store.{table}"))

    def load_reference(self, folder):
        """Loads the folder undisturbed and keeps what that makes; returns how many documents are there."""
        one_load([folder])
        self.keep_reference()
        return self.count()

    def keep_reference(self):
        """What the store holds now is what every disturbed load has to come to."""
        self.reference = contents.rows(self.sql, self.queries)
        self.hashes = contents.hashes(self.sql, self.queries)
        self.allowed = self.reference
        return sum(map(len, self.reference.values()))

    def keep_earlier(self):
        """What the store holds now is there on the way to the reference."""
        earlier = contents.rows(self.sql, self.queries)
        self.allowed = {table: rows + earlier[table] for table, rows in self.reference.items()}

    def differences(self):
        """Where the store is not what the undisturbed load made of it: '' where it is, else tables and their first rows that differ."""
        if contents.hashes(self.sql, self.queries) == self.hashes:
            return ""
        return contents.differences(self.reference, contents.rows(self.sql, self.queries)) or "hashes differ, rows do not"

    def half_loaded(self):
        """Rows that no undisturbed load makes at any time: between a fault and the rerun there must be none."""
        return contents.additions(self.allowed, contents.rows(self.sql, self.queries))


class Rounds:
    """What a fault came to over its rounds, for one line of TAP."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.there = []
        self.wrong = []
        self.statuses = {}

    def note(self, number, store, disturbed, rerun, there):
        self.there.append(there)
        self.statuses[disturbed] = self.statuses.get(disturbed, 0) + 1
        if rerun.status not in (0, 5):
            self.wrong.append(f"round {number}: the rerun ended with status {rerun.status}: {rerun.messages[:300]}")
        found = store.differences()
        if found:
            self.wrong.append(f"round {number}, {there} documents there before the rerun:\n{found}")

    def told(self, total):
        inside = sum(0 < count < total for count in self.there)
        return (f"{len(self.there)} rounds, {inside} of them with part of the {total} documents there (median {median(self.there)}), "
                f"{len(self.there) - len(self.wrong)} equal after a rerun")
