#!/usr/bin/env python3
"""Fails where a file of the report has what only restricted content has: any five words in a row, the name of a person or an
organisation, two words in a row with capitals, or a number that stands out (three digits or more, a fraction, a sum, a percentage).

usage: leaks.py FOLDER. What is restricted and what is open is asked of the database as its superuser: every text of every table
whose name ends in _restricted against every text of all others."""
import html
import json
import os
import re
import subprocess
import sys

WORDS = 5
NAME = r"[A-Z](?:[\w’'-]*\w|\.)?"
# Kept apart from the texts around it, so that no phrase runs from one into the next.
BREAK = "\n.\n"


def ask(sql):
    out = subprocess.run(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", f"select to_json(t) from ({sql}) as q(t)"],
                         check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines() if line != "null"]


def columns():
    """(table, column) of every column of text in the store's tables; arrays of texts, too."""
    return [tuple(pair) for pair in ask("""
        select json_build_array(c.relname, a.attname)
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        join pg_type t on t.oid = a.atttypid
        left join pg_type e on e.oid = t.typelem
        where c.relnamespace = 'minutes_store'::regnamespace
            and c.relkind in ('r', 'p')
            and not c.relispartition
            and 'S' in (t.typcategory, e.typcategory)
        order by c.relname, a.attnum""")]


def texts(pairs):
    return [text for table, column in pairs
            for text in ask(f'select distinct "{column}"::text from minutes_store."{table}" where "{column}" is not null')]


def phrases(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i:i + WORDS]) for i in range(len(words) - WORDS + 1)} | ({" ".join(words)} if len(words) > 1 else set())


def name(text):
    return " ".join(re.findall(r"\w+", text.lower()))


def names(text):
    """Each two words in a row that both have a capital, as "Marlow Street" in "of Marlow Street Depot"."""
    return {name(f"{a} {b}") for a, b in re.findall(rf"(?<![\w’'-])({NAME})(?=[ \n]+({NAME})(?![\w’'-]))", text)}


def numbers(text):
    found = set()
    for token in re.findall(r"(?<![\w.,])£?\d[\d,]*(?:\.\d+)?%?(?!\w)", text):
        token = token.rstrip(",")
        if len(re.sub(r"\D", "", token)) >= 3 or re.search(r"[£.%]", token):
            found.add(re.sub(r"[£,]", "", token))
    return found


def union(of, all_texts):
    return set().union(*map(of, all_texts)) if all_texts else set()


def is_restricted(pair):
    return pair[0].endswith("_restricted")


def is_name(pair):
    return pair[1] in ("name", "organisation", "substitute_for", "as_printed", "minutes_body")


every = columns()
kept = texts(filter(is_restricted, every))
given = texts(pair for pair in every if not is_restricted(pair))
open_phrases = union(phrases, given)
open_words = " " + " ".join(map(name, given)) + " "
secret = {
    "phrases": union(phrases, kept) - open_phrases,
    "names": {n for n in union(names, kept) | set(map(name, texts(p for p in every if is_restricted(p) and is_name(p)))) if n and f" {n} " not in open_words},
    "numbers": union(numbers, kept) - union(numbers, given),
}

there_phrases, there_numbers, there_words = set(), set(), []
for folder, _, files in os.walk(sys.argv[1]):
    for file_name in files:
        if file_name.startswith("echarts"):
            continue
        with open(os.path.join(folder, file_name), encoding="utf-8") as file:
            raw = file.read()
        # Words in markup, in attributes, and as the page shows them.
        shown = html.unescape(re.sub(r"<[^>]*>", " ", raw))
        seen = [html.unescape(raw), shown, html.unescape(re.sub(r"<[^>]*>", "", raw))]
        there_phrases |= union(phrases, seen)
        there_words += map(name, seen)
        # The style sheet, the script and what only lays a page out have numbers of their own.
        if not file_name.endswith((".css", ".js", ".svg")):
            there_numbers |= union(numbers, [shown, html.unescape(BREAK.join(re.findall(r'(?:title|content|alt|aria-label|data-[\w-]+)="([^"]*)"', raw)))])
words_there = " " + " ".join(there_words) + " "

leaked = {
    "phrases": secret["phrases"] & there_phrases,
    "names": {n for n in secret["names"] if f" {n} " in words_there},
    "numbers": secret["numbers"] & there_numbers,
}
shown = len(open_phrases & there_phrases) / max(1, len(open_phrases))
for kind, wanted in secret.items():
    print(f"{len(wanted)} restricted {kind} looked for, {len(leaked[kind])} found: {'; '.join(sorted(leaked[kind])[:20])}")
print(f"{shown:.0%} of the open phrases are there")
# Enough to look for of each kind, and a look that finds what is there.
sys.exit(any(leaked.values()) or len(secret["phrases"]) < 100 or len(secret["names"]) < 5 or len(secret["numbers"]) < 3 or shown < 0.5)
