/*
 * assets.c - what stands beside the pages: the program's own style sheet and script, and the chart library where it is installed.
 */
#include "report.h"

#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "message.h"
#include "report_files.h"

/* The library's files, as `make` and `make install` put them. */
static const char *const library[][2] = {{"echarts.min.js", "assets/echarts.min.js"},
                                         {"echarts-LICENSE", "assets/echarts-LICENSE.txt"},
                                         {"echarts-NOTICE", "assets/echarts-NOTICE.txt"}};

/* The folder that has the library, beside the program in a build and under share/ where it is installed; NULL for none. */
static const char *library_folder(Arena *arena)
{
    static const char *const places[] = {"share/minutes2pgsql", "../share/minutes2pgsql"};
    char program[PATH_MAX];
    ssize_t len = readlink("/proc/self/exe", program, sizeof(program) - 1);

    if (len <= 0) {
        return NULL;
    }
    program[len] = '\0';
    *strrchr(program, '/') = '\0';
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        const char *folder = arena_printf(arena, "%s/%s", program, places[i]);

        if (access(arena_printf(arena, "%s/%s", folder, library[0][0]), R_OK) == 0) {
            return folder;
        }
    }
    return NULL;
}

/* The program's own files, and what each is put together from, in this order. */
typedef struct OwnFile {
    const char *target;
    const char *parts[5]; /* NULL ends them */
} OwnFile;

static const OwnFile own[] = {
    {"assets/report.css", {"page.css", "figures.css", "minutes.css", "media.css"}},
    {"assets/report.js", {"report.js"}},
    {"assets/icon.svg", {"icon.svg"}}};

static bool write_own(Report *report, const OwnFile *file)
{
    const char *text = "";

    for (const char *const *part = file->parts; *part != NULL; part++) {
        text = *text == '\0'
                   ? report_file(*part)->text
                   : arena_printf(report->arena, "%s\n%s", text, report_file(*part)->text);
    }
    return site_file(&report->site, file->target, text, strlen(text));
}

bool report_assets(Report *report)
{
    const char *folder = library_folder(report->arena);

    for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++) {
        if (!write_own(report, &own[i])) {
            return false;
        }
    }
    report->has_charts = folder != NULL;
    if (folder == NULL) {
        message_error(
            "Apache ECharts is not installed beside this program, so the report has tables "
            "and no charts: run make charts (it needs npm), then make install");
        return true;
    }
    for (size_t i = 0; i < sizeof(library) / sizeof(library[0]); i++) {
        if (!site_copy(&report->site, library[i][1],
                       arena_printf(report->arena, "%s/%s", folder, library[i][0]))) {
            return false;
        }
    }
    return true;
}
