/*
 * decode.c - from a document's bytes to UTF-8 in NFC with \n line ends: decode_text() of read.h.
 *
 * A byte-order mark, --encoding and a declaration in the mark-up are believed and held to; undeclared text is UTF-8 where it
 * can be, else what its bytes look like. Characters without width are dropped, ligatures of typesetting spelt out.
 */
#include <iconv.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <uchardet.h>
#include <utf8proc.h>

#include "read.h"

/* How far into a document a declaration of its encoding is looked for. */
#define DECLARATION_WITHIN 4096
/* How much of a document is looked at to tell text from binary content, and one encoding from another. */
#define SAMPLE_BYTES ((size_t) 1024 * 1024)

static bool fail(ReadError *error, const char *code, const char *what)
{
    error->code = code;
    snprintf(error->detail, sizeof(error->detail), "%s", what);
    return false;
}

/* ---- what is no text ---- */

typedef struct Magic {
    const char *bytes;
    size_t len;
    const char *what;
} Magic;

static const Magic magics[] = {
    {"\x89PNG", 4, "is a picture (PNG); recognise its text first, for example with tesseract"},
    {"\xff\xd8\xff", 3,
     "is a picture (JPEG); recognise its text first, for example with tesseract"},
    {"GIF8", 4, "is a picture (GIF); recognise its text first, for example with tesseract"},
    {"II*\0", 4, "is a picture (TIFF); recognise its text first, for example with tesseract"},
    {"MM\0*", 4, "is a picture (TIFF); recognise its text first, for example with tesseract"},
    {"\xd0\xcf\x11\xe0", 4,
     "is a Word document of before 2007 (or another OLE file); save it as .docx or .pdf"},
    {"{\\rtf", 5, "is rich text (RTF); save it as .docx or plain text"},
    {"PK\x03\x04", 4, "is a zip archive and no Word document; unpack it first"},
    {"\x1f\x8b", 2, "is compressed (gzip); unpack it first"},
    {"BZh", 3, "is compressed (bzip2); unpack it first"},
    {"\xfd"
     "7zXZ",
     5, "is compressed (xz); unpack it first"},
    {"%PDF-", 5, "is a PDF; leave --format out, or say --format=pdf"},
    {"\x7f"
     "ELF",
     4, "is a program and no document"},
    {"SQLite format 3", 15, "is a database file and no document"},
};

static const char *magic_of(MnText bytes)
{
    for (size_t i = 0; i < sizeof(magics) / sizeof(magics[0]); i++) {
        if (bytes.len >= magics[i].len && memcmp(bytes.data, magics[i].bytes, magics[i].len) == 0) {
            return magics[i].what;
        }
    }
    return NULL;
}

/* Control characters that no text holds; tabs, line ends, form feeds and a DOS end mark are none. */
static bool is_odd_control(unsigned char c)
{
    return (c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1a &&
            c != 0x1b) ||
           c == 0x7f;
}

static bool looks_binary(MnText bytes)
{
    size_t sample = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
    size_t odd = 0;

    for (size_t i = 0; i < sample; i++) {
        odd += is_odd_control((unsigned char) bytes.data[i]);
    }
    return odd > 8 && odd * 50 > sample;
}

/* UTF-16 without a byte-order mark: every other byte is NUL, or nearly. 0 none, 'L' or 'B' for its byte order. */
static char looks_utf16(MnText bytes)
{
    size_t sample = bytes.len < SAMPLE_BYTES ? bytes.len & ~(size_t) 1 : SAMPLE_BYTES;
    size_t even = 0;
    size_t odd = 0;

    for (size_t i = 0; i < sample; i += 2) {
        even += bytes.data[i] == '\0';
        odd += bytes.data[i + 1] == '\0';
    }
    if (sample < 4 || bytes.len % 2 != 0) {
        return 0;
    }
    if (odd * 2 > sample / 2 && even == 0) {
        return 'L';
    }
    return even * 2 > sample / 2 && odd == 0 ? 'B' : 0;
}

/* ---- what is declared ---- */

/* Finds word (lower case) in text regardless of case; its place, or text.len. */
static size_t find_word(MnText text, size_t from, const char *word)
{
    size_t len = strlen(word);

    for (size_t i = from; i + len <= text.len; i++) {
        if (strncasecmp(text.data + i, word, len) == 0) {
            return i;
        }
    }
    return text.len;
}

/* The value behind "name=", quoted or not, as a lower-case string; false where there is none. */
static bool declared_value(MnText text, size_t at, char *out, size_t size)
{
    size_t len = 0;

    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '=')) {
        at++;
    }
    if (at < text.len && (text.data[at] == '"' || text.data[at] == '\'')) {
        at++;
    }
    while (at < text.len && len + 1 < size &&
           (mn_is_letter((unsigned char) text.data[at]) ||
            mn_is_digit((unsigned char) text.data[at]) || strchr("-_:.", text.data[at]) != NULL)) {
        out[len++] = (char) mn_lower((unsigned char) text.data[at++]);
    }
    out[len] = '\0';
    return len > 0;
}

/*
 * What mark-up says of its own encoding: <?xml encoding=...?>, <meta charset=...> or <meta ... content="...; charset=...">.
 * Only in a document that begins as mark-up: a minute may well talk about "charset".
 */
static bool declared_encoding(MnText bytes, char *out, size_t size)
{
    MnText head = mn_trim((MnText){
        bytes.data, bytes.len < DECLARATION_WITHIN ? bytes.len : (size_t) DECLARATION_WITHIN});
    size_t at;

    if (head.len == 0 || head.data[0] != '<') {
        return false;
    }
    if (strncasecmp(head.data, "<?xml", head.len < 5 ? head.len : 5) == 0) {
        size_t end = find_word(head, 0, "?>");
        MnText declaration = {head.data, end};

        at = find_word(declaration, 0, "encoding");
        if (at < declaration.len) {
            return declared_value(declaration, at + strlen("encoding"), out, size);
        }
    }
    for (at = find_word(head, 0, "<meta"); at < head.len; at = find_word(head, at + 5, "<meta")) {
        size_t end = at;
        MnText element;
        size_t charset;

        while (end < head.len && head.data[end] != '>') {
            end++;
        }
        element = (MnText){head.data + at, end - at};
        charset = find_word(element, 0, "charset");
        if (charset < element.len &&
            declared_value(element, charset + strlen("charset"), out, size)) {
            return true;
        }
    }
    return false;
}

/* Windows-1252 with its undefined bytes let through: what browsers make of the labels below. */
#define AS_BROWSERS_DO "latin-1"

/* Labels that pages use for what is really Windows-1252 become AS_BROWSERS_DO, others stay. */
static const char *real_encoding(const char *label)
{
    static const char *const windows[] = {"iso-8859-1", "iso8859-1", "iso_8859-1",
                                          "latin1",     "latin-1",   "l1",
                                          "us-ascii",   "ascii",     "iso88591"};

    for (size_t i = 0; i < sizeof(windows) / sizeof(windows[0]); i++) {
        if (strcasecmp(label, windows[i]) == 0) {
            return AS_BROWSERS_DO;
        }
    }
    return label;
}

/* ---- conversion ---- */

static bool is_utf8_name(const char *name)
{
    return strcasecmp(name, "utf-8") == 0 || strcasecmp(name, "utf8") == 0;
}

/* The first byte that breaks UTF-8, or len. */
static size_t utf8_until(MnText bytes)
{
    size_t at = 0;

    while (at < bytes.len) {
        size_t before = at;

        if ((unsigned char) bytes.data[at] < 0x80) {
            at++;
        } else if (mn_next(bytes, &at) == 0xFFFD &&
                   !(at - before == 3 && memcmp(bytes.data + before, "\xef\xbf\xbd", 3) == 0)) {
            return before;
        }
    }
    return bytes.len;
}

static size_t line_at(MnText bytes, size_t at)
{
    size_t line = 1;

    for (size_t i = 0; i < at; i++) {
        line += bytes.data[i] == '\n';
    }
    return line;
}

static bool fail_encoding(ReadError *error, const char *declared_by, const char *name, size_t line)
{
    error->code = "encoding";
    snprintf(error->detail, sizeof(error->detail),
             "is not the %.40s that %s says (line %zu breaks it); save it again in one encoding, "
             "or name the "
             "right one with --encoding",
             name, declared_by, line);
    return false;
}

/* Windows-1252 0x80 to 0x9F; the five undefined bytes are themselves, as browsers have them. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static void add_windows_byte(Buffer *out, unsigned char byte)
{
    char utf8[4];
    uint32_t c = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;

    buffer_add(out, utf8, mn_put(c, utf8));
}

/* UTF-8 where it is, single bytes of Windows-1252 between it. */
static MnText convert_mixed(MnText bytes, Arena *arena, bool utf8_too)
{
    Buffer out = {arena, NULL, 0, 0};
    size_t at = 0;

    while (at < bytes.len) {
        size_t before = at;
        unsigned char c = (unsigned char) bytes.data[at];

        if (c < 0x80) {
            while (at < bytes.len && (unsigned char) bytes.data[at] < 0x80) {
                at++;
            }
            buffer_add(&out, bytes.data + before, at - before);
        } else if (utf8_too && mn_next(bytes, &at) != 0xFFFD) {
            buffer_add(&out, bytes.data + before, at - before);
        } else {
            add_windows_byte(&out, c);
            at = before + 1;
        }
    }
    return (MnText){out.data, out.len};
}

/* Converts by iconv; where that fails, *broken is the byte. */
static bool convert(MnText bytes, const char *encoding, Arena *arena, MnText *text, size_t *broken)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    Buffer out = {arena, NULL, 0, 0};
    char *in = (char *) bytes.data;
    size_t left = bytes.len;
    bool done = false;

    *broken = 0;
    if (converter == (iconv_t) -1) {
        return false;
    }
    for (;;) {
        char piece[16384];
        char *to = piece;
        size_t room = sizeof(piece);
        size_t result = iconv(converter, left > 0 ? &in : NULL, &left, &to, &room);

        buffer_add(&out, piece, (size_t) (to - piece));
        if (result == (size_t) -1 && errno != E2BIG) {
            break;
        }
        if (result != (size_t) -1 && left == 0) {
            done = true;
            break;
        }
    }
    iconv_close(converter);
    *broken = bytes.len - left;
    *text = (MnText){out.data == NULL ? "" : out.data, out.len};
    return done;
}

/*
 * Whether bytes read as Windows-1252 make English or Welsh: what stands outside ASCII is what British typing puts there, and
 * no capital letter with an accent, nor one of another language, stands inside a word (the marks of a Macintosh's apostrophes
 * and accents).
 */
static bool plausible_windows_1252(MnText bytes)
{
    size_t sample = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
    size_t high = 0;
    size_t odd = 0;

    for (size_t i = 0; i < sample; i++) {
        unsigned char c = (unsigned char) bytes.data[i];

        if (c < 0x80) {
            continue;
        }
        high++;
        if (c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D ||
            (memchr("\x83\x84\x88\x8a\x8e\x9a\x9e\x9f", c, 8) != NULL && i > 0 &&
             (unsigned char) bytes.data[i - 1] >= 'a')) {
            odd++;
        } else if (c >= 0xC0 && c < 0xE0 && c != 0xDF && i > 0 && i + 1 < sample &&
                   mn_is_letter((unsigned char) bytes.data[i - 1]) &&
                   (unsigned char) bytes.data[i - 1] >= 'a') {
            odd++;
        }
    }
    return odd * 10 <= high;
}

/* Whether bytes read as a Macintosh's make British minutes: its quotation marks, dashes, bullets, pounds and accents, nothing else. */
static bool plausible_macintosh(MnText bytes)
{
    static const char signs[] = "\xa3\xa5\xc9\xca\xd0\xd1\xd2\xd3\xd4\xd5\xa1\xa9\xa8\xaa";
    size_t sample = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
    size_t high = 0;
    size_t good = 0;

    for (size_t i = 0; i < sample; i++) {
        unsigned char c = (unsigned char) bytes.data[i];

        if (c >= 0x80) {
            high++;
            good += memchr(signs, c, sizeof(signs) - 1) != NULL ||
                    (c >= 0x87 && c <= 0x9F && i > 0 &&
                     mn_is_letter((unsigned char) bytes.data[i - 1]));
        }
    }
    return good * 10 >= high * 9;
}

static const char *detected_encoding(MnText bytes)
{
    static const char *const western[] = {"WINDOWS-1252", "ISO-8859-1",   "ISO-8859-15",
                                          "WINDOWS-1250", "WINDOWS-1258", "ISO-8859-3",
                                          "ISO-8859-9",   "WINDOWS-1254", "WINDOWS-1257"};
    uchardet_t detector = uchardet_new();
    size_t sample = bytes.len < SAMPLE_BYTES ? bytes.len : SAMPLE_BYTES;
    static const char *const others[] = {
        "UTF-16",       "UTF-32",     "GB18030",      "SHIFT_JIS",        "EUC-JP",
        "EUC-KR",       "BIG5",       "WINDOWS-1251", "KOI8-R",           "MAC-CYRILLIC",
        "IBM866",       "IBM855",     "IBM865",       "IBM852",           "ISO-8859-2",
        "ISO-8859-13",  "ISO-8859-4", "ISO-8859-10",  "ISO-8859-16",      "ISO-8859-7",
        "WINDOWS-1253", "TIS-620",    "VISCII",       "MAC-CENTRALEUROPE"};
    char name[64];
    const char *found = NULL;

    uchardet_handle_data(detector, bytes.data, sample);
    uchardet_data_end(detector);
    snprintf(name, sizeof(name), "%s", uchardet_get_charset(detector));
    uchardet_delete(detector);
    for (size_t i = 0; i < sizeof(western) / sizeof(western[0]); i++) {
        if (strcasecmp(name, western[i]) == 0) {
            return western[i];
        }
    }
    for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
        if (strcasecmp(name, others[i]) == 0) {
            found = others[i];
        }
    }
    return found;
}

/* Undeclared bytes that are not UTF-8. */
static bool convert_detected(MnText bytes, Arena *arena, MnText *text, ReadError *error)
{
    size_t sequences = 0;
    size_t breaks = 0;
    size_t broken;
    size_t at = 0;
    const char *encoding;

    while (at < bytes.len) {
        if ((unsigned char) bytes.data[at] < 0x80) {
            at++;
        } else if (mn_next(bytes, &at) == 0xFFFD) {
            breaks++;
        } else {
            sequences++;
        }
    }
    /* A page pasted together from both: most of it is UTF-8. */
    if (sequences > breaks) {
        *text = convert_mixed(bytes, arena, true);
        return true;
    }
    if (plausible_windows_1252(bytes)) {
        *text = convert_mixed(bytes, arena, false);
        return true;
    }
    encoding = plausible_macintosh(bytes) ? "MACINTOSH" : detected_encoding(bytes);
    if ((encoding != NULL && convert(bytes, encoding, arena, text, &broken)) ||
        convert(bytes, "MACINTOSH", arena, text, &broken)) {
        return true;
    }
    return fail(
        error, "encoding",
        "is in no encoding that can be recognised; name it with --encoding or save it as UTF-8");
}

typedef struct ByteOrderMark {
    const char *bytes;
    size_t len;
    const char *encoding;
} ByteOrderMark;

/* The longer marks stand first: UTF-32's begins as UTF-16's does. */
static const ByteOrderMark marks[] = {{"\xff\xfe\0\0", 4, "UTF-32LE"},
                                      {"\0\0\xfe\xff", 4, "UTF-32BE"},
                                      {"\xef\xbb\xbf", 3, "UTF-8"},
                                      {"\xff\xfe", 2, "UTF-16LE"},
                                      {"\xfe\xff", 2, "UTF-16BE"}};

static bool convert_declared(MnText bytes, const char *encoding, const char *declared_by,
                             Arena *arena, MnText *text, ReadError *error)
{
    size_t broken;

    if (is_utf8_name(encoding)) {
        broken = utf8_until(bytes);
        *text = bytes;
        return broken == bytes.len ||
               fail_encoding(error, declared_by, "UTF-8", line_at(bytes, broken));
    }
    if (strcmp(encoding, AS_BROWSERS_DO) == 0) {
        /* Bytes that are UTF-8 throughout are so, whatever an old template says. */
        *text = utf8_until(bytes) == bytes.len ? bytes : convert_mixed(bytes, arena, false);
        return true;
    }
    if (!convert(bytes, encoding, arena, text, &broken)) {
        iconv_t converter = iconv_open("UTF-8", encoding);

        if (converter == (iconv_t) -1) {
            error->code = "encoding";
            snprintf(
                error->detail, sizeof(error->detail),
                "says that it is in %.40s, an encoding not known here; name the right one with "
                "--encoding",
                encoding);
            return false;
        }
        iconv_close(converter);
        return fail_encoding(error, declared_by, encoding, line_at(bytes, broken));
    }
    return true;
}

/* ---- after conversion ---- */

/* Characters of direction and joining that say nothing in minutes, beside those of mn_is_invisible. */
static bool is_dropped(uint32_t c)
{
    return mn_is_invisible(c) || c == 0x200C || c == 0x200D || c == 0x200E || c == 0x200F ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2061 && c <= 0x2069) ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c < ' ' && c != '\t' && c != '\n' && c != '\f') ||
           c == 0x7F;
}

/* Typesetters' ligatures, U+FB00 to U+FB06. */
static const char *const ligatures[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

/* Whether NFC may change or compose this character; generous, but not for what British texts are full of. */
static bool may_compose(uint32_t c)
{
    return c >= 0x300 && !(c >= 0x2002 && c <= 0x20CF) && !(c >= 0xE000 && c <= 0xF8FF) &&
           c != 0xFFFD && c != 0x2122;
}

/* One character behind the conversion, cleaned, into out. */
static void add_clean(Buffer *out, MnText text, size_t before, size_t at, uint32_t c)
{
    if (c == 0xAD && at < text.len && (text.data[at] == '\n' || text.data[at] == '\r')) {
        buffer_putc(out, '-'); /* a soft hyphen at the line's end is one that was printed */
    } else if (c >= 0xFB00 && c <= 0xFB06) {
        buffer_puts(out, ligatures[c - 0xFB00]);
    } else if (c >= 0x80 && c < 0xA0) {
        add_windows_byte(out, (unsigned char) c); /* Windows-1252 once taken for Latin-1 */
    } else if (c == 0x2028 || c == 0x2029 || c == 0x85) {
        buffer_putc(out, '\n');
    } else if (!is_dropped(c)) {
        buffer_add(out, text.data + before, at - before);
    }
}

/* Line ends to \n, characters that say nothing away, NFC. */
static MnText clean(MnText text, Arena *arena)
{
    Buffer out = {arena, NULL, 0, 0};
    bool compose = false;
    size_t at = 0;

    buffer_reserve(&out, text.len);
    while (at < text.len) {
        size_t before = at;
        unsigned char byte = (unsigned char) text.data[at];
        uint32_t c;

        if (byte >= ' ' && byte < 0x7F) {
            while (at < text.len && (unsigned char) text.data[at] >= ' ' &&
                   (unsigned char) text.data[at] < 0x7F) {
                at++;
            }
            buffer_add(&out, text.data + before, at - before);
            continue;
        }
        if (byte == '\r' || byte == '\v') {
            at++;
            if (byte == '\v' || at == text.len || text.data[at] != '\n') {
                buffer_putc(&out, '\n');
            }
            continue;
        }
        c = mn_next(text, &at);
        compose = compose || may_compose(c);
        add_clean(&out, text, before, at, c);
    }
    if (compose) {
        utf8proc_uint8_t *composed = NULL;
        utf8proc_ssize_t len =
            utf8proc_map((const utf8proc_uint8_t *) out.data, (utf8proc_ssize_t) out.len, &composed,
                         UTF8PROC_STABLE | UTF8PROC_COMPOSE);

        if (len >= 0) {
            MnText copy = {arena_text(arena, (MnText){(const char *) composed, (size_t) len}),
                           (size_t) len};

            free(composed);
            return copy;
        }
        free(composed);
    }
    return (MnText){out.data == NULL ? "" : out.data, out.len};
}

/* The encoding the bytes are held to, in *declared_by who says so; NULL where nobody does. */
static const char *find_declaration(MnText *bytes, const char *asked, char *buffer, size_t size,
                                    const char **declared_by)
{
    char utf16;

    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (bytes->len >= marks[i].len && memcmp(bytes->data, marks[i].bytes, marks[i].len) == 0) {
            bytes->data += marks[i].len;
            bytes->len -= marks[i].len;
            *declared_by = "its byte-order mark";
            return marks[i].encoding;
        }
    }
    if (asked != NULL) {
        *declared_by = "--encoding";
        return asked;
    }
    utf16 = looks_utf16(*bytes);
    if (utf16 != 0) {
        *declared_by = "its look";
        return utf16 == 'L' ? "UTF-16LE" : "UTF-16BE";
    }
    if (declared_encoding(*bytes, buffer, size)) {
        *declared_by = "the document itself";
        /* A declaration that could be read is in no such encoding. */
        return strncmp(buffer, "utf-16", 6) == 0 || strncmp(buffer, "utf-32", 6) == 0
                   ? "UTF-8"
                   : real_encoding(buffer);
    }
    return NULL;
}

bool decode_text(MnText bytes, const char *encoding, Arena *arena, MnText *text, ReadError *error)
{
    char buffer[64];
    const char *declared_by = NULL;
    const char *magic;
    const char *declared;
    bool wide;

    if (bytes.len == 0) {
        return fail(error, "empty", "is empty: there are no minutes in it");
    }
    magic = magic_of(bytes);
    if (magic != NULL) {
        return fail(error, "binary", magic);
    }
    declared = find_declaration(&bytes, encoding, buffer, sizeof(buffer), &declared_by);
    wide = declared != NULL &&
           (strncasecmp(declared, "UTF-16", 6) == 0 || strncasecmp(declared, "UTF-32", 6) == 0 ||
            strncasecmp(declared, "UCS", 3) == 0);
    if (!wide && looks_binary(bytes)) {
        return fail(
            error, "binary",
            "is not text but binary data; minutes are read from text, HTML, XML, .docx and .pdf");
    }
    if (!wide && memchr(bytes.data, '\0', bytes.len) != NULL) {
        return fail(error, "nul_bytes",
                    "holds NUL bytes, so it is damaged or no text; save it again from its source");
    }
    if (declared != NULL) {
        if (!convert_declared(bytes, declared, declared_by, arena, text, error)) {
            return false;
        }
    } else if (utf8_until(bytes) == bytes.len) {
        *text = bytes;
    } else if (!convert_detected(bytes, arena, text, error)) {
        return false;
    }
    if (wide && memchr(text->data, '\0', text->len) != NULL) {
        return fail(error, "nul_bytes",
                    "holds NUL characters, so it is damaged; save it again from its source");
    }
    *text = clean(*text, arena);
    if (mn_trim(*text).len == 0) {
        return fail(error, "empty", "holds nothing but white space: there are no minutes in it");
    }
    return true;
}
