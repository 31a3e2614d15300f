# What both halves are built with: the version (pg_minutes.control is its home), the warnings, the core.

MINUTES_VERSION := $(shell sed -n "s/^default_version = '\(.*\)'/\1/p" pg_minutes.control)
WARNINGS = -Wall -Wextra $(if $(CI),-Werror)
DEFINES = -DPG_MINUTES_VERSION='"$(MINUTES_VERSION)"'
CORE_SOURCES = $(wildcard core/*.c core/*/*.c)
PG_CONFIG ?= pg_config
