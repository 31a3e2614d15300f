/*
 * fuzz_read.c - read_document() over mutated documents of every format: whatever comes in, it ends in a document or a reason, with
 * every span inside its text. Arguments: how many mutations, then files. The same arguments give the same mutations.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "read.h"
#include "write_json.h"

static uint64_t state = UINT64_C(88172645463325252);

static size_t random_below(size_t bound)
{
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return bound == 0 ? 0 : (size_t) (state % bound);
}

typedef struct Input {
    char *data;
    size_t len;
    const char *name;
} Input;

static Input load(const char *path)
{
    FILE *file = fopen(path, "rb");
    Input input = {NULL, 0, path};
    long size;

    if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) {
        perror(path);
        exit(2);
    }
    rewind(file);
    input.data = malloc((size_t) size + 1);
    input.len = fread(input.data, 1, (size_t) size, file);
    fclose(file);
    return input;
}

/* Pieces that formats are made of, to be put where they do not belong. */
static const char *const pieces[] = {"<table>",
                                     "</td>",
                                     "<tr><td>",
                                     "</div>",
                                     "<p class=\"mgAiTitleTxt\">",
                                     "<a name=\"AI9\"></a>",
                                     "54.",
                                     "\xc2\xa0",
                                     "\xff\xfe",
                                     "\0\0\0",
                                     "SSP/67/25",
                                     "Minutes:",
                                     "\n\n",
                                     "&#x110000;",
                                     "&amp;lt;",
                                     "<!--",
                                     "]]>",
                                     "<ol type=\"a\">",
                                     "<pre>",
                                     "12%",
                                     "- ",
                                     "| ",
                                     "<w:tbl>",
                                     "</w:p>",
                                     "<AI1>",
                                     "\xe2\x80\x8b",
                                     "Present: ",
                                     "RESOLVED",
                                     "<agendaitem>",
                                     "<h2>",
                                     "**",
                                     "# ",
                                     "\f",
                                     "Part 2\n"};

/* A copy with up to eight changes: bytes altered, cut out, doubled, or a piece put in. */
static Input mutate(const Input *from, const Input *other)
{
    Input out = {malloc(from->len * 2 + other->len + 4096), from->len, from->name};
    size_t changes = 1 + random_below(8);

    memcpy(out.data, from->data, from->len);
    for (size_t i = 0; i < changes && out.len > 0; i++) {
        size_t at = random_below(out.len);
        size_t span = random_below(out.len - at) % 300;
        const char *piece = pieces[random_below(sizeof(pieces) / sizeof(pieces[0]))];
        size_t len = piece[0] == '\0' ? 3 : strlen(piece);

        switch (random_below(5)) {
        case 0:
            out.data[at] = (char) random_below(256);
            break;
        case 1:
            memmove(out.data + at, out.data + at + span, out.len - at - span);
            out.len -= span;
            break;
        case 2:
            if (out.len + span < from->len * 2 + other->len) {
                memmove(out.data + at + span, out.data + at, out.len - at);
                out.len += span;
            }
            break;
        case 3:
            memmove(out.data + at + len, out.data + at, out.len - at);
            memcpy(out.data + at, piece, len);
            out.len += len;
            break;
        default:
            if (other->len > 0 && out.len + 300 < from->len * 2 + other->len) {
                size_t start = random_below(other->len);
                size_t take = random_below(other->len - start) % 300;

                memmove(out.data + at + take, out.data + at, out.len - at);
                memcpy(out.data + at, other->data + start, take);
                out.len += take;
            }
            break;
        }
    }
    return out;
}

static void fail(const Input *input, const char *what)
{
    FILE *file = fopen("build/tests/fuzz_readers/failed", "wb");

    if (file != NULL) {
        fwrite(input->data, 1, input->len, file);
        fclose(file);
    }
    printf("%s: %s (build/tests/fuzz_readers/failed)\n", input->name, what);
    exit(1);
}

static void check_items(const Input *input, const Document *document)
{
    for (size_t m = 0; m < document->meeting_count; m++) {
        for (size_t i = 0; i < document->meetings[m].item_count; i++) {
            const Item *item = &document->meetings[m].items[i];
            size_t len = item->text == NULL ? 0 : strlen(item->text);

            for (size_t c = 0; c < item->change_count; c++) {
                if (item->changes[c].matched.start + item->changes[c].matched.len > len) {
                    fail(input, "a change outside its text");
                }
            }
            for (size_t d = 0; d < item->decision_count; d++) {
                if (item->decisions[d].matched.start + item->decisions[d].matched.len > len) {
                    fail(input, "a decision outside its text");
                }
            }
            if (item->restricted && item->grounds == 0) {
                fail(input, "a restricted item without grounds");
            }
        }
    }
}

int main(int argc, char **argv)
{
    long times = argc > 1 ? atol(argv[1]) : 0;
    size_t files = argc > 2 ? (size_t) argc - 2 : 0;
    Input *inputs = calloc(files + 1, sizeof(Input));
    Arena *arena = arena_new();
    FILE *nowhere = fopen("/dev/null", "w");
    ReadOptions options = {.nation = MN_ENGLAND};
    long read = 0;

    for (size_t i = 0; i < files; i++) {
        inputs[i] = load(argv[i + 2]);
    }
    for (long i = 0; i < times && files > 0; i++) {
        Input input = mutate(&inputs[random_below(files)], &inputs[random_below(files)]);
        Source source = {"fuzzed", "file:///fuzzed", input.data, input.len};
        Document *document;
        ReadError error = {0};

        if (read_document(&source, &options, arena, &document, &error)) {
            check_items(&input, document);
            write_json(nowhere, document, true);
            read++;
        } else if (error.code == NULL || error.detail[0] == '\0') {
            fail(&input, "rejected without a reason");
        }
        free(input.data);
        arena_reset(arena);
    }
    printf("%ld documents, %ld of them read\n", times, read);
    for (size_t i = 0; i < files; i++) {
        free(inputs[i].data);
    }
    free(inputs);
    arena_free(arena);
    fclose(nowhere);
    return 0;
}
