"""What a store holds, without what two loads of the same documents may differ in: ids, times and the records of runs.

Every table of the store becomes rows of JSON: ids give way to what identifies the row they name (a body's key, a meeting's, an item's place, a
document's address and hash), other bigint keys and run numbers go, times become whether there is one. Tables and columns are read from the
catalog, so that what is added to the store later is compared, too.
"""
import json

# Not of documents, or records of runs; a problem that was met again or solved is one, too.
LEFT_OUT = "^(migrations|settings|load_runs|crime_)"

BODY = "(select concat_ws('/', a.authority_key, b.name_key) from {s}.bodies b join {s}.authorities a using (authority_id) where b.body_id = t.body_id)"
MEETING = "(select m.meeting_key from {s}.meetings m where m.meeting_id = t.meeting_id)"
ITEM = "(select concat_ws('/', m.meeting_key, i.position) from {s}.agenda_items i join {s}.meetings m using (body_id, meeting_id) where i.item_id = t.item_id)"
DOCUMENT = "(select concat_ws(' ', d.uri, d.sha256) from {s}.documents d where d.document_id = t.{column})"
DOUBT = "(select concat_ws(' ', d.check_name, d.source_line) from {s}.data_doubts d where d.doubt_id = t.doubt_id)"
PROBLEM = "(select concat_ws(' ', p.uri, p.reason) from {s}.load_problems p where p.problem_id = t.problem_id)"
AUTHORITY = "(select a.authority_key from {s}.authorities a where a.authority_id = t.authority_id)"

# What an id of another table is shown as; in its own table an id just goes.
KEYS = {"body_id": ("bodies", BODY), "meeting_id": ("meetings", MEETING), "item_id": ("agenda_items", ITEM), "document_id": ("documents", DOCUMENT),
        "superseded_by": ("", DOCUMENT), "doubt_id": ("data_doubts", DOUBT), "problem_id": ("load_problems", PROBLEM),
        "authority_id": ("authorities", AUTHORITY)}
# Some rows are records of runs.
ONLY = {"load_problems": "t.resolved_at is null",
        "load_problem_detail_open": "exists (select from {s}.load_problems p where p.problem_id = t.problem_id and p.resolved_at is null)",
        "load_problem_detail_restricted": "exists (select from {s}.load_problems p where p.problem_id = t.problem_id and p.resolved_at is null)"}


def queries(sql, schema="minutes_store"):
    """A query for each table: its rows as text."""
    columns = json.loads(sql(
        "select json_object_agg(relname, columns) from (select c.relname, json_agg(json_build_array(a.attname, format_type(a.atttypid, null))"
        " order by a.attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped"
        f" where c.relnamespace = '{schema}'::regnamespace and c.relkind in ('r', 'p') and c.relname !~ '{LEFT_OUT}' group by 1) t"))
    made = {}
    for table, parts in sorted(columns.items()):
        goes, comes = [], []
        for column, kind in parts:
            if column in KEYS and kind == "bigint":
                goes.append(column)
                own, key = KEYS[column]
                if own != table:
                    comes.append(f"'{column}', {key.format(s=schema, column=column)}")
            elif kind == "bigint" and column.endswith("_id"):
                goes.append(column)
            elif kind.startswith("timestamp"):
                goes.append(column)
                comes.append(f"'{column}', t.{column} is not null")
        row = f"to_jsonb(t) - array[{', '.join(map(repr, goes))}]::text[] || jsonb_build_object({', '.join(comes)})"
        where = f" where {ONLY[table].format(s=schema)}" if table in ONLY else ""
        made[table] = f"select ({row})::text as r from {schema}.{table} t{where}"
    return made


def hashes(sql, made):
    """{table: hash of its sorted rows}, in one go."""
    return sql(" union all ".join(f"select '{table}|' || count(*) || '|' || coalesce(md5(string_agg(r, '|' order by r)), '') from ({query}) q"
                                  for table, query in made.items()))


def rows(sql, made):
    """{table: sorted rows}."""
    found = {table: [] for table in made}
    for line in sql(" union all ".join(f"select '{table}' || chr(9) || r from ({query}) q" for table, query in made.items())).splitlines():
        table, _, row = line.partition("\t")
        found[table].append(row)
    return {table: sorted(of_table) for table, of_table in found.items()}


def lacking(wanted, got):
    """The rows of wanted that got has not, as often as they are missing."""
    left = list(got)
    counts = {}
    for row in left:
        counts[row] = counts.get(row, 0) + 1
    missing = []
    for row in wanted:
        if counts.get(row, 0) > 0:
            counts[row] -= 1
        else:
            missing.append(row)
    return missing


def differences(wanted, got):
    """Names each table that differs, with its first rows that are missing (-) or too many (+)."""
    told = []
    for table in wanted:
        missing, more = lacking(wanted[table], got[table]), lacking(got[table], wanted[table])
        if missing or more:
            told.append(f"{table}: {len(missing)} rows missing, {len(more)} too many")
            told += [f"  - {row[:400]}" for row in missing[:2]] + [f"  + {row[:400]}" for row in more[:2]]
    return "\n".join(told)


def additions(wanted, got):
    return "\n".join(f"{table}: {row[:400]}" for table in wanted for row in lacking(got[table], wanted[table])[:2])
