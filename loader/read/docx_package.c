/*
 * docx_package.c - the zip package of a Word document (docx.h). Nothing is unpacked to disk, and no more than DOCX_PART_MAX of a part.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

#include "docx.h"
#include "texts.h"
#include "xml.h"

struct Package {
    zip_t *zip;
};

Package *package_open(MnText bytes, ReadError *error)
{
    zip_error_t problem;
    zip_source_t *source;
    zip_t *zip = NULL;
    Package *package;

    zip_error_init(&problem);
    source = zip_source_buffer_create(bytes.data, bytes.len, 0, &problem);
    if (source != NULL) {
        zip = zip_open_from_source(source, ZIP_RDONLY, &problem);
        if (zip == NULL) {
            zip_source_free(source);
        }
    }
    zip_error_fini(&problem);
    if (zip == NULL) {
        error->code = "malformed";
        snprintf(error->detail, sizeof(error->detail),
                 "is a damaged Word document: its zip package cannot be opened; save it again from "
                 "Word");
        return NULL;
    }
    package = malloc(sizeof(Package));
    if (package == NULL) {
        fputs("minutes2pgsql: out of memory\n", stderr);
        abort();
    }
    package->zip = zip;
    return package;
}

void package_close(Package *package)
{
    if (package != NULL) {
        zip_discard(package->zip);
        free(package);
    }
}

static bool fail_large(const char *name, ReadError *error)
{
    error->code = "too_large";
    snprintf(error->detail, sizeof(error->detail),
             "unpacks to more than %zu MB (%.80s), as no minutes do; save it again from Word",
             DOCX_PART_MAX / 1024 / 1024, name);
    return false;
}

/* Unpacks an entry; *text is the arena's. */
static bool unpack(zip_t *zip, Arena *arena, const char *name, zip_int64_t index, MnText *text,
                   ReadError *error)
{
    Buffer content = {.arena = arena};
    zip_file_t *file;
    zip_int64_t got;
    zip_stat_t status;
    char piece[65536];

    if (zip_stat_index(zip, (zip_uint64_t) index, 0, &status) == 0 &&
        (status.valid & ZIP_STAT_SIZE) && status.size > DOCX_PART_MAX) {
        return fail_large(name, error);
    }
    file = zip_fopen_index(zip, (zip_uint64_t) index, 0);
    if (file == NULL) {
        error->code = "malformed";
        snprintf(error->detail, sizeof(error->detail),
                 "is a damaged or protected Word document: %.80s cannot be unpacked; save it again "
                 "from Word",
                 name);
        return false;
    }
    while ((got = zip_fread(file, piece, sizeof(piece))) > 0) {
        if (content.len + (size_t) got > DOCX_PART_MAX) {
            zip_fclose(file);
            return fail_large(name, error);
        }
        buffer_add(&content, piece, (size_t) got);
    }
    zip_fclose(file);
    if (got < 0) {
        error->code = "malformed";
        snprintf(error->detail, sizeof(error->detail),
                 "is a damaged Word document: %.80s is broken; save it again from Word", name);
        return false;
    }
    *text = (MnText){content.data == NULL ? "" : content.data, content.len};
    return true;
}

bool package_part(Package *package, Arena *arena, const char *name, xmlDoc **part, ReadError *error)
{
    zip_int64_t index = zip_name_locate(package->zip, name, ZIP_FL_NOCASE);
    MnText bytes;
    MnText text;
    char what[128];

    *part = NULL;
    if (index < 0) {
        return true;
    }
    if (!unpack(package->zip, arena, name, index, &bytes, error) ||
        !decode_text(bytes, NULL, arena, &text, error)) {
        return false;
    }
    snprintf(what, sizeof(what), "its %.80s", name);
    *part = xml_parse(text, what, error);
    return *part != NULL;
}

const char *package_target(Package *package, Arena *arena, const char *relations, const char *type)
{
    ReadError ignored;
    xmlDoc *part;
    const char *found = NULL;

    if (!package_part(package, arena, relations, &part, &ignored) || part == NULL) {
        return NULL;
    }
    for (const xmlNode *one = xml_child(xmlDocGetRootElement(part), "Relationship");
         one != NULL && found == NULL; one = xml_next(one, "Relationship")) {
        const char *kind = xml_attribute(arena, one, "Type");
        const char *target = xml_attribute(arena, one, "Target");
        size_t kind_len = kind == NULL ? 0 : strlen(kind);
        size_t type_len = strlen(type);

        if (target != NULL && kind_len > type_len && kind[kind_len - type_len - 1] == '/' &&
            strcmp(kind + kind_len - type_len, type) == 0) {
            found = target[0] == '/' ? target + 1 : target;
        }
    }
    xmlFreeDoc(part);
    return found;
}
