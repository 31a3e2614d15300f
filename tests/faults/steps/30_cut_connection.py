"""The connection cut at random moments: by the server's administrator, by the network, by the network without the server learning of it."""
import threading
import time

import corpus
from harness import Rounds, one_load, start_load
from proxy import Proxy


def terminate(store):
    store.sql(f"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{store.name}' and application_name = 'minutes2pgsql'")


def rounds(tap, store, folder, total, what, count, cut, seed, host=None):
    connection = ["--host", host] if host else []
    arguments = ["--batch=5", folder]
    length = store.usual_seconds(connection + arguments)
    noted = Rounds(seed)
    for number in range(count):
        store.clear()
        load = start_load([f"--jobs={1 + number % 2}", *connection, *arguments])
        time.sleep(noted.random.uniform(0, length))
        cut(number)
        load.wait()
        there = store.count()
        noted.note(number, store, load.status, one_load(arguments), there)
    tap.ok(f"{what}: {noted.told(total)}; exit statuses {noted.statuses}", not noted.wrong, *noted.wrong[:3])
    tap.ok(f"{what}: it says so by status 2 or 4", set(noted.statuses) <= {2, 4, 5}, noted.statuses)


def run(tap, store, work):
    folder = work / "minutes"
    corpus.write(folder)
    total = store.load_reference(folder)
    rounds(tap, store, folder, total, "pg_terminate_backend", 10, lambda _: terminate(store), 5)
    proxy = Proxy(work)

    def cut(number):
        proxy.cut(keep_server=number % 2 == 1)
        if proxy.kept:
            # The next run has to wait for the locks of the one that the server takes for alive.
            threading.Timer(0.5, proxy.let_go).start()

    rounds(tap, store, folder, total, "cut by the network, every other time unknown to the server", 20, cut, 6, host=work)
    proxy.let_go()
    store.clear()
    load = start_load(["--host", work, "--batch=5", "--retries=3", folder])
    time.sleep(0.1)
    terminate(store)
    load.wait()
    found = store.differences()
    tap.ok(f"cut once, a load with retries comes to its end by itself: status {load.status}, {load.summary.get('retries')} retries",
           load.status == 5 and not found, load.messages, found)
