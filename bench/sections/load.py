"""Loading: against psql's \\copy of the same rows, against a loader in Python, again with nothing changed, and as it grows."""

# In the order of their foreign keys.
TABLES = ("authorities bodies load_runs documents meetings attendance agenda_items item_text_open item_text_restricted "
          "decisions_open decisions_restricted changes_open changes_restricted attachments_open attachments_restricted "
          "data_doubts doubt_detail_open doubt_detail_restricted").split()


def load(bench, database, folder, jobs=2):
    return bench.command("minutes2pgsql", "load", "-q", "-d", database, "--jobs", jobs, "--authority", "Anyshire", folder)


def export(bench, database, folder):
    """Writes the rows of a store as psql's \\copy does and returns the script that reads them into an empty one."""
    folder.mkdir()
    folder.chmod(0o777)
    script = ["set role minutes_loader;"]
    for table in TABLES:
        columns = bench.sql(database, f"""select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
            where attrelid = 'minutes_store.{table}'::regclass and attnum > 0 and not attisdropped and attgenerated = ''""")
        bench.sql(database, f"\\copy minutes_store.{table} ({columns}) to '{folder / table}'")
        script.append(f"\\copy minutes_store.{table} ({columns}) from '{folder / table}'")
    path = folder / "copy.sql"
    path.write_text("\n".join(script), encoding="utf-8")
    return path


def copy(bench, script):
    bench.store("bench_copy")
    bench.sql("bench_copy", f"truncate {', '.join('minutes_store.' + t for t in TABLES)} cascade")
    return bench.command("psql", "-X", "-q", "-1", "-v", "ON_ERROR_STOP=1", "-d", "bench_copy", "-f", script)


def against_copy(bench, folder, count):
    bench.store("bench_load")
    two = load(bench, "bench_load", folder)
    script = export(bench, "bench_load", bench.folder / "rows")
    copied = copy(bench, script)
    bench.row(f"load of {count} documents, --jobs 2", two.seconds, "s", "psql \\copy of the same rows", two.seconds / copied.seconds, "<= 1.25")
    bench.row("load: memory of a process", two.megabytes, "MB")
    again = load(bench, "bench_load", folder)
    summed = bench.command("sh", "-c", f"find '{folder}' -type f -print0 | xargs -0 sha256sum > /dev/null")
    bench.row("second load, nothing changed", again.seconds, "s", "sha256sum over the same files", again.seconds / summed.seconds, "<= 2")
    bench.row("second load, nothing changed", again.seconds, "s", "the first load", again.seconds / two.seconds)
    parsed = bench.command("sh", "-c", f"minutes2pgsql parse '{folder}' > /dev/null")
    bench.row("parse alone, one process", parsed.seconds, "s", "load, --jobs 2", parsed.seconds / two.seconds)
    return two


def against_python(bench, seconds, count):
    tenth = count // 10
    folder = bench.folder / "tenth"
    bench.command("bench/generate", folder, tenth)
    bench.sql("postgres", "drop database if exists bench_python")
    bench.sql("postgres", "create database bench_python")
    ran = bench.command("/usr/bin/python3", "bench/python_loader.py", "bench_python", folder)
    bench.row(f"a loader in Python, {tenth} documents", ran.seconds, "s", "load, a document: times faster",
              (ran.seconds / tenth) / (seconds / count), ">= 20")
    bench.sql("postgres", "drop database bench_python")


def growth(bench):
    times = {}
    for count in bench.by_size((50, 100), (600, 6000), (2000, 20_000, 200_000)):
        folder = bench.folder / f"grow_{count}"
        bench.command("bench/generate", folder, count, "--seed", 3)
        bench.store("bench_grow")
        ran = load(bench, "bench_grow", folder)
        times[count] = ran.seconds / count
        smallest = min(times)
        bench.row(f"load, time for each of {count} documents", times[count] * 1000, "ms", f"each of {smallest}",
                  times[count] / times[smallest], "<= 1.1" if count > smallest else "")
        bench.row(f"load of {count} documents: memory of a process", ran.megabytes, "MB")
        bench.command("rm", "-r", folder)
    bench.sql("postgres", "drop database bench_grow")


def run(bench):
    bench.say("load")
    count = bench.by_size(200, 6000, 20_000)
    folder = bench.folder / "minutes"
    bench.command("bench/generate", folder, count)
    loaded = against_copy(bench, folder, count)
    against_python(bench, loaded.seconds, count)
    if bench.size == "full":
        growth(bench)
    bench.sql("postgres", "drop database bench_load")
    bench.sql("postgres", "drop database bench_copy")
