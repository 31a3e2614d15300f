"""kill -9 of the server at random moments of a load: of the postmaster, which then is started again and recovers, and of the loader's backend alone,
after which the server restarts by itself. The cluster is as anybody's, with fsync and full pages."""
import os
import pathlib
import signal
import subprocess
import time

import corpus
from harness import Rounds, one_load, start_load

DATA = pathlib.Path(os.environ["CLUSTER_DIR"]) / "data"


def server(*command):
    as_server = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    return subprocess.run([*as_server, *command], cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False).returncode == 0


def postmaster():
    return int((DATA / "postmaster.pid").read_text(encoding="ascii").split()[0])


def start():
    """Starts the server, as soon as the last processes of the killed one are gone."""
    deadline = time.monotonic() + 60
    while not server("pg_ctl", "-D", str(DATA), "-l", str(DATA / "server.log"), "-w", "start"):
        if time.monotonic() > deadline:
            raise RuntimeError("the server does not start again")
        time.sleep(0.05)


def wait_for_server(store):
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            return store.sql("select 1")
        except RuntimeError:
            time.sleep(0.05)
    raise RuntimeError("the server does not answer again")


def backend_of(store):
    return store.sql(f"select pid from pg_stat_activity where datname = '{store.name}' and application_name = 'minutes2pgsql' limit 1")


def kill_postmaster(_store):
    os.kill(postmaster(), signal.SIGKILL)
    return True


def kill_backend(store):
    try:
        pid = backend_of(store)
    except RuntimeError:
        return False
    if pid:
        os.kill(int(pid), signal.SIGKILL)
    return bool(pid)


def rounds(tap, store, folder, total, what, kill, restart, seed):
    arguments = ["--batch=5", folder]
    length = store.usual_seconds(arguments)
    noted = Rounds(seed)
    half = []
    for number in range(20):
        store.clear()
        load = start_load([f"--jobs={1 + number % 2}", *arguments])
        time.sleep(noted.random.uniform(0, length))
        kill(store)
        load.wait()
        if restart:
            start()
        wait_for_server(store)
        half.append(store.half_loaded())
        there = store.count()
        noted.note(number, store, load.status, one_load(arguments), there)
    tap.ok(f"{what}: {noted.told(total)}; exit statuses {noted.statuses}", not noted.wrong, *noted.wrong[:3])
    tap.ok(f"{what}: after recovery nothing is half-loaded, looked at {len(half)} times", not any(half), *filter(None, half))
    tap.ok(f"{what}: who was cut off says so by status 2 or 4, nobody ends otherwise", set(noted.statuses) <= {2, 4, 5}, noted.statuses)


def run(tap, store, work):
    folder = work / "minutes"
    corpus.write(folder)
    store.sql("alter system set fsync = on", database="postgres")
    store.sql("alter system set full_page_writes = on", database="postgres")
    server("pg_ctl", "-D", str(DATA), "-w", "-l", str(DATA / "server.log"), "restart")
    total = store.load_reference(folder)
    store.clear()
    one_load(corpus.earlier(folder))
    store.keep_earlier()
    rounds(tap, store, folder, total, "kill -9 of the postmaster", kill_postmaster, True, 3)
    rounds(tap, store, folder, total, "kill -9 of a backend", kill_backend, False, 4)
    store.sql("alter system reset all", database="postgres")
    server("pg_ctl", "-D", str(DATA), "reload")
