"""Ten thousand files that are meant to break the loader, with a few good ones among them."""
import os
import pathlib
import re
import resource
import shutil
import socket
import subprocess
import sys
import threading
import time

import hostile
from harness import Load

COUNT = 10_000
GOOD = 40
# What the loader may take, in MB, whatever it reads (docs/faults.md), and in seconds for all these files.
MEMORY = 768
PDF_MEMORY = 1024
SECONDS = 300
PDF_SECONDS = 2

PRINTABLE = re.compile(rb"^minutes2pgsql: [^\x00-\x1f\x7f]*$")


def listen():
    """A server that nobody may call; who did is in the list."""
    calls = []
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()

    def count():
        while True:
            connection, _ = listener.accept()
            calls.append(connection.recv(200))
            connection.close()

    threading.Thread(target=count, daemon=True).start()
    return listener.getsockname()[1], calls


def no_files(folder):
    """What lies among files and is none to read: pipes, sockets, devices, links to themselves and to other places, a tree without end."""
    folder.mkdir()
    os.mkfifo(folder / "pipe.txt")
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(str(folder / "socket.html"))
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "there.md").symlink_to("back.md")
    (folder / "back.md").symlink_to("there.md")
    (folder / "up").symlink_to("..")
    (folder / "passwd.txt").symlink_to("/etc/passwd")
    (folder / "nowhere.txt").symlink_to("nonesuch")
    (folder / "folder.txt").mkdir()
    deep = folder
    for _ in range(70):
        deep = deep / "d"
        deep.mkdir()
    (deep / "deep.txt").write_text("Board\n", encoding="utf-8")
    if os.getuid() == 0:
        try:
            os.mknod(folder / "zero.txt", 0o20666, os.makedev(1, 5))
        except PermissionError:
            pass
    return listener


class Watch(threading.Thread):
    """Reads a process's largest memory, in MB, as long as it runs."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.status, self.peak = f"/proc/{pid}/status", 0
        self.start()

    def run(self):
        try:
            while True:
                with open(self.status, encoding="ascii") as status:
                    peak = re.search(r"VmHWM:\s+(\d+)", status.read())
                if peak is None:
                    return
                self.peak = int(peak[1]) // 1024
                time.sleep(0.02)
        except OSError:
            return


def children_peak():
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def run(tap, store, work):
    port, calls = listen()
    folder, rejects = work / "files", work / "rejects"
    # By a process of its own: what starts the loader has to be small, since its memory counts for the loader's.
    made = subprocess.run([sys.executable, hostile.__file__, str(folder), str(COUNT), "1", str(port)], check=True, capture_output=True)
    written = int(made.stdout)
    subprocess.run([hostile.TOP / "bench/generate", str(folder / "good"), str(GOOD), "--size", "3"], check=True)
    kept = no_files(folder / "no-files")
    before = children_peak()
    load = Load(["--log-level=info", "--retries=0", f"--pdf-seconds={PDF_SECONDS}", "--reject-dir", rejects, folder], {"TMPDIR": str(work)})
    watch = Watch(load.process.pid)
    out, err = load.process.communicate(timeout=SECONDS * 4)
    watch.join()
    load.seconds, load.status = time.monotonic() - load.began, load.process.returncode
    peak = children_peak()
    kept.close()
    documents, problems = store.count(), store.count("load_problems")
    # Pages that are no minutes and do not claim to be are passed over, which is told but is no problem.
    passed = len(re.findall(rb"(?m)^minutes2pgsql: [^\n]*: passed over: ", err))
    read = written + GOOD - passed
    tap.ok(f"{written} hostile files and {GOOD} good ones: the loader ends with status 3 (a tree too deep was told), {documents} are loaded, {problems} refused, {passed} passed over",
           load.status == 3 and documents + problems == read, out.decode()[:300], err[-600:].decode("utf-8", "replace"))
    tap.ok(f"it takes {load.seconds:.0f} s, at most {SECONDS}", load.seconds <= SECONDS)
    tap.ok(f"the loader takes {watch.peak} MB at its largest, at most {MEMORY}", 10 < watch.peak <= MEMORY)
    # How far a pdftotext gets before its time is up is the machine's.
    tap.ok(f"no process that it started takes more than {PDF_MEMORY} MB: {peak} (before it {before})", peak <= PDF_MEMORY)
    tap.ok("the good ones are there", store.sql("select count(*) from minutes.documents where uri like '%/good/%'") == str(GOOD))
    listed(tap, store, folder, read)
    copied(tap, store, folder, rejects)
    lines = err.split(b"\n")[:-1]
    odd = [line for line in lines if not PRINTABLE.match(line) or is_broken(line)]
    tap.ok(f"{len(lines)} lines on stderr, each one sentence without control characters", len(lines) >= problems and not odd, *odd[:3])
    secrets = pathlib.Path("/etc/passwd").read_text(encoding="utf-8", errors="replace").splitlines()[0]
    found = store.sql(f"select count(*) from minutes_store.item_text_open where item_text like $$%{secrets}%$$")
    tap.ok(f"nobody was called and no other file read: {len(calls)} calls", not calls and found == "0", calls[:3], found)
    refused = store.sql("select p.uri || ': ' || d.detail from minutes_store.load_problems p join minutes_store.load_problem_detail_restricted d"
                        " using (problem_id) where p.reason = 'refused_by_server'")
    tap.ok("no file brings a value that the server has to refuse", not refused, refused)
    hanging(tap, store, work)


def is_broken(line):
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def listed(tap, store, folder, read):
    told = store.sql("select count(distinct uri), count(*) filter (where reason <> '' and detail <> ''),"
                     " count(*) filter (where detail ~ '[\\x01-\\x1f\\x7f]' or uri ~ '[^!-~]') from minutes.load_problems")
    problems = store.count("load_problems")
    tap.ok("each refused file is listed once, with a reason and a sentence, none with control characters", told == f"{problems}|{problems}|0", told)
    both = store.sql("select count(*) from (select uri from minutes.load_problems union select uri from minutes_store.documents) u")
    tap.ok(f"each file is either loaded or listed: {both} of {read}", both == str(read))
    reasons = store.sql("select string_agg(reason || ' ' || n, ', ' order by n desc) from (select reason, count(*) n from minutes.load_problems group by 1) r")
    tap.ok(f"reasons: {reasons}", len(reasons.split(",")) >= 6)


def copied(tap, store, folder, rejects):
    """What could be read and was refused lies in --reject-dir as it was."""
    sizes = sorted(path.stat().st_size for path in rejects.iterdir())
    refused = int(store.sql("select count(*) from minutes.load_problems where uri not like '%gigabyte%'"))
    names = {bytes(path.name, "utf-8", "surrogateescape") for path in rejects.iterdir()}
    same = all((rejects / os.fsdecode(path.name)).read_bytes() == path.read_bytes()
               for path in (folder / "bombs").iterdir() if bytes(path.name, "utf-8", "surrogateescape") in names)
    tap.ok(f"{len(sizes)} of {refused} refused files that could be read are copied, as they are", same and len(sizes) == refused)


def hanging(tap, store, work):
    """A pdftotext that does what it should not."""
    sample = next((hostile.TOP / "tests/loader/cases").glob("pdf-*/input.pdf"))
    scripts = {"sleeps": "exec sleep 600", "ignores": "trap '' TERM INT; while :; do :; done", "floods": "exec yes Board", "eats": "exec tail -c 9G /dev/zero",
               "crashes": "kill -SEGV $$", "lies": "printf 'Board\\0\\377'", "forks": "sleep 600 & exec sleep 600"}
    for name, script in scripts.items():
        tools = work / name
        tools.mkdir()
        (tools / "pdftotext").write_text(f"#!/bin/sh\n{script}\n", encoding="ascii")
        (tools / "pdftotext").chmod(0o755)
        shutil.copy(sample, tools / "a.pdf")
        began = time.monotonic()
        done = subprocess.run(["minutes2pgsql", "load", "-q", f"--pdf-seconds={PDF_SECONDS}", str(tools / "a.pdf")], capture_output=True, timeout=60, check=False,
                              env={**os.environ, "PATH": f"{tools}:{os.environ['PATH']}"})
        taken = time.monotonic() - began
        told = store.sql(f"select reason from minutes.load_problems where uri like '%/{name}/a.pdf'")
        tap.ok(f"a pdftotext that {name}: {taken:.1f} s, status {done.returncode}, {told}", done.returncode == 5 and taken < 15 and told != "", done.stderr[:200])
