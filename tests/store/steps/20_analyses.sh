# When minutes were published, as documents say; people's decisions on names, which loads keep.
new_store analyses
mkdir "$work/published"
# minutes DATE HEADER-LINE LAST-LINE
minutes() {
    printf 'Hollinsea Town Council\n\nMINUTES of the Planning Committee held on %s at 7.00 pm in the Guildhall\n\n%s\n\nPresent: Cllr Anna Otter (Chair), Cllr Bob Marsh\n\n' "$1" "$2"
    printf '1. Apologies\n\nThere were none.\n\n2. Work programme\n\nPublication date: 4 July 2025 for the Statement of Accounts.\n\nThe meeting closed at 8.00 pm.\n\n%s\n' "$3"
}
minutes 'Tuesday 4 March 2025' 'Published: Friday, 14 March 2025' 'Chair ..........' >"$work/published/a.txt"
minutes 'Tuesday 1 April 2025' '' 'Draft minutes published 9 April 2025' >"$work/published/b.txt"
# Not minutes' publication: before the meeting, of the agenda, of a report, decades later.
minutes 'Tuesday 6 May 2025' 'Agenda published: 12 May 2025' 'Published: 28 April 2025' >"$work/published/c.txt"
minutes 'Tuesday 3 June 2025' 'Date of publication: 1 June 2035' 'Published in the newsletter with much else, as the Clerk said, on 9 June 2025' >"$work/published/d.txt"
page() {
    echo "<html><head><title>Minutes</title>$2</head><body><h1>Hollinsea Town Council</h1><p>MINUTES of the Planning Committee held on $1 at 7.00 pm</p>"
    echo '<p>Present: Cllr Anna Otter (Chair), Cllr Bob Marsh</p><h2>1. Apologies</h2><p>There were none.</p></body></html>'
}
page 'Tuesday 1 July 2025' '<meta property="article:published_time" content="2025-07-11T09:30:00+01:00"/><meta name="DC.date.modified" content="2025-08-01"/>' >"$work/published/e.html"
page 'Tuesday 5 August 2025' '<meta name="DC.date.modified" scheme="W3CDTF" content="2025-08-21"/>' >"$work/published/f.html"
page 'Tuesday 2 September 2025' '<meta name="DC.date.modified" content="2025-08-21"/><meta name="DCTERMS.issued" content="soon"/>' >"$work/published/g.html"
is "seven meetings" "$(counts "$work/published")" 7/0/0/0
is "how long after them their minutes were published" \
    "$(sql -c "select held_on, published_on, published_basis, days_to_publication from minutes.publication_times order by 1")" \
    '2025-03-04|2025-03-14|stated|10
2025-04-01|2025-04-09|stated|8
2025-05-06|||
2025-06-03|||
2025-07-01|2025-07-11|page|10
2025-08-05|2025-08-21|page_changed|16
2025-09-02|||'
is "meetings say it, too" "$(sql -c "select count(published_on), count(published_basis) from minutes.meetings")" "4|4"

# Names.
sed -i 's/Anna Otter/Ana Otter/' "$work/published/b.txt"
is "a meeting comes again with another spelling" "$(counts "$work/published/b.txt")" 0/1/0/0
is "which is suggested" "$(sql -c 'select alias, person, reason from minutes.people_aliases_suggested')" "Ana Otter|Anna Otter|one_letter"
sql -c "select minutes.merge_people(body_id, alias, person, 'the clerk says so') from minutes.people_aliases_suggested" >/dev/null
attended="select person, attended, meetings_held from minutes.attendance_by_person where municipal_year = '2024/25' order by 1"
is "merged, it is one person" "$(sql -c "$attended")" $'Anna Otter|2|2\nBob Marsh|2|2'
sed -i 's/Work programme/Programme of work/' "$work/published/b.txt"
is "its meeting changes" "$(counts "$work/published/b.txt")" 0/1/0/0
is "and is read again" "$(counts --reparse "$work/published")" 0/7/0/0
is "the person is one still" "$(sql -c "$attended")" $'Anna Otter|2|2\nBob Marsh|2|2'
exits "init again" 0 minutes2pgsql init -q
is "keeps who is who" "$(sql -c "select name, stands_for, state, reason from minutes.people_merges")" "Ana Otter|Anna Otter|in_force|the clerk says so"
is "whoever loads, members of the loader's role may decide" "$(sql -c "create role night login in role minutes_loader")$(psql -qXAt -U night -c "select minutes.unmerge_people(merge_id, 'two sisters') from minutes.people_merges" -c "$attended")" \
    $'\nAna Otter|1|2\nAnna Otter|1|2\nBob Marsh|2|2'
# A dump and what is restored from it.
pg_dump -Fc analyses >"$work/analyses.dump"
createdb analyses2
ok "a dump is restored" pg_restore -d analyses2 "$work/analyses.dump"
is "with all views" "$(contents analyses2)" "$(contents)"
is "and look-ups" "$(sql -d analyses2 -c "select person from minutes.find_people('Oter')")" "$(sql -c "select person from minutes.find_people('Oter')")"
