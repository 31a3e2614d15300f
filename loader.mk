# minutes2pgsql: the loader, built with the core into build/. Run from the top: make -f loader.mk

include common.mk

LOADER = build/minutes2pgsql
LOADER_FOLDERS = loader $(patsubst %/,%,$(wildcard loader/*/))
SOURCES = $(CORE_SOURCES) $(wildcard loader/*.c loader/*/*.c)
OBJECTS = $(SOURCES:%.c=build/%.o) build/loader/store_sql.o build/loader/report_files.o
PACKAGES = libpq libxml-2.0 jansson libutf8proc uchardet libzip libcrypto libcurl
CFLAGS = -O2 -g
ALL_CFLAGS = -std=c11 -D_GNU_SOURCE $(CFLAGS) $(WARNINGS) -Icore $(addprefix -I,$(LOADER_FOLDERS)) $(DEFINES) $(shell pkg-config --cflags $(PACKAGES))
LIBS := $(shell pkg-config --libs $(PACKAGES)) -lm
# The program is anybody's, not one server's: it goes where the PATH and man look.
PREFIX = /usr/local
bindir = $(PREFIX)/bin
man1dir = $(PREFIX)/share/man/man1
bashdir = $(PREFIX)/share/bash-completion/completions
zshdir = $(PREFIX)/share/zsh/site-functions
unitdir = $(PREFIX)/lib/systemd/system
# where the program looks, from its own place
sharedir = $(PREFIX)/share/minutes2pgsql

# Apache ECharts, for the charts of reports
CHARTS = build/share/minutes2pgsql

# Manual pages of the commands and completion, printed from the table of options.
PAGES = build/man/.printed

.PHONY: all install uninstall charts
all: $(LOADER) $(PAGES) $(CHARTS)/.tried

$(LOADER): $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

build/%.o: %.c pg_minutes.control
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

build/man/print_pages: build/man/print_pages.o $(filter-out build/loader/main.o,$(OBJECTS))
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

-include build/man/print_pages.d

# Whatever commands there are, each has a page; man/commands/COMMAND.man adds what the table does not say.
$(PAGES): build/man/print_pages man/minutes2pgsql.1 $(wildcard man/commands/*.man)
	@rm -f build/man/*.1
	cp man/minutes2pgsql.1 build/man/
	@for command in $$(build/man/print_pages commands); do \
		file=man/commands/$$command.man; \
		[ -e $$file ] || file=; \
		build/man/print_pages man $$command $$file >build/man/minutes2pgsql-$$command.1 || exit 1; \
	done
	build/man/print_pages bash >build/man/minutes2pgsql.bash
	build/man/print_pages zsh >build/man/_minutes2pgsql
	@touch $@

# Services and timers: installed, not enabled.
UNITS = $(wildcard schedule/*.service schedule/*.timer)

# The store's SQL travels inside the program.
STORE_SQL = $(sort $(wildcard sql/store/*.sql))
build/loader/store_sql.c: scripts/embed-sql $(STORE_SQL)
	@mkdir -p $(@D)
	scripts/embed-sql $(STORE_SQL) > $@

build/loader/store_sql.o: build/loader/store_sql.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# What a report is made with travels inside the program, too; but not the chart library, which is larger than the program.
REPORT_FILES = $(sort $(wildcard loader/report/queries/*.sql loader/report/assets/*.*))
build/loader/report_files.c: scripts/embed-files $(REPORT_FILES)
	@mkdir -p $(@D)
	scripts/embed-files $(REPORT_FILES) > $@

build/loader/report_files.o: build/loader/report_files.c
	$(CC) $(ALL_CFLAGS) -c -o $@ $<

# Apache ECharts for the charts of reports, fetched once with npm where npm is there.
$(CHARTS)/.tried: scripts/fetch-charts loader/report/charts/package-lock.json
	@scripts/fetch-charts $(CHARTS)

charts:
	@scripts/fetch-charts --must $(CHARTS)

install: all
	install -d '$(DESTDIR)$(bindir)'
	install -m 755 $(LOADER) '$(DESTDIR)$(bindir)/minutes2pgsql'
	install -d '$(DESTDIR)$(man1dir)'
	install -m 644 build/man/*.1 '$(DESTDIR)$(man1dir)'
	install -d '$(DESTDIR)$(bashdir)' '$(DESTDIR)$(zshdir)'
	install -m 644 build/man/minutes2pgsql.bash '$(DESTDIR)$(bashdir)/minutes2pgsql'
	install -m 644 build/man/_minutes2pgsql '$(DESTDIR)$(zshdir)/_minutes2pgsql'
	install -d '$(DESTDIR)$(unitdir)' '$(DESTDIR)$(sharedir)/schedule'
	install -m 644 $(UNITS) '$(DESTDIR)$(unitdir)'
	sed -i 's#^ExecStart=/usr/bin/#ExecStart=$(bindir)/#' $(foreach unit,$(filter %.service,$(notdir $(UNITS))),'$(DESTDIR)$(unitdir)/$(unit)')
	install -m 644 schedule/minutes2pgsql.env schedule/minutes2pgsql.cron schedule/pg_cron.sql '$(DESTDIR)$(sharedir)/schedule'
	if [ -e $(CHARTS)/echarts.min.js ]; then install -d '$(DESTDIR)$(sharedir)' && install -m 644 $(CHARTS)/echarts* '$(DESTDIR)$(sharedir)'; fi

uninstall:
	rm -f '$(DESTDIR)$(bindir)/minutes2pgsql' '$(DESTDIR)$(man1dir)'/minutes2pgsql.1 '$(DESTDIR)$(man1dir)'/minutes2pgsql-*.1
	rm -f '$(DESTDIR)$(bashdir)/minutes2pgsql' '$(DESTDIR)$(zshdir)/_minutes2pgsql'
	rm -f $(foreach unit,$(notdir $(UNITS)),'$(DESTDIR)$(unitdir)/$(unit)')
	rm -rf '$(DESTDIR)$(sharedir)'
