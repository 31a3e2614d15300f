#!/usr/bin/env python3
"""Fails where a link of a report leads to a file or a place that is not there, out of the report, or to an address that
browsers run; and where a page lacks its Content-Security-Policy, has something inline, or is larger than a megabyte.

usage: links.py [--marked] FOLDER; --marked prints how many changes all pages together lead to that stand in a mark."""
import json
import os
import sys
from html.parser import HTMLParser

POLICY = ("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'")
MOST = 1_000_000


class Reader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.links, self.ids, self.marked, self.problems, self.data = [], set(), set(), [], []
        self.in_mark = self.in_data = False
        self.policy = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if "id" in values:
            if values["id"] in self.ids:
                self.problems.append(f"id {values['id']} twice")
            self.ids.add(values["id"])
            if self.in_mark:
                self.marked.add(values["id"])
        for name in ("href", "src"):
            if name in values:
                self.links.append(values[name])
        if values.get("http-equiv") == "Content-Security-Policy":
            self.policy = values["content"]
        for name in values:
            if name == "style" or name.startswith("on"):
                self.problems.append(f"attribute {name}")
        if tag == "style" or tag == "script" and "src" not in values and values.get("type") != "application/json":
            self.problems.append(f"inline {tag}")
        self.in_mark = self.in_mark or tag == "mark"
        self.in_data = tag == "script" and values.get("type") == "application/json"

    def handle_endtag(self, tag):
        if tag == "mark":
            self.in_mark = False
        self.in_data = False

    def handle_data(self, data):
        if self.in_data:
            try:
                self.data.append(json.loads(data))
            except ValueError as error:
                self.problems.append(f"data: {error}")


def links_in(data):
    if isinstance(data, dict):
        for value in data.values():
            yield from links_in(value)
    elif isinstance(data, list):
        for value in data:
            yield from links_in(value)
    elif isinstance(data, str) and data.startswith("minutes/"):
        yield data


top = os.path.abspath(sys.argv[-1])
pages = {}
for folder, _, names in os.walk(top):
    for name in names:
        if name.endswith(".html"):
            path = os.path.join(folder, name)
            pages[path] = reader = Reader()
            with open(path, encoding="utf-8") as file:
                reader.feed(file.read())
            if os.path.getsize(path) > MOST:
                reader.problems.append(f"{os.path.getsize(path)} bytes")

problems = []
led_to = set()
count = 0
for path, page in pages.items():
    if page.policy != POLICY:
        page.problems.append(f"policy {page.policy}")
    for link in page.links + [link for data in page.data for link in links_in(data)]:
        count += 1
        if link.startswith(("https://", "http://", "file:///")):
            continue
        if ":" in link:
            page.problems.append(f"address {link}")
            continue
        name, _, place = link.partition("#")
        target = os.path.normpath(os.path.join(os.path.dirname(path), name)) if name else path
        if not target.startswith(top) or not os.path.isfile(target):
            page.problems.append(f"no file {link}")
        elif place and place not in pages[target].ids:
            page.problems.append(f"no place {link}")
        elif place in pages.get(target, page).marked:
            led_to.add((target, place))
    problems += [f"{os.path.relpath(path, top)}: {problem}" for problem in page.problems]

if "--marked" in sys.argv:
    print(len(led_to))
else:
    print(f"{len(pages)} pages, {count} links")
    print("\n".join(problems[:30]))
sys.exit(bool(problems) or not pages or not count)
