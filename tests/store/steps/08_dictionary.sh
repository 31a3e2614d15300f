# docs/views.md is what the database says of itself.
new_store dictionary
scripts/data-dictionary >"$work/views.md"
ok "docs/views.md is up to date (scripts/data-dictionary prints it)" diff docs/views.md "$work/views.md"
