# pg_minutes: the PostgreSQL extension pg_minutes and the loader minutes2pgsql
#
#   make            builds both
#   make demo       from a bare Debian to loaded minutes and printed views; leaves only packages and build/
#   make check      every test; SUITE="name ..." runs tests/name/suite alone
#   make check-clients  reads every view through real clients: psql, ODBC, JDBC, SQLAlchemy, pandas (SUITE as for check)
#   make check-packages  builds packages for Debian and PGXN, installs and uses them
#   make packages   builds those for Debian into build/packages/
#   make bench      measures speed against what a user would do instead; writes build/bench.tsv
#   make install    installs both (the extension where PG_CONFIG says, the loader and its manual under PREFIX, /usr/local)
#   make charts     fetches the chart library of `minutes2pgsql report` with npm (make does so where npm is there)
#   make clean      removes what was built
#
# No target here needs PostgreSQL's build files to be there when make starts, so that demo and check can install them.

MAKEFLAGS += --no-print-directory
BUILD_EXTENSION = $(MAKE) -f extension.mk
BUILD_LOADER = $(MAKE) -f loader.mk

.PHONY: all install uninstall clean demo check check-clients check-packages charts packages bench dependencies
all:
	+@$(BUILD_EXTENSION) all
	+@$(BUILD_LOADER) all

install uninstall:
	+@$(BUILD_EXTENSION) $@
	+@$(BUILD_LOADER) $@

clean:
	+@$(BUILD_EXTENSION) clean
	rm -rf build

charts:
	@$(BUILD_LOADER) charts

demo: dependencies
	@$(MAKE) --silent all
	@scripts/with-cluster scripts/demo

check: dependencies
	@scripts/install-dependencies report
	@$(MAKE) --silent all
	@$(MAKE) --silent charts || true
	@tests/run $(SUITE)

# Suites that need more packages than building does have a group of packages and a folder of their own.
check-clients: dependencies
	@scripts/install-dependencies clients
	@$(MAKE) --silent all
	@tests/run --in tests/clients $(SUITE)

check-packages: dependencies
	@scripts/install-dependencies packages
	@tests/run --in tests/packages $(SUITE)

packages: dependencies
	@scripts/install-dependencies packages
	@scripts/build-packages deb

# SIZE=usual or full; ONLY="codes views" measures these sections alone. Writes build/bench.tsv.
SIZE = usual
bench: dependencies
	@scripts/install-dependencies bench
	@$(MAKE) --silent all
	@CLUSTER_OPTIONS='-c shared_buffers=1GB -c max_wal_size=8GB -c checkpoint_timeout=1h -c random_page_cost=1.1' scripts/with-cluster bench/run --size $(SIZE) $(ONLY)

dependencies:
	@scripts/install-dependencies
