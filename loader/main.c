/*
 * main.c - minutes2pgsql: options, plan, run.
 */
#include <stdio.h>

int main(void)
{
    puts("minutes2pgsql (pg_minutes) " PG_MINUTES_VERSION);
    return 0;
}
