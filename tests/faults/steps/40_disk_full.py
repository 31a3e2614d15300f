"""The disk of the database full in the midst of a load: a small file system of its own, filled up but for a little."""
import os
import pathlib
import shutil
import subprocess

import corpus
from harness import Rounds, Store, one_load, start_load

# What is left of room for each round, in KB: from nothing to nearly enough.
ROOM = (0, 128, 384, 640, 896, 1280, 1792, 2560)


def fill(ballast, disk, room):
    free = os.statvfs(disk)
    size = free.f_bavail * free.f_frsize - room * 1024
    with open(ballast, "wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(size, 1))


def run(tap, store, work):
    disk = pathlib.Path(os.environ["CLUSTER_DIR"]) / "small"
    disk.mkdir()
    mounted = os.getuid() == 0 and subprocess.run(["mount", "-t", "tmpfs", "-o", "size=96m", "small", str(disk)], capture_output=True,
                                                  check=False).returncode == 0
    if not mounted:
        tap.skip("disk full", "mounting a small file system needs root")
        return
    try:
        shutil.chown(disk, "postgres", "postgres")
        store.sql(f"create tablespace small location '{disk}'", database="postgres")
        rounds(tap, Store("small", "--tablespace=small"), disk, work / "minutes")
        store.sql("drop database faults_small with (force)", database="postgres")
        store.sql("drop tablespace small", database="postgres")
    finally:
        subprocess.run(["umount", "-l", str(disk)], check=False)
        os.environ["PGDATABASE"] = store.name


def rounds(tap, store, disk, folder):
    corpus.write(folder)
    ballast = disk / "ballast"
    total = store.load_reference(folder)
    noted = Rounds(7)
    told = []
    for number, room in enumerate(ROOM):
        store.clear()
        store.sql("checkpoint")
        fill(ballast, disk, room)
        load = start_load(["--batch=5", folder]).wait()
        told += [line for line in load.messages.splitlines() if "SQLSTATE 53100" in line][:1]
        # A server without room may let nobody in.
        ballast.unlink()
        there = store.count()
        noted.note(number, store, load.status, one_load(["--batch=5", folder]), there)
    tap.ok(f"{noted.told(total)}; exit statuses {noted.statuses}", not noted.wrong, *noted.wrong[:3])
    tap.ok(f"refused with status 4 (2 where it cannot even let in) and the server's words, {len(told)} times", len(told) >= 4 and set(noted.statuses) <= {2, 4, 5} and 4 in noted.statuses, told[:3])
