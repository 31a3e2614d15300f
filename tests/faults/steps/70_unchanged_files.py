"""A second run over files that have not changed: against the first, and against sha256sum over the same files. Memory, whatever their number."""
import os
import subprocess
import time

from harness import median

# Enough that connecting, a tenth of a second, is not what is measured.
COUNT = 3000
SMALL = 600
# How much more memory five times as many documents may take, in MB.
MORE = 24


def measured(*command):
    """Seconds and the largest memory in MB of a command that succeeds."""
    began = time.monotonic()
    with subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{command[0]} ended with status {process.returncode}")
    return time.monotonic() - began, usage.ru_maxrss // 1024


def run(tap, store, work):
    folder = work / "minutes"
    subprocess.run(["bench/generate", str(folder), str(COUNT), "--size", "3"], check=True)
    command = ("minutes2pgsql", "load", "-q", "--authority=Anyshire Council")
    _, memory_small = measured(*command, *sorted(folder.iterdir())[:SMALL])
    store.clear()
    first, memory = measured(*command, folder)
    seconds = [measured(*command, folder) for _ in range(5)]
    second = median([taken for taken, _ in seconds])
    hashing = median([measured("sh", "-c", f"find {folder} -type f -print0 | xargs -0 sha256sum")[0] for _ in range(5)])
    bound = max(first / 30, 2 * hashing)
    tap.ok(f"{COUNT} documents: {first:.2f} s; again, unchanged: {second:.3f} s, 1/{first / second:.0f} of it and {second / hashing:.1f} times sha256sum's"
           f" {hashing:.3f} s; at most {bound:.3f} s", second <= bound, seconds)
    tap.ok("and nothing was written", store.sql("select count(*) from minutes.load_runs where unchanged = %d and inserted + updated + rejected = 0" % COUNT) == "5")
    tap.ok(f"memory: {memory_small} MB for {SMALL} documents, {memory} MB for {COUNT}, {max(kb for _, kb in seconds)} MB for the second run",
           memory - memory_small <= MORE)
