# pg_minutes: the PostgreSQL extension pg_minutes and the loader minutes2pgsql
#
#   make            builds both
#   make demo       from a bare Debian to loaded minutes and printed views; leaves only packages and build/
#   make check      every test; SUITE="name ..." runs tests/name/suite alone
#   make install    installs both (the extension where PG_CONFIG says, the loader and its manual under PREFIX, /usr/local)
#   make clean      removes what was built
#
# No target here needs PostgreSQL's build files to be there when make starts, so that demo and check can install them.

MAKEFLAGS += --no-print-directory
BUILD_EXTENSION = $(MAKE) -f extension.mk
BUILD_LOADER = $(MAKE) -f loader.mk

.PHONY: all install uninstall clean demo check dependencies
all:
	+@$(BUILD_EXTENSION) all
	+@$(BUILD_LOADER) all

install uninstall:
	+@$(BUILD_EXTENSION) $@
	+@$(BUILD_LOADER) $@

clean:
	+@$(BUILD_EXTENSION) clean
	rm -rf build

demo: dependencies
	@$(MAKE) --silent all
	@scripts/with-cluster scripts/demo

check: dependencies
	@$(MAKE) --silent all
	@tests/run $(SUITE)

dependencies:
	@scripts/install-dependencies
