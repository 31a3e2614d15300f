"""Compares what parse printed ($1/parsed) with what the views show ($1/*.json); says what differs and ends with 1."""
import json
import sys

work = sys.argv[1]
view = {name: json.load(open(f"{work}/{name}.json")) for name in ("items", "changes", "attendance", "decisions", "restricted")}
wrong = []


def by(rows, key):
    found = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found


def compare(what, got, wanted):
    if got != wanted:
        wrong.append(f"{what}: {got!r} in the view, {wanted!r} parsed")


changes, decisions, restricted = (by(view[name], "item_id") for name in ("changes", "decisions", "restricted"))
attendance = by(view["attendance"], "meeting_id")
items = iter(view["items"])
lists = {"present": "present", "apologies": "apologies", "officer": "officers", "in_attendance": "in_attendance"}
total = 0
for line in open(f"{work}/parsed"):
    for meeting in json.loads(line)["meetings"]:
        for item in meeting["items"]:
            row = next(items)
            total += 1
            where = f"{meeting['date']} {item['position']}"
            for column, key in (("code", "code"), ("number_as_printed", "number"), ("title", "title"), ("item_text", "text"),
                                ("agenda_text", "agenda_text"), ("is_restricted", "restricted"),
                                ("restriction_category", "restriction_category"), ("held_on", None), ("body", None)):
                compare(f"{where} {column}", row[column],
                        item[key] if key else meeting["date" if column == "held_on" else "body"])
            compare(f"{where} changes",
                    [(c["metric"], c["change_percent"] if c["change_percent"] is not None else c["change_points"],
                      "percent" if c["change_points"] is None else "percentage_points", c["matched"], c["start_at"], c["length"])
                     for c in changes.get(row["item_id"], [])],
                    [(c["metric"], c["change"], c["unit"], c["matched"], c["start_at"], c["length"]) for c in item["changes"]])
            compare(f"{where} decisions", [(d["outcome"], d["decision_text"]) for d in decisions.get(row["item_id"], [])],
                    [(d["outcome"], d["text"]) for d in item["decisions"]])
            if item["restricted"]:
                compare(f"{where} reason", restricted[row["item_id"]][0]["reason"], item["restriction_reason"])
                compare(f"{where} grounds", restricted[row["item_id"]][0]["grounds"], ", ".join(item["grounds"]))
        people = attendance.get(row["meeting_id"], [])
        for capacity, key in lists.items():
            compare(f"{meeting['date']} {key}",
                    [(p["name"], p["honorific"], p["role"], p["organisation"], p["substitute_for"]) for p in people
                     if p["capacity"] == capacity],
                    [(p["name"], p["honorific"], p["role"], p["organisation"], p["substitute_for"]) for p in meeting[key]])
if next(items, None) is not None:
    wrong.append("the view has more items than were parsed")
if total == 0:
    wrong.append("nothing was parsed")
print("\n".join(wrong))
sys.exit(bool(wrong))
