#!/usr/bin/env python3
"""What an analyst would write instead: reads text, Markdown and HTML minutes with lxml and re, loads them with psycopg2's COPY.

    bench/python_loader.py DATABASE FOLDER

Only the tables that matter for a comparison: meetings, people, items, decisions, percentage changes. It knows far less of minutes than
minutes2pgsql does; it is here to be timed.
"""
import csv
import hashlib
import io
import pathlib
import re
import sys

import lxml.html
import psycopg2

SCHEMA = """
create table documents (document_id int primary key, uri text unique, sha256 text);
create table meetings (meeting_id int primary key, document_id int references documents, body text, held_on date);
create table people (meeting_id int references meetings, capacity text, name text);
create table items (item_id int primary key, meeting_id int references meetings, code text, title text, item_text text, restricted boolean);
create table decisions (item_id int references items, outcome text, decision_text text);
create table changes (item_id int references items, change_percent numeric, matched text);
create index on meetings (body, held_on);
create index on items (meeting_id);
create index on items (code);
create index on items using gin (to_tsvector('english', item_text));
create index on decisions (item_id);
create index on changes (change_percent);
"""
DATE = re.compile(r"(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})")
ITEM = re.compile(r"^(?:#+ )?([A-Z]{1,8}/\d{1,4}/\d{2}) +(.+)$", re.MULTILINE)
PEOPLE = re.compile(r"^(?:#+ )?(Present|Apologies|Officers):?\s*(.*?)\n(?:\n|(?=#))", re.MULTILINE | re.DOTALL)
OUTCOME = re.compile(r"\b(AGREED|RESOLVED|noted|approved|deferred|endorsed|received|referred)\b", re.IGNORECASE)
CHANGE = re.compile(r"(increase[ds]?|decrease[ds]?|reduc\w+|up|down|rise|rose|fall|fell)[^.%]{0,60}?(-?\d+(?:\.\d+)?)\s*(?:%|per cent)", re.IGNORECASE)
DOWN = ("decrease", "reduc", "down", "fall", "fell")
MONTHS = {name: number for number, name in enumerate(("January February March April May June July August September October "
                                                      "November December").split(), 1)}


def text_of(path, data):
    text = data.decode("utf-8")
    if path.suffix == ".html":
        root = lxml.html.fromstring(text)
        return "\n\n".join(re.sub(r"\s+", " ", block.text_content()).strip() for block in root.xpath("//h1|//h2|//p|//li"))
    return text


def read(path, data):
    text = text_of(path, data)
    body = text.lstrip("# ").split("\n", 1)[0].strip()
    date = DATE.search(text)
    held_on = f"{date[3]}-{MONTHS[date[2]]:02}-{int(date[1]):02}" if date else None
    starts = list(ITEM.finditer(text))
    header = text[:starts[0].start()] if starts else text
    people = [(m[1].lower(), name.strip(" -\n")) for m in PEOPLE.finditer(header) for name in re.split(r",|\n", m[2]) if name.strip(" -\n")]
    items = []
    for this, following in zip(starts, starts[1:] + [None]):
        words = text[this.end():following.start() if following else len(text)].strip()
        sentences = re.split(r"(?<=[.!?])\s+", words)
        decisions = [(m[1].lower(), s) for s in sentences if (m := OUTCOME.search(s))]
        changes = []
        for m in CHANGE.finditer(words):
            size = float(m[2])
            changes.append((-abs(size) if m[1].lower().startswith(DOWN) else size, m[0]))
        items.append((this[1], this[2].strip(), words, "restricted" in words.lower(), decisions, changes))
    return body, held_on, people, items


def main():
    database, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    tables = {name: io.StringIO() for name in ("documents", "meetings", "people", "items", "decisions", "changes")}
    write = {name: csv.writer(out) for name, out in tables.items()}
    item_id = 0
    for number, path in enumerate(sorted(folder.iterdir()), 1):
        data = path.read_bytes()
        body, held_on, people, items = read(path, data)
        write["documents"].writerow((number, path.as_uri(), hashlib.sha256(data).hexdigest()))
        write["meetings"].writerow((number, number, body, held_on))
        for capacity, name in people:
            write["people"].writerow((number, capacity, name))
        for code, title, words, restricted, decisions, changes in items:
            item_id += 1
            write["items"].writerow((item_id, number, code, title, words, restricted))
            for outcome, sentence in decisions:
                write["decisions"].writerow((item_id, outcome, sentence))
            for size, matched in changes:
                write["changes"].writerow((item_id, size, matched))
    with psycopg2.connect(f"dbname={database}") as connection, connection.cursor() as cursor:
        cursor.execute(SCHEMA)
        for name, out in tables.items():
            out.seek(0)
            cursor.copy_expert(f"copy {name} from stdin with (format csv)", out)


if __name__ == "__main__":
    main()
