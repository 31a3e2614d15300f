"""Timing and reporting for the sections: commands as whole processes, queries inside one server process, a row a figure."""
import dataclasses
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

# Repeated texts would make any function look fast, parallel plans and compiled expressions would blur what one process does.
ONE_PROCESS = ("set client_min_messages = warning; set enable_memoize = off; set max_parallel_workers_per_gather = 0; set jit = off; "
               "set work_mem = '256MB'; set maintenance_work_mem = '256MB'; set max_parallel_maintenance_workers = 0;")


@dataclasses.dataclass
class Row:
    name: str
    value: float
    unit: str
    against: str = ""
    ratio: float | None = None
    wanted: str = ""  # "<= 3", ">= 20"; empty where the figure is only reported

    def verdict(self):
        if not self.wanted or self.ratio is None:
            return ""
        sign, bound = self.wanted.split()
        met = self.ratio <= float(bound) if sign == "<=" else self.ratio >= float(bound)
        return "met" if met else "not met"


@dataclasses.dataclass
class Ran:
    seconds: float
    megabytes: float  # the largest memory of a process of it
    output: str


class Bench:
    """Where a run works, and what it found. `size` is small, usual or full."""

    def __init__(self, size):
        self.size = size
        self.rows = []

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pg_minutes_bench."))
        self.folder.chmod(0o755)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def by_size(self, small, usual, full):
        return {"small": small, "usual": usual, "full": full}[self.size]

    def say(self, text):
        print(text, file=sys.stderr, flush=True)

    def row(self, name, value, unit, against="", ratio=None, wanted=""):
        row = Row(name, value, unit, against, ratio, wanted)
        self.rows.append(row)
        self.say("  " + self.line(row))

    @staticmethod
    def line(row):
        ratio = "" if row.ratio is None else f"{row.ratio:.3g}x"
        return f"{row.name:<58} {row.value:>10.4g} {row.unit:<6} {ratio:>8}  {row.against:<34} {row.wanted:<7} {row.verdict()}"

    def write(self, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as out:
            out.write("name\tvalue\tunit\tagainst\tratio\twanted\n")
            for row in self.rows:
                ratio = "" if row.ratio is None else f"{row.ratio:.4g}"
                out.write(f"{row.name}\t{row.value:.6g}\t{row.unit}\t{row.against}\t{ratio}\t{row.wanted}\n")
        for row in self.rows:
            print(self.line(row))

    # ---- processes ----

    def command(self, *words, may_fail=False, **more):
        """Runs a command, which has to succeed, and returns how long it took and the most memory it had."""
        began = time.perf_counter()
        process = subprocess.Popen([str(w) for w in words], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **more)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0 and not may_fail:
            raise SystemExit(f"bench: {' '.join(map(str, words))} failed:\n{output}")
        return Ran(seconds, usage.ru_maxrss / 1024, output)

    def best(self, times, *words, **more):
        return min((self.command(*words, **more) for _ in range(times)), key=lambda ran: ran.seconds)

    # ---- the server ----

    def sql(self, database, text):
        return self.command("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-c", text).output.strip()

    def store(self, database):
        """A new, empty store."""
        self.sql("postgres", f"drop database if exists {database}")
        self.sql("postgres", f"create database {database}")
        self.command("minutes2pgsql", "init", "-q", "-d", database)

    def time_queries(self, database, queries, times=5, before=""):
        """The best of so many runs of each query, in milliseconds, in one server process; each is executed once before."""
        script = [ONE_PROCESS, before, """
create function pg_temp.best_of(query text, times int) returns float8 language plpgsql as $f$
declare
  best float8;
  began timestamptz;
  took float8;
begin
  for i in 0 .. times loop
    began := clock_timestamp();
    execute query;
    took := extract(epoch from clock_timestamp() - began) * 1000;
    if i > 0 and (best is null or took < best) then best := took; end if;
  end loop;
  return best;
end $f$;"""]
        script += [f"select pg_temp.best_of($q${query}$q$, {times});" for query in queries]
        path = self.folder / "queries.sql"
        path.write_text("\n".join(script), encoding="utf-8")
        output = self.command("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-d", database, "-f", path).output
        return [float(line) for line in output.split()]
