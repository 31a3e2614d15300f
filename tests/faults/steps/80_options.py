"""What a run that nobody watches is told and tells: when to stop, where to put what is refused, what it says meanwhile."""
import re

import corpus
from harness import one_load


def run(tap, store, work):
    folder, rejects = work / "minutes", work / "rejects"
    total = corpus.write(folder)
    for number in range(20):
        (folder / f"0000{number:02}-bad.txt").write_bytes(b"Board\0\n")
    dry = one_load(["--dry-run", "--reject-dir", rejects, folder])
    tap.ok(f"--dry-run says {dry.summary.get('inserted')} inserted and {dry.summary.get('rejected')} rejected, and writes nothing",
           dry.summary.get("rejected") == 23 and dry.summary.get("dry_run") is True
           and store.count() + store.count("load_runs") + store.count("load_problems") + store.count("bodies") == 0, dry.summary, dry.messages)
    copies = sorted(path.name for path in rejects.iterdir())
    tap.ok(f"--reject-dir has {len(copies)} copies, each under its name", len(copies) == 23 and set(corpus.REFUSED) < set(copies), copies)
    again = one_load(["--reject-dir", rejects, folder])
    one_load(["--reject-dir", rejects, folder])
    tap.ok("and as many after three runs", again.summary.get("rejected") == 23 and sorted(path.name for path in rejects.iterdir()) == copies)
    (folder / "000003-bad.txt").write_bytes(b"Board\0 and more\n")
    one_load(["--reject-dir", rejects, folder])
    tap.ok("a changed one is copied beside the old one", (rejects / "000003-bad.txt.1").read_bytes() == b"Board\0 and more\n")
    store.clear()
    stopped = one_load(["--max-errors=7", "--batch=5", folder])
    tap.ok(f"--max-errors=7 stops at {stopped.summary.get('rejected')}, what was committed stays: {store.count()} of {total}",
           stopped.status == 5 and stopped.summary.get("rejected") == 7 and store.count() < total, stopped.summary)
    store.clear()
    stopped = one_load(["--on-error=stop", "--batch=5", folder])
    tap.ok("--on-error=stop stops at the first", stopped.status == 5 and stopped.summary.get("rejected") == 1, stopped.summary)
    one_load([folder])
    store.keep_reference()
    store.clear()
    watched = one_load(["--progress=on", "--batch=5", "--log-format=journal", folder])
    lines = watched.messages.splitlines()
    tap.ok("with --log-format=journal each line has its priority", len(lines) >= 23 and all(re.match("<[3467]>", line) for line in lines), *lines[:5])
    slow = one_load(["--progress=on", "--reparse", "--batch=1", *[str(path) for path in sorted(folder.iterdir()) if "bad" not in path.name] * 6])
    told = [line for line in slow.messages.splitlines() if re.search(r"\d+ of \d+ documents, \d+ a second, \d+ s left", line)]
    if slow.seconds > 1.5:
        tap.ok(f"--progress=on says how far it is: {told[:1]}", bool(told), slow.messages[:500])
    found = store.differences()
    tap.ok("nothing of this changes what is loaded in the end", not found, found)
