"""kill -9 of the loader at random moments of its run: of the only process; with --jobs 2 of all of them, of the first, of the second."""
import os
import signal
import time

import corpus
from harness import Rounds, one_load, start_load

BATCH = 5


def kill(load, jobs, which):
    """Kills what the round is about; what else there is of the run has to end by itself."""
    children = load.children() if jobs > 1 else []
    if jobs == 1 or which == "all":
        load.kill_all()
    elif which == "first" or not children:
        os.kill(load.process.pid, signal.SIGKILL)
    else:
        os.kill(children[0], signal.SIGKILL)


def rounds(tap, store, folder, total, jobs, count, seed):
    arguments = [f"--batch={BATCH}", f"--jobs={jobs}", folder]
    length = store.usual_seconds(arguments)
    noted = Rounds(seed)
    half = []
    for number in range(count):
        store.clear()
        load = start_load(arguments)
        moment = noted.random.uniform(0, length)
        time.sleep(moment)
        if load.process.poll() is None:
            kill(load, jobs, ("all", "first", "second")[number % 3])
        load.wait()
        there = store.count()
        if number % 10 == 0:
            half.append(store.half_loaded())
        noted.note(number, store, load.status, one_load(arguments), there)
    tap.ok(f"killed within {length:.2f} s, --jobs {jobs}: {noted.told(total)}", not noted.wrong, *noted.wrong[:3])
    tap.ok(f"--jobs {jobs}: nothing half-loaded before the rerun, looked at {len(half)} times", not any(half), *filter(None, half))
    inside = sum(0 < there < total for there in noted.there)
    tap.ok(f"--jobs {jobs}: the moments are spread over the run, at least a third of them in its midst: {inside}", inside * 3 >= count, noted.there)


def run(tap, store, work):
    folder = work / "minutes"
    total = corpus.write(folder)
    undisturbed = one_load([f"--batch={BATCH}", folder])
    tap.ok(f"an undisturbed load: {undisturbed.summary}", undisturbed.status == 5 and store.count() == total, undisturbed.messages)
    kept = store.keep_reference()
    tap.ok("the comparison names tables and rows that differ", *spoiled(store))
    store.clear()
    one_load(corpus.earlier(folder))
    store.keep_earlier()
    store.clear()
    one_load([folder])
    found = store.differences()
    tap.ok(f"in one transaction or in {-(-total // BATCH)} it is the same {kept} rows", not found, found)
    rounds(tap, store, folder, total, 1, 60, 1)
    rounds(tap, store, folder, total, 2, 40, 2)


def spoiled(store):
    """Spoils two tables and looks whether the comparison sees it."""
    store.sql("update minutes_store.decisions_open set outcome = 'noted' where decision_id = (select min(decision_id) from minutes_store.decisions_open"
              " where outcome <> 'noted'); delete from minutes_store.attendance where attendance_id = (select max(attendance_id) from minutes_store.attendance)")
    found = store.differences()
    return (found.count("rows missing") == 2 and "decisions_open: 1 rows missing, 1 too many" in found
            and "attendance: 1 rows missing, 0 too many" in found, found)
