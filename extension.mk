# The extension, built by PostgreSQL's PGXS. Run from the top: make -f extension.mk

include common.mk

MODULE_big = pg_minutes
EXTENSION = pg_minutes
OBJS = $(CORE_SOURCES:.c=.o) $(patsubst %.c,%.o,$(wildcard extension/*.c))
PARTS = $(sort $(wildcard sql/extension/*.sql))
DATA = $(wildcard sql/upgrade/*.sql)
DATA_built = build/pg_minutes--$(MINUTES_VERSION).sql
PG_CPPFLAGS = -Icore $(DEFINES)
PG_CFLAGS = -std=gnu11 $(WARNINGS) -Wno-unused-parameter -Wno-sign-compare -Wno-declaration-after-statement
# Bitcode doubles the build and inlines nothing that matters here.
override with_llvm = no

PGXS := $(wildcard $(shell $(PG_CONFIG) --pgxs 2>/dev/null))
ifeq ($(PGXS),)
$(error PostgreSQL's build files are not here; run "make dependencies", or set PG_CONFIG to the pg_config of your server)
endif
include $(PGXS)

$(OBJS): $(wildcard core/*.h core/*/*.h extension/*.h) pg_minutes.control

# The install script is its parts in load order, behind the guard that keeps psql from running it.
$(DATA_built): $(PARTS) pg_minutes.control
	@mkdir -p build
	printf '%s\n' '\echo Use "CREATE EXTENSION pg_minutes" to load this file. \quit' | cat - $(PARTS) > $@
