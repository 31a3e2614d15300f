"""agenda_code beside bigint, which it is inside, and beside text with the same codes."""

TYPES = {"agenda_code": "agenda_code", "bigint": "bigint", 'text collate "C"': 'text collate "C"'}


def run(bench):
    bench.say("agenda_code")
    rows = bench.by_size(20_000, 500_000, 2_000_000)
    bench.sql("postgres", "drop database if exists bench_codes")
    bench.sql("postgres", "create database bench_codes")
    bench.sql("bench_codes", f"""
        create extension pg_minutes;
        create table source as
          select code, code::text as printed, row_number() over (order by code) as place
            from (select make_agenda_code('AB' || chr(65 + i % 26) || chr(65 + i / 26 % 20), i / 520 % 9999 + 1, 2000 + i % 99) as code
                    from generate_series(1, {rows}) i) codes;
        create table agenda_code_rows as select code as c from source order by md5(place::text);
        create table bigint_rows as select place * 7919 as c from source order by md5(place::text);
        create table text_rows (c text collate "C");
        insert into text_rows select printed from source order by md5(place::text);
        analyze;""")
    tables = ("agenda_code_rows", "bigint_rows", "text_rows")
    measured = {}
    for table in tables:
        order, join, create = bench.time_queries("bench_codes", [
            f"select c from {table} order by c offset {rows - 1}",
            f"select count(*) from {table} a join {table} b using (c)",
            f"drop index if exists {table}_c; create index {table}_c on {table} (c)",
        ])
        size = float(bench.sql("bench_codes", f"select pg_relation_size('{table}_c')"))
        measured[table] = {"ORDER BY": order, "join": join, "CREATE INDEX": create, "index size": size}
    codes, numbers, texts = (measured[t] for t in tables)
    bench.row("agenda_code: index size", codes["index size"] / 1e6, "MB", "bigint", codes["index size"] / numbers["index size"], "<= 1.0")
    for what in ("ORDER BY", "CREATE INDEX", "join"):
        bench.row(f"agenda_code: {what}", codes[what], "ms", "bigint", codes[what] / numbers[what], "<= 1.1")
    for what in ("index size", "ORDER BY", "CREATE INDEX", "join"):
        value, unit = (codes[what] / 1e6, "MB") if what == "index size" else (codes[what], "ms")
        bench.row(f"agenda_code: {what}", value, unit, 'text collate "C"', codes[what] / texts[what], "<= 1.0")
    bench.sql("postgres", "drop database bench_codes")
