"""The views as a reader sees them, under row security, beside the same questions put to the tables by their owner."""

# Question, the reader's query over the views, the owner's over the open tables.
QUESTIONS = (
    ("an item by its code",
     "select title, item_text from minutes.agenda_items where code = '{code}'",
     """select i.title, t.item_text from minutes_store.agenda_items i
          left join minutes_store.item_text_open t on t.body_id = i.body_id and t.item_id = i.item_id
          join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
          join minutes_store.bodies b on b.body_id = i.body_id where i.code_text = '{code}'"""),
    ("a body's items of a day",
     "select title, item_text from minutes.agenda_items where body_id = {body} and held_on = '{day}'",
     """select i.title, t.item_text from minutes_store.meetings m
          join minutes_store.agenda_items i on i.body_id = m.body_id and i.meeting_id = m.meeting_id
          join minutes_store.bodies b on b.body_id = m.body_id
          left join minutes_store.item_text_open t on t.body_id = i.body_id and t.item_id = i.item_id
         where m.body_id = {body} and m.held_on = '{day}'"""),
    ("a body's meetings since a day",
     "select held_on, status from minutes.meetings where body_id = {body} and held_on >= '{day}'",
     """select m.held_on, m.status from minutes_store.meetings m join minutes_store.bodies b on b.body_id = m.body_id
          join minutes_store.authorities a on a.authority_id = b.authority_id
         where m.body_id = {body} and m.held_on >= '{day}'"""),
    ("changes of a metric",
     "select held_on, title, change_percent from minutes.percentage_changes where metric = '{metric}'",
     """select m.held_on, i.title, c.change_percent from minutes_store.changes_open c
          join minutes_store.agenda_items i on i.body_id = c.body_id and i.item_id = c.item_id
          join minutes_store.meetings m on m.body_id = c.body_id and m.meeting_id = c.meeting_id
          join minutes_store.bodies b on b.body_id = c.body_id where c.metric = '{metric}'"""),
    ("changes above 20 percent",
     "select held_on, title, change_percent, matched from minutes.percentage_changes where change_percent > 20",
     """select m.held_on, i.title, c.change_percent, c.matched from minutes_store.changes_open c
          join minutes_store.agenda_items i on i.body_id = c.body_id and i.item_id = c.item_id
          join minutes_store.meetings m on m.body_id = c.body_id and m.meeting_id = c.meeting_id
          join minutes_store.bodies b on b.body_id = c.body_id where c.change_percent > 20"""),
    ("words in the text",
     "select title from minutes.agenda_items where to_tsvector('english', item_text) @@ websearch_to_tsquery('english', 'heron')",
     """select i.title from minutes_store.item_text_open t
          join minutes_store.agenda_items i on i.body_id = t.body_id and i.item_id = t.item_id
          join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
          join minutes_store.bodies b on b.body_id = i.body_id
         where to_tsvector('english', t.item_text) @@ websearch_to_tsquery('english', 'heron')"""),
    ("a body's restricted items by category",
     "select title, category from minutes.restricted_items where body_id = {body} and category = 'victim'",
     """select i.title, public.restriction_category(i.grounds) from minutes_store.agenda_items i
          join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
          join minutes_store.bodies b on b.body_id = i.body_id
         where i.is_restricted and i.body_id = {body} and public.restriction_category(i.grounds) = 'victim'"""),
)


def planned(bench, role, queries):
    """Of each query the milliseconds that it takes once it is planned, and those that planning takes."""
    prepare = "".join(f"prepare question_{n} as {query};\n" for n, query in enumerate(queries))
    executed = bench.time_queries("bench_views", [f"execute question_{n}" for n in range(len(queries))], times=15, before=f"set role {role};\n{prepare}")
    explained = bench.time_queries("bench_views", [f"explain {query}" for query in queries], times=15, before=f"set role {role};")
    return list(zip(executed, explained))


def run(bench):
    items = bench.by_size(200_000, 200_000, 1_000_000)
    bench.say(f"views over {items} items")
    bench.store("bench_views")
    bench.command("psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-v", f"items={items}", "-d", "bench_views", "-f", "tests/store/many.psql")
    code, body, day, metric = bench.sql("bench_views", """
        select i.code_text, i.body_id, m.held_on, c.metric
          from minutes_store.changes_open c
          join minutes_store.agenda_items i using (body_id, item_id)
          join minutes_store.meetings m on m.body_id = i.body_id and m.meeting_id = i.meeting_id
         order by c.change_id offset 4321 limit 1""").split("|")
    values = {"code": code, "body": body, "day": day, "metric": metric}
    reader = planned(bench, "minutes_reader", [view.format(**values) for _, view, _ in QUESTIONS])
    owner = planned(bench, "minutes_loader", [table.format(**values) for _, _, table in QUESTIONS])
    for (question, _, _), view, tables in zip(QUESTIONS, reader, owner):
        bench.row(f"view: {question}", view[0], "ms", "owner over the tables", view[0] / tables[0], "<= 1.2")
    planning = [sum(p for _, p in side) / len(side) for side in (reader, owner)]
    bench.row("view: planning such a query", planning[0], "ms", "owner over the tables", planning[0] / planning[1])
    bench.sql("postgres", "drop database bench_views")
