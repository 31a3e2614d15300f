/*
 * docx_styles.c - styles and automatic numbers of a Word document (docx.h).
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "docx.h"
#include "texts.h"
#include "xml.h"

/* Styles based on styles based on styles. */
#define INHERITANCE_MAX 12
#define NUMBER_MAX 100000

const char *word_value(const xmlNode *parent, const char *child, Arena *arena)
{
    const xmlNode *node = parent == NULL ? NULL : xml_child(parent, child);

    return node == NULL ? NULL : xml_attribute(arena, node, "val");
}

int word_switch(const xmlNode *parent, const char *child, Arena *arena)
{
    const xmlNode *node = parent == NULL ? NULL : xml_child(parent, child);
    const char *value;

    if (node == NULL) {
        return -1;
    }
    value = xml_attribute(arena, node, "val");
    return value == NULL || !(strcmp(value, "0") == 0 || strcmp(value, "false") == 0 ||
                              strcmp(value, "off") == 0 || strcmp(value, "none") == 0);
}

static int number_of(const char *text, int otherwise)
{
    long value;
    char *end;

    if (text == NULL) {
        return otherwise;
    }
    value = strtol(text, &end, 10);
    return end == text || value < 0 || value > NUMBER_MAX ? otherwise : (int) value;
}

/* "heading 2" -> 2, "Title" -> 1; -1 for any other name. */
static int heading_level(const char *name)
{
    if (name == NULL) {
        return -1;
    }
    if (strncasecmp(name, "heading ", 8) == 0 && name[8] >= '1' && name[8] <= '9') {
        return name[8] - '0' > 6 ? 6 : name[8] - '0';
    }
    return strcasecmp(name, "title") == 0 ? 1 : -1;
}

static void read_style(Arena *arena, const xmlNode *node, Style *style)
{
    const xmlNode *properties = xml_child(node, "pPr");
    const xmlNode *numbering = properties == NULL ? NULL : xml_child(properties, "numPr");
    int outline = number_of(word_value(properties, "outlineLvl", arena), -1);

    style->id = xml_attribute(arena, node, "styleId");
    style->name = word_value(node, "name", arena);
    style->based_on = word_value(node, "basedOn", arena);
    style->outline = heading_level(style->name);
    if (style->outline < 0 && outline >= 0) {
        /* Level 9 is body text. */
        style->outline = outline >= 6 ? 0 : outline + 1;
    }
    style->num_id = number_of(word_value(numbering, "numId", arena), -1);
    style->num_level = number_of(word_value(numbering, "ilvl", arena), -1);
    style->bold = word_switch(xml_child(node, "rPr"), "b", arena);
}

static void read_level(Arena *arena, const xmlNode *node, List *list)
{
    int index = number_of(xml_attribute(arena, node, "ilvl"), -1);
    ListLevel *level;

    if (index < 0 || index >= DOCX_LEVELS) {
        return;
    }
    level = &list->level[index];
    level->start = number_of(word_value(node, "start", arena), 1);
    level->format = word_value(node, "numFmt", arena);
    level->text = word_value(node, "lvlText", arena);
    level->style = word_value(node, "pStyle", arena);
    level->legal = word_switch(node, "isLgl", arena) == 1;
}

static size_t count_children(const xmlNode *parent, const char *name)
{
    size_t count = 0;

    for (const xmlNode *node = xml_child(parent, name); node != NULL; node = xml_next(node, name)) {
        count++;
    }
    return count;
}

static int find_list(const Styles *styles, int id)
{
    for (size_t i = 0; i < styles->list_count; i++) {
        if (styles->list[i].id == id) {
            return (int) i;
        }
    }
    return -1;
}

static void read_use(Arena *arena, const xmlNode *node, Styles *styles, ListUse *use)
{
    use->id = number_of(xml_attribute(arena, node, "numId"), -1);
    use->list = find_list(styles, number_of(word_value(node, "abstractNumId", arena), -1));
    for (int i = 0; i < DOCX_LEVELS; i++) {
        use->start_override[i] = -1;
    }
    for (const xmlNode *override = xml_child(node, "lvlOverride"); override != NULL;
         override = xml_next(override, "lvlOverride")) {
        int level = number_of(xml_attribute(arena, override, "ilvl"), -1);

        if (level >= 0 && level < DOCX_LEVELS) {
            use->start_override[level] =
                number_of(word_value(override, "startOverride", arena), -1);
        }
    }
}

static void read_numbering(Arena *arena, const xmlNode *root, Styles *out)
{
    size_t lists = count_children(root, "abstractNum");
    size_t uses = count_children(root, "num");

    out->list = arena_alloc(arena, (lists + 1) * sizeof(List));
    out->use = arena_alloc(arena, (uses + 1) * sizeof(ListUse));
    for (const xmlNode *node = xml_child(root, "abstractNum"); node != NULL;
         node = xml_next(node, "abstractNum")) {
        List *list = &out->list[out->list_count++];

        list->id = number_of(xml_attribute(arena, node, "abstractNumId"), -1);
        for (const xmlNode *level = xml_child(node, "lvl"); level != NULL;
             level = xml_next(level, "lvl")) {
            read_level(arena, level, list);
        }
    }
    for (const xmlNode *node = xml_child(root, "num"); node != NULL; node = xml_next(node, "num")) {
        read_use(arena, node, out, &out->use[out->use_count++]);
    }
}

void styles_read(Arena *arena, const xmlDoc *styles, const xmlDoc *numbering, Styles *out)
{
    const xmlNode *root = styles == NULL ? NULL : xmlDocGetRootElement((xmlDoc *) styles);
    size_t count = root == NULL ? 0 : count_children(root, "style");

    memset(out, 0, sizeof(*out));
    out->style = arena_alloc(arena, (count + 1) * sizeof(Style));
    for (const xmlNode *node = root == NULL ? NULL : xml_child(root, "style"); node != NULL;
         node = xml_next(node, "style")) {
        read_style(arena, node, &out->style[out->count++]);
    }
    if (numbering != NULL && xmlDocGetRootElement((xmlDoc *) numbering) != NULL) {
        read_numbering(arena, xmlDocGetRootElement((xmlDoc *) numbering), out);
    }
}

static const Style *find_style(const Styles *styles, const char *id)
{
    for (size_t i = 0; id != NULL && i < styles->count; i++) {
        if (styles->style[i].id != NULL && strcmp(styles->style[i].id, id) == 0) {
            return &styles->style[i];
        }
    }
    return NULL;
}

/* The level of its list that names the style as its own; 0 where none does. */
static int level_of_style(const Styles *styles, int num_id, const char *style)
{
    for (size_t i = 0; i < styles->use_count; i++) {
        if (styles->use[i].id == num_id && styles->use[i].list >= 0) {
            const List *list = &styles->list[styles->use[i].list];

            for (int level = 0; level < DOCX_LEVELS; level++) {
                if (list->level[level].style != NULL &&
                    strcmp(list->level[level].style, style) == 0) {
                    return level;
                }
            }
        }
    }
    return 0;
}

Style style_resolved(const Styles *styles, const char *id)
{
    const Style *own = find_style(styles, id);
    Style style = {id, NULL, NULL, -1, -1, -1, -1};

    for (int depth = 0; own != NULL && depth < INHERITANCE_MAX; depth++) {
        style.name = style.name == NULL ? own->name : style.name;
        style.outline = style.outline < 0 ? own->outline : style.outline;
        style.bold = style.bold < 0 ? own->bold : style.bold;
        if (style.num_id < 0 && own->num_id >= 0) {
            style.num_id = own->num_id;
            style.num_level = own->num_level >= 0 ? own->num_level
                              : own->id == NULL   ? 0
                                                  : level_of_style(styles, own->num_id, own->id);
        }
        own = find_style(styles, own->based_on);
    }
    style.outline = style.outline < 0 ? 0 : style.outline;
    style.num_id = style.num_id < 0 ? 0 : style.num_id;
    style.num_level = style.num_level < 0 ? 0 : style.num_level;
    style.bold = style.bold < 0 ? 0 : style.bold;
    return style;
}

/* ---- numbers ---- */

static void put_roman(Buffer *out, int number, bool upper)
{
    static const struct {
        int value;
        const char *print;
    } parts[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"},
                 {90, "xc"},  {50, "l"},   {40, "xl"}, {10, "x"},   {9, "ix"},
                 {5, "v"},    {4, "iv"},   {1, "i"}};

    number = number > 3999 ? 3999 : number;
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        while (number >= parts[i].value) {
            for (const char *c = parts[i].print; *c != '\0'; c++) {
                buffer_putc(out, upper ? (char) mn_upper((unsigned char) *c) : *c);
            }
            number -= parts[i].value;
        }
    }
}

/* One number in its format. */
static void put_number(Buffer *out, int number, const char *format)
{
    char digits[16];

    if (format == NULL || strcmp(format, "none") == 0) {
        return;
    }
    if ((strcmp(format, "lowerLetter") == 0 || strcmp(format, "upperLetter") == 0) && number > 0) {
        /* a to z, aa, bb ... */
        for (int i = 0; i <= (number - 1) / 26 && i < 8; i++) {
            buffer_putc(out, (char) ((format[0] == 'l' ? 'a' : 'A') + (number - 1) % 26));
        }
        return;
    }
    if (strcmp(format, "lowerRoman") == 0 || strcmp(format, "upperRoman") == 0) {
        put_roman(out, number, format[0] == 'u');
        return;
    }
    snprintf(digits, sizeof(digits), strcmp(format, "decimalZero") == 0 ? "%02d" : "%d", number);
    buffer_puts(out, digits);
}

/* Counts on: this level by one, deeper ones begin again. */
static void count_on(List *list, ListUse *use, int level)
{
    bool restarts = !use->used && use->start_override[level] >= 0;

    if (restarts) {
        list->counter[level] = use->start_override[level];
    } else if (!list->started[level]) {
        list->counter[level] = list->level[level].start;
    } else {
        list->counter[level]++;
    }
    use->used = true;
    list->started[level] = true;
    for (int deeper = level + 1; deeper < DOCX_LEVELS; deeper++) {
        list->started[deeper] = false;
        list->counter[deeper] = list->level[deeper].start;
    }
    /* A level above that was never printed counts as begun. */
    for (int above = 0; above < level; above++) {
        if (!list->started[above]) {
            list->started[above] = true;
            list->counter[above] = list->level[above].start;
        }
    }
}

const char *list_label(Styles *styles, Arena *arena, int num_id, int level)
{
    ListUse *use = NULL;
    List *list;
    const char *text;
    Buffer label = {.arena = arena};

    for (size_t i = 0; i < styles->use_count; i++) {
        if (styles->use[i].id == num_id) {
            use = &styles->use[i];
        }
    }
    if (use == NULL || use->list < 0 || level < 0 || level >= DOCX_LEVELS) {
        return NULL;
    }
    list = &styles->list[use->list];
    count_on(list, use, level);
    if (list->level[level].format != NULL && strcmp(list->level[level].format, "bullet") == 0) {
        return "-";
    }
    text = list->level[level].text;
    if (text == NULL) {
        return NULL;
    }
    for (; *text != '\0'; text++) {
        if (text[0] == '%' && text[1] >= '1' && text[1] <= '9') {
            int other = text[1] - '1';

            put_number(&label, list->counter[other],
                       list->level[level].legal ? "decimal" : list->level[other].format);
            text++;
        } else {
            buffer_putc(&label, *text);
        }
    }
    return label.len == 0 ? NULL : label.data;
}
