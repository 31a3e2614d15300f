"""Interrupts, two loaders at once, a clock that jumps."""
import glob
import shutil
import signal
import time

import corpus
from harness import Rounds, one_load, start_load


def interrupts(tap, store, folder, total):
    arguments = ["--batch=5", folder]
    length = store.usual_seconds(arguments)
    noted = Rounds(8)
    for number in range(20):
        store.clear()
        load = start_load([f"--jobs={1 + number % 2}", *arguments])
        time.sleep(noted.random.uniform(0.02, length))
        load.process.send_signal(signal.SIGTERM if number % 4 == 3 else signal.SIGINT)
        load.wait()
        there = store.count()
        noted.note(number, store, load.status, one_load(arguments), there)
    tap.ok(f"SIGINT and SIGTERM: {noted.told(total)}; exit statuses {noted.statuses}",
           not noted.wrong and set(noted.statuses) <= {130, 5, -signal.SIGINT, -signal.SIGTERM}, *noted.wrong[:3])


def two_loaders(tap, store, folder, total):
    noted = Rounds(9)
    untouched = 0
    for number in range(10):
        store.clear()
        loads = [start_load([f"--jobs={jobs}", "--batch=5", "--retries=3", folder]) for jobs in (1, 1 + number % 2)]
        statuses = [load.wait().status for load in loads]
        equal = statuses == [5, 5] and store.count("load_problems") >= 3
        untouched += equal
        there = store.count()
        noted.note(number, store, tuple(statuses), one_load([folder]), there)
    tap.ok(f"two loaders on the same files: {noted.told(total)}; both ended well {untouched} times", not noted.wrong and untouched == 10, noted.statuses,
           *noted.wrong[:3])


def clock(tap, store, folder, total, work):
    library = glob.glob("/usr/lib/*/faketime/libfaketime.so.1")
    if not library:
        tap.skip("a clock that jumps", "faketime is not installed")
        return
    stamp = work / "clock"
    preload = {"LD_PRELOAD": library[0], "FAKETIME_TIMESTAMP_FILE": str(stamp), "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
    length = store.usual_seconds(["--batch=5", folder])
    noted = Rounds(10)
    years = []
    for number, (before, after, rerun) in enumerate((("+0", "-400d", "+0"), ("+0", "+4000d", "+0"), ("+4000d", "-4000d", "-8000d"),
                                                      ("-8000d", "+0", "+8000d"), ("-1d", "+1h", "-2d"), ("+1h", "-1h", "+0"))):
        store.clear()
        stamp.write_text(before)
        load = start_load([f"--jobs={1 + number % 2}", "--batch=5", folder], **preload)
        time.sleep(noted.random.uniform(0.2, 0.8) * length)
        stamp.write_text(after)
        if number % 2 == 0:
            load.kill_all()
        load.wait()
        there = store.count()
        stamp.write_text(rerun)
        noted.note(number, store, load.status, one_load(["--batch=5", folder], **preload), there)
        years.append(store.sql("select min(extract(year from loaded_at)) || '-' || max(extract(year from loaded_at)) from minutes_store.documents"))
    tap.ok(f"a clock that jumps while it loads, and before the rerun: {noted.told(total)}; years of loading {', '.join(years)}",
           not noted.wrong and len(set(years)) > 3, *noted.wrong[:3])
    # What changes on a day that the clock believes to be long ago is the newer version all the same.
    store.clear()
    edited = work / "edited"
    shutil.copytree(folder, edited)
    stamp.write_text("+4000d")
    one_load([edited], **preload)
    (edited / "zz-again.txt").write_text((edited / "zz-again.txt").read_text(encoding="utf-8").replace("received", "endorsed"), encoding="utf-8")
    stamp.write_text("-4000d")
    updated = one_load([edited], **preload).summary
    found = store.sql("select count(*) from minutes.decisions where outcome = 'endorsed' and body like 'Hollinwick%'")
    tap.ok(f"a version that comes when the clock was set back takes the place of the older: {updated.get('updated')} updated",
           updated.get("updated") == 1 and found != "0", updated, found)


def run(tap, store, work):
    folder = work / "minutes"
    corpus.write(folder)
    total = store.load_reference(folder)
    interrupts(tap, store, folder, total)
    two_loaders(tap, store, folder, total)
    clock(tap, store, folder, total, work)
