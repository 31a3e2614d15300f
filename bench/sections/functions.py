"""The functions over text, over distinct item texts of which about one in ten reports a percentage."""

# What an analyst would write to find percentage changes.
EXPRESSION = (r"(increase[ds]?|decrease[ds]?|reduc\w+|up|down|rise|rose|fall|fell)"
              r"[^.%]{0,60}?(-?\d+(?:\.\d+)?)\s*%")

LIKE = r"select count(*) from texts where body like '%\%%'"


def run(bench):
    bench.say("functions over item texts")
    documents = bench.by_size(300, 5500, 5500)
    folder = bench.folder / "texts"
    bench.command("bench/generate", folder, documents, "--seed", 7)
    bench.store("bench_texts")
    bench.command("minutes2pgsql", "load", "-q", "-d", "bench_texts", "--jobs", 2, "--authority", "Anyshire", folder)
    bench.sql("bench_texts", "create table texts as select item_text as body from minutes_store.item_text_open; "
                             "analyze texts")
    count, size, percent = bench.sql("bench_texts", r"select count(*), sum(octet_length(body)) / 1e6, 100.0 * count(*) filter "
                                                    r"(where body like '%\%%') / count(*) from texts").split("|")
    bench.row("item texts", float(size), "MB", f"{count} texts, {float(percent):.0f} in 100 with a %")
    like, changes, restriction, decisions, codes = bench.time_queries("bench_texts", [
        LIKE,
        "select count(*) from texts, percentage_changes(body)",
        "select count(classify_restriction(null, body)) from texts",
        "select count(*) from texts, minute_decisions(body)",
        "select count(*) from texts, agenda_codes(body)",
    ])
    expression, = bench.time_queries("bench_texts", [f"select count(*) from texts, regexp_matches(body, '{EXPRESSION}', 'gi')"], times=1)
    bench.row("LIKE '%\\%%'", like, "ms")
    bench.row("regexp_matches", expression, "ms", "LIKE", expression / like)
    bench.row("percentage_changes", changes, "ms", "regexp_matches: times faster", expression / changes, ">= 40")
    bench.row("percentage_changes", changes, "ms", "LIKE", changes / like, "<= 3")
    bench.row("classify_restriction", restriction, "ms", "LIKE", restriction / like, "<= 4")
    bench.row("minute_decisions", decisions, "ms", "LIKE", decisions / like, "<= 4")
    bench.row("agenda_codes", codes, "ms", "LIKE", codes / like, "<= 4")
    bench.sql("postgres", "drop database bench_texts")
