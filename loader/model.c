/*
 * model.c - see model.h.
 */
#include "model.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void document_problem(Document *document, Severity severity, const char *code, int line,
                      int meeting, int item, const char *detail, ...)
{
    Problem *problem;
    char text[1024];
    va_list args;

    va_start(args, detail);
    vsnprintf(text, sizeof(text), detail, args);
    va_end(args);
    document->problems = mn_grow(&document->arena->base, document->problems, sizeof(Problem),
                                 document->problem_count, &document->problem_capacity);
    problem = &document->problems[document->problem_count++];
    *problem = (Problem){severity, code, arena_string(document->arena, text), line, meeting, item};
}

Block *blocks_add(Arena *arena, Blocks *blocks, BlockKind kind, int line)
{
    Block *block;

    blocks->block =
        mn_grow(&arena->base, blocks->block, sizeof(Block), blocks->count, &blocks->capacity);
    block = &blocks->block[blocks->count++];
    memset(block, 0, sizeof(*block));
    block->kind = kind;
    block->text = "";
    block->line = line;
    block->meeting = -1;
    return block;
}

const char *capacity_name(Capacity capacity)
{
    static const char *const names[CAPACITIES] = {"present", "apologies", "officer",
                                                  "in_attendance"};

    return names[capacity];
}

const char *place_name(BlockPlace place)
{
    static const char *const names[] = {"nowhere",   "furniture",       "header",
                                        "section",   "item_title",      "item_agenda",
                                        "item_text", "item_attachment", "trailer"};

    return names[place];
}
