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
# where the program looks, from its own place
sharedir = $(PREFIX)/share/minutes2pgsql

# Apache ECharts, for the charts of reports
CHARTS = build/share/minutes2pgsql

.PHONY: all install uninstall charts
all: $(LOADER) $(CHARTS)/.tried

$(LOADER): $(OBJECTS)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LIBS)

build/%.o: %.c pg_minutes.control
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -MMD -MP -c -o $@ $<

-include $(OBJECTS:.o=.d)

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
	install -m 644 man/minutes2pgsql.1 '$(DESTDIR)$(man1dir)/minutes2pgsql.1'
	if [ -e $(CHARTS)/echarts.min.js ]; then install -d '$(DESTDIR)$(sharedir)' && install -m 644 $(CHARTS)/echarts* '$(DESTDIR)$(sharedir)'; fi

uninstall:
	rm -f '$(DESTDIR)$(bindir)/minutes2pgsql' '$(DESTDIR)$(man1dir)/minutes2pgsql.1'
	rm -rf '$(DESTDIR)$(sharedir)'
