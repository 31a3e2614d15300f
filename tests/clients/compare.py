"""Holds what a client reads of the views to what psql reads as the same login, and its types to the table in docs/bi.md.

A client prints JSON, an object a line:
  {"view": V, "remarks": text or null}                        a view that the client's catalog lists
  {"view": V, "column": C, "type": T, "remarks": ...}         a column of it, in order, with its type as the client calls it
  {"view": V, "row": [...], "classes": [...]}                 a row: each value as text or null, and the class it had in the client
Values are text as PostgreSQL writes them, times of day as 09:30:00, points in time as 2026-01-31T09:30:00.000000Z.
"""
import collections
import datetime
import importlib.machinery
import importlib.util
import json
import os
import re
import subprocess
import zoneinfo

HERE = os.path.dirname(os.path.abspath(__file__))
_loader = importlib.machinery.SourceFileLoader("page", os.path.join(HERE, "page"))
page = importlib.util.module_from_spec(importlib.util.spec_from_loader("page", _loader))
_loader.exec_module(page)

# The texts of restricted rows, and of open ones: a line that stands in both tells nothing.
TEXTS_OF = """
select string_agg(format('select %I::text as said from minutes_store.%I where %1$I is not null', a.attname, c.relname), ' union ')
from pg_class as c
join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and a.atttypid in ('text'::regtype, 'varchar'::regtype)
where c.relnamespace = 'minutes_store'::regnamespace and c.relkind = 'r' and c.relname like '%\\_{side}'
"""


def psql(sql, as_superuser=False):
    where = ["-d", os.environ["AS_SUPERUSER"]] if as_superuser else []
    done = subprocess.run(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-f", "-"] + where, input=sql, capture_output=True, check=True,
                          text=True, encoding="utf-8")
    return [json.loads(line) for line in done.stdout.splitlines()]


def dictionary():
    """{view: {"remarks", "key", "columns": {column: {"type", "remarks"}}}}, from minutes.data_dictionary."""
    views = {}
    for row in psql("select to_json(d) from minutes.data_dictionary as d order by view_name, position"):
        view = views.setdefault(row["view_name"], {"remarks": row["view_description"], "columns": {}})
        view["columns"][row["column_name"]] = {"type": row["data_type"], "remarks": row["description"]}
    return views


def rows_of(view, columns):
    """The view's rows as psql has them, each a list of texts and None."""
    def text(name, kind):
        if kind == "timestamp with time zone":
            return f"""to_char("{name}" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""
        return f'"{name}"::text'
    values = ", ".join(text(name, column["type"]) for name, column in columns.items())
    return psql(f'select json_build_array({values}) from minutes."{view}"')


def plain(kind):
    """'character varying(300)' -> ('varchar(n)', ['300'])"""
    kind = kind.replace("character varying", "varchar").replace(" without time zone", "").replace("timestamp with time zone", "timestamptz")
    numbers = re.findall(r"\d+", kind)
    return re.sub(r"\(.*\)", {0: "", 1: "(n)", 2: "(p,s)"}[len(numbers)], kind), numbers


def local(text):
    """A point in time as the login's clock shows it, for clients whose times have no zone."""
    point = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return point.astimezone(zoneinfo.ZoneInfo("Europe/London")).replace(tzinfo=None).isoformat(timespec="microseconds")


class Tap:
    def __init__(self):
        self.count = 0

    def ok(self, passed, what, *findings):
        self.count += 1
        print(f"{'ok' if passed else 'not ok'} {self.count} - {what}")
        if not passed:
            for finding in findings:
                print("\n".join("#   " + line for line in str(finding)[:2000].split("\n")))

    def same(self, what, got, wanted):
        if isinstance(got, dict) and got != wanted:
            names = [name for name in {**got, **wanted} if got.get(name) != wanted.get(name)]
            got, wanted = {name: got.get(name) for name in names}, {name: wanted.get(name) for name in names}
        self.ok(got == wanted, what, f"got    {got}", f"wanted {wanted}")

    def done(self):
        print(f"1..{self.count}")


def first_difference(got, wanted):
    missing = [row for row in wanted if row not in got]
    extra = [row for row in got if row not in wanted]
    return f"{len(got)} rows, wanted {len(wanted)}; of psql's not there: {missing[:1]}; not of psql's: {extra[:1]}"


def hold(client, lines, tap, shows_comments=True, zoneless=False):
    """The tests of one client. zoneless: its points in time come as the login's clock shows them."""
    listed, columns, rows, classes = {}, collections.defaultdict(dict), collections.defaultdict(list), collections.defaultdict(lambda: collections.defaultdict(set))
    for line in lines:
        view = line["view"]
        if "row" in line:
            rows[view].append(line["row"])
            for name, value, kind in zip(columns[view], line["row"], line["classes"]):
                if value is not None:
                    classes[view][name].add(kind)
        elif "column" in line:
            columns[view][line["column"]] = line
        else:
            listed[view] = line["remarks"]

    documented = page.types()[client]
    views = dictionary()
    tap.same("lists the views", sorted(listed), sorted(views))
    met = collections.Counter()
    for view, wanted in views.items():
        remarks = wanted["remarks"] if shows_comments else None
        tap.same(f"{view}: comment", listed.get(view) or None, remarks)
        tap.same(f"{view}: columns in order", list(columns[view]), list(wanted["columns"]))
        tap.same(f"{view}: comments on columns", {name: column["remarks"] or None for name, column in columns[view].items()},
                 {name: column["remarks"] if shows_comments else None for name, column in wanted["columns"].items()})
        named, came = {}, {}
        for name, column in wanted["columns"].items():
            kind, numbers = plain(column["type"])
            words = documented.get(kind, ["not in docs/bi.md"])
            named[name] = re.sub(r"\(.*\)", f"({','.join(numbers)})", words[0]) if numbers else words[0]
            if classes[view].get(name):
                met[kind] += 1
                came[name] = {words[-1]}
        tap.same(f"{view}: types as docs/bi.md says", {name: column["type"] for name, column in columns[view].items()}, named)
        tap.same(f"{view}: values arrive as docs/bi.md says", {name: found for name, found in classes[view].items() if found}, came)
        truth = rows_of(view, wanted["columns"])
        if zoneless:
            points = [place for place, column in enumerate(wanted["columns"].values()) if column["type"] == "timestamp with time zone"]
            for row in truth:
                for place in points:
                    row[place] = row[place] and local(row[place])
        def order(row):
            return [value or "" for value in row]
        truth.sort(key=order)
        got = sorted(rows[view], key=order)
        tap.ok(truth, f"{view}: there are rows", "none: put a document that has one into tests/clients/documents")
        tap.ok(got == truth, f"{view}: {len(truth)} rows are psql's, value by value", first_difference(got, truth))
    tap.same("every documented type came with values", sorted(met), sorted(documented))

    said = "\n".join(value for view in rows for row in rows[view] for value in row if value)
    restricted, open_texts = ({line.strip() for (text,) in psql(f"select json_build_array(said) from ({psql_texts(side)}) as t", True)
                               for line in text.split("\n")} for side in ("restricted", "open"))
    secrets = {line for line in restricted if len(line) >= 20 and not any(line in text for text in open_texts)}
    tap.ok(len(secrets) > 20 and not any(secret in said for secret in secrets), f"none of {len(secrets)} restricted lines came",
           [secret for secret in secrets if secret in said])
    tap.ok("zibellino" not in said.lower() and "zibellino" in " ".join(secrets), "nor a word of them")
    for what in ("café", "Ŵyn-Puw", "O’Dowd‑Núñez", "李 Wei", "😀", "C:\\FOLDER\\NEW", "In speech number 900 "):
        tap.ok(what in said, f"{what} came as it is printed")


def psql_texts(side):
    done = subprocess.run(["psql", "-qXAt", "-d", os.environ["AS_SUPERUSER"], "-f", "-"], input=TEXTS_OF.replace("{side}", side), capture_output=True,
                          check=True, text=True)
    return done.stdout.strip()
