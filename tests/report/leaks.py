#!/usr/bin/env python3
"""Fails where a file of the report has words that only restricted content has: any five of them in a row.

usage: leaks.py FOLDER. What is restricted and what is open is asked of the database as its superuser."""
import html
import json
import os
import re
import subprocess
import sys

WORDS = 5


def ask(sql):
    out = subprocess.run(["psql", "-qXAt", "-v", "ON_ERROR_STOP=1", "-c", f"select to_json(t) from ({sql}) as q(t)"],
                         check=True, capture_output=True, text=True).stdout
    return [json.loads(line) for line in out.splitlines() if line != "null"]


def phrases(text):
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i:i + WORDS]) for i in range(len(words) - WORDS + 1)} | ({" ".join(words)} if len(words) > 1 else set())


def phrases_of(texts):
    return set().union(*map(phrases, texts)) if texts else set()


STORE = "minutes_store."
restricted = phrases_of(ask(f"""
    select concat_ws(' . ', item_text, agenda_text, reason) from {STORE}item_text_restricted
    union all select decision_text from {STORE}decisions_restricted
    union all select concat_ws(' . ', metric, sentence, matched, baseline) from {STORE}changes_restricted
    union all select concat_ws(' . ', title, url) from {STORE}attachments_restricted
    union all select detail from {STORE}doubt_detail_restricted
    union all select reason from {STORE}override_reason_restricted"""))
everything_open = phrases_of(ask(f"""
    select concat_ws(' . ', item_text, agenda_text) from {STORE}item_text_open
    union all select concat_ws(' . ', title, section, code_text) from {STORE}agenda_items
    union all select name from {STORE}bodies
    union all select detail from {STORE}doubt_detail_open"""))
secret = restricted - everything_open

there = set()
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        if name.startswith("echarts"):
            continue
        with open(os.path.join(folder, name), encoding="utf-8") as file:
            raw = file.read()
        # Words in markup, in attributes, and as the page shows them.
        there |= phrases(html.unescape(raw)) | phrases(html.unescape(re.sub(r"<[^>]*>", " ", raw))) | phrases(
            html.unescape(re.sub(r"<[^>]*>", "", raw)))

leaked = sorted(secret & there)
shown = len(everything_open & there) / max(1, len(everything_open))
print(f"{len(secret)} restricted phrases looked for, {len(leaked)} found; {shown:.0%} of the open ones are there")
print("\n".join(leaked[:20]))
# Enough to look for, and a look that finds what is there.
sys.exit(bool(leaked) or len(secret) < 100 or shown < 0.5)
