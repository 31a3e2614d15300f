"""Writes files that nobody wants to read: mutated documents of every format, noise, bombs, deep nesting, references to other places, names that
break lines.

    tests/faults/hostile.py FOLDER COUNT [SEED] [PORT]

The same arguments write the same files. PORT is where a local server waits for anybody who follows a reference. What kind of file a name stands for is
the folder it lies in.
"""
import io
import pathlib
import random
import struct
import sys
import zipfile
import zlib

TOP = pathlib.Path(__file__).resolve().parent.parent.parent
ENDINGS = (".txt", ".md", ".html", ".htm", ".xml", ".docx", ".pdf")
MAGIC = (b"", b"%PDF-1.7\n", b"PK\x03\x04", b"<!DOCTYPE html>\n", b"<?xml version='1.0'?>\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\\rtf1", b"\x1f\x8b\x08",
         b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x89PNG\r\n", b"<html><meta charset=utf-7>", b"<html><meta charset=\"\x1b[2J\n\xf0\x9f\">", b"# Board\n")
TOKENS = (b"\0", b"<", b">", b"&", b"&amp;", b"&#0;", b"&#x110000;", b"]]>", b"<![CDATA[", b"-->", b"<!--", b"%", b"99999999999999999999%", b"-1e308%", b"\xff",
          b"\xf4\x90\x80\x80", b"\xed\xa0\x80", b"\xe2\x80\xae", b"\\", b"\t", b"\r", b"\n\n", b"|", b"1/1/", b"SSP/99999/25", b"RESTRICTED", b"AGREED", b"'; drop table x; --",
          b"\\.\n", b"\xc2\x85", b"</body>", b"<table>", b"<w:p>", b"Present:", b"31st February 2025", b"0000-00-00")

CONTENT_TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                 '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
RELATIONS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
             '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="{target}"{mode}/></Relationships>')
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{}</w:body></w:document>'


def seeds():
    """The test documents of every format, as {ending: [bytes]}."""
    found = {}
    for path in sorted((TOP / "tests/loader/cases").glob("*/input*.*")) + sorted((TOP / "samples").glob("*.*")):
        if path.suffix in ENDINGS:
            found.setdefault(path.suffix, []).append(path.read_bytes())
    return found


def mutated(rng, content, other):
    """A copy with a few things wrong with it."""
    data = bytearray(content)
    for _ in range(rng.choice((1, 2, 5, 20))):
        at = rng.randrange(len(data) + 1)
        how = rng.randrange(6)
        if how == 0 and data:
            data[at % len(data)] = rng.randrange(256)
        elif how == 1:
            data[at:at] = rng.choice(TOKENS)
        elif how == 2:
            del data[at:at + rng.choice((1, 10, 1000))]
        elif how == 3:
            data[at:at] = data[at // 2:at // 2 + 500]
        elif how == 4:
            start = rng.randrange(len(other) + 1)
            data[at:at] = other[start:start + 300]
        elif rng.random() < 0.2:
            del data[at:]
    return bytes(data)


def entities(port, rng):
    """XML and HTML that refer to themselves, to files and to servers."""
    where = rng.choice((f"http://127.0.0.1:{port}/hit", "file:///etc/passwd", "/etc/passwd", f"ftp://127.0.0.1:{port}/hit", f"//127.0.0.1:{port}/hit"))
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 12))
    body = "<modgov><getmeetingresult><meeting><meetingid>1</meetingid><meetingtitle>{}</meetingtitle></meeting></getmeetingresult></modgov>"
    blank = "\n" * rng.randrange(3) + " " * rng.randrange(3)
    return rng.choice((
        f'<?xml version="1.0"?>{blank}<!DOCTYPE m [<!ENTITY l0 "ha">{laughs}]>' + body.format("&l11;"),
        f'<!DOCTYPE m [<!ENTITY a "{"x" * 50000}">]>' + body.format("&a;" * 50000),
        f'<!DOCTYPE m [<!ENTITY a SYSTEM "{where}">]>' + body.format("&a;"),
        f'<!DOCTYPE m [<!ENTITY % p SYSTEM "{where}"> %p; ]>' + body.format("x"),
        f'<!DOCTYPE m SYSTEM "{where}">' + body.format("x"),
        f'<!DOCTYPE m PUBLIC "-//X//Y" "{where}" [\n<!ENTITY a "&a;">\n]>' + body.format("&a;"),
        f'<!-- [ --><?xml version="1.0"?><!doctype m [<!ENTITY a SYSTEM "{where}">]>' + body.format("&a;"),
        f'<x xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="{where}" parse="text"/>' + body.format("x") + "</x>",
        f'<?xml-stylesheet type="text/xsl" href="{where}"?>' + body.format("x"),
        f'<html><head><base href="{where}"><link rel=stylesheet href="{where}"><script src="{where}"></script></head><body><h1>Board</h1><iframe src="{where}">'
        f'</iframe><object data="{where}"></object><img src="{where}"><p>4 March 2025</p><meta http-equiv=refresh content="0;url={where}"></body></html>',
        f'<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>{body.format("&nosuch;")}</soap:Body></soap:Envelope>',
    )).encode()


def nested(rng):
    depth = rng.choice((10_000, 10_000, 30_000))
    kind = rng.choice(("div", "table><tr><td", "ul><li", "blockquote", "b", "font", "a", "x:y", "section", "svg"))
    closing = "".join(f"</{part.strip('<>')}>" for part in reversed(kind.split("><")))
    return rng.choice((
        f"<html><body><h1>Board</h1>{f'<{kind}>' * depth}4 March 2025{closing * depth}</body></html>",
        f"<html><body><h1>Board</h1>{f'<{kind}>' * depth}4 March 2025",
        f"<modgov>{'<a>' * depth}x{'</a>' * depth}</modgov>",
        "# Board\n\n" + "> " * depth + "4 March 2025\n",
        "# Board\n\n" + "[" * depth + "AGREED" + "](" * depth,
        "# Board\n\n" + "*" * depth + "AGREED" + "_" * depth + "`" * depth,
        "Board\n\n" + "".join(" " * (i % 400) + "- x\n" for i in range(depth)),
        "Board\n\n" + "(" * depth + "down 5%" + ")" * depth + "\n",
        "| a " * depth + "|\n" + "|---" * depth + "|\n" + "| -5% " * depth + "|\n",
        "Board\n4 March 2025\n\n" + "RESOLVED that " * depth + "it be noted.\n",
        "Board\n4 March 2025\n\nPresent: " + "Cllr A B (Chair), " * depth + "\n",
        "Board\n4 March 2025\n\n1. Item\n\nMinutes: " + "crime fell by 5% and " * depth + "\n",
    )).encode()


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method, compresslevel=6) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return out.getvalue()


def word(document, target="word/document.xml", mode=""):
    return zipped((("[Content_Types].xml", CONTENT_TYPES), ("_rels/.rels", RELATIONS.format(target=target, mode=mode)), ("word/document.xml", document)))


def deflated_zeros(megabytes, fill=b" "):
    """So many MB of a character as raw deflate, and its checksum."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece, packed, checksum = fill * (1 << 20), [], 0
    for _ in range(megabytes):
        packed.append(packer.compress(piece))
        checksum = zlib.crc32(piece, checksum)
    return b"".join(packed) + packer.flush(), checksum, megabytes << 20


def raw_zip(names, packed, checksum, size):
    """A zip whose entries all share one stretch of data."""
    first = names[0].encode()
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, checksum, len(packed), size, len(first), 0) + first + packed
    central = b"".join(struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, 0, 8, 0, 33, checksum, len(packed), size, len(name), 0, 0, 0, 0, 0, 0) + name
                       for name in (name.encode() for name in names))
    return local + central + struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(names), len(names), len(central), len(local), 0)


def bombs(port):
    """Word documents that unpack to far more than they are, or to something else."""
    parts = ["word/document.xml", "[Content_Types].xml", "_rels/.rels", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]
    huge, small = deflated_zeros(1024), deflated_zeros(40)
    text = zlib.compressobj(9, zlib.DEFLATED, -15)
    inner = WORD.format("<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 600_000).encode()
    large = text.compress(inner) + text.flush()
    laughs = '<!DOCTYPE x [<!ENTITY a "ha">' + "".join(f'<!ENTITY {chr(98 + i)} "{f"&{chr(97 + i)};" * 10}">' for i in range(9)) + "]>"
    made = {
        "ratio": raw_zip(parts[:1], *huge),
        "overlapping": raw_zip(parts, *small),
        "overlapping-thousands": raw_zip(parts + [f"word/media/{i}" for i in range(50_000)], *small),
        "lying-size": raw_zip(parts, small[0], small[1], 100),
        "lying-checksum": raw_zip(parts, small[0], 1, small[2]),
        "word-of-blanks": word(b" " * (200 << 20)),
        "word-of-paragraphs": word(inner),
        "many-paragraphs": raw_zip(parts[:1], large, zlib.crc32(inner), len(inner)),
        "many-entries": zipped([(f"word/{i}.xml", b"") for i in range(20_000)], zipfile.ZIP_STORED),
        "same-name": raw_zip(["word/document.xml"] * 3000, *deflated_zeros(1)),
        "entities": word(laughs + WORD.format("<w:p><w:r><w:t>&j;</w:t></w:r></w:p>")),
        "external": word(f'<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:{port}/hit">]>' + WORD.format("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")),
        "file": word('<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + WORD.format("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")),
        "relation-outside": word(WORD.format(""), f"http://127.0.0.1:{port}/hit", ' TargetMode="External"'),
        "relation-file": word(WORD.format(""), "../../../../../../etc/passwd"),
        "relation-odd": word(WORD.format(""), "word/&#10;&#x202e;" + "\u00e9" * 80 + ".xml"),
        "nested": word(WORD.format("<w:p>" * 10_000 + "</w:p>" * 10_000)),
        "nested-tables": word(WORD.format("<w:tbl><w:tr><w:tc>" * 300 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 300)),
        "in-itself": zipped([("word/document.xml", zipped([("word/document.xml", b"x")]))]),
        "empty": zipped([]),
        "only-end": b"PK\x05\x06" + b"\0" * 18,
        "prefix": b"x" * 5000 + word(WORD.format("")),
        "no-document": zipped([("[Content_Types].xml", CONTENT_TYPES)]),
    }
    return made


def pdf(content):
    """A PDF of one page whose page is drawn by content; further objects are (number, dictionary, stream)."""
    out, places = [b"%PDF-1.4\n"], []
    objects = [(1, b"<</Type/Catalog/Pages 2 0 R>>", None), (2, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", None), *content]
    for number, dictionary, stream in objects:
        places.append((number, sum(map(len, out))))
        if stream is not None:
            dictionary = dictionary[:-2] + b"/Length %d>>" % len(stream)
        out.append(b"%d 0 obj\n" % number + dictionary + (b"\nstream\n" + stream + b"\nendstream" if stream is not None else b"") + b"\nendobj\n")
    start = sum(map(len, out))
    out.append(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % at for _, at in sorted(places)))
    out.append(b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start))
    return b"".join(out)


def endless_pdf(levels=16):
    """A PDF whose page draws a form ten times, which draws another ten times, and so on: no reader comes to its end."""
    font = b"/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
    objects = [(3, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>", None), (4, b"<<>>", b"/X Do " * 10)]
    for level in range(levels):
        last = level == levels - 1
        inside = font if last else b"/XObject<</X %d 0 R>>" % (6 + level)
        stream = b"BT /F 9 Tf 9 9 Td (x) Tj ET" if last else b"/X Do " * 10
        objects.append((5 + level, b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<<" + inside + b">>>>", stream))
    return pdf(objects)


def odd_name(rng, number, ending):
    """A name of a file that breaks lines, quotes, terminals or encodings; unique by its number."""
    odd = rng.choice((b"a\nb", b"quote'\"`$(touch hit)", b"\xff\xfe\xc3", b"-rf", b"tab\tcr\r", b"esc\x1b[2J\x07", b"<0>forged\nminutes2pgsql: all is well", b"x" * 200,
                      "\u202etxt.\u200b\u2028".encode(), b"back\\slash;{},*?[]", b"%s%n%00%2e%2e", b" lead and trail ", "\u00e9\u0301\U0001f4a5".encode(), b"'||pg_sleep(9)||'"))
    return odd + b"-%d" % number + ending.encode()


def put(folder, name, content):
    folder.mkdir(parents=True, exist_ok=True)
    with open(bytes(folder) + b"/" + name, "wb") as file:
        file.write(content)


def large(folder):
    """Files at and over the limits. The largest is all hole."""
    folder.mkdir(parents=True)
    with open(folder / "gigabyte-of-blanks.txt", "wb") as file:
        file.write(b" " * (1 << 20))
        file.truncate(1 << 30)
    for name, piece in (("blanks.txt", b" "), ("lines.txt", b"\n"), ("brackets.html", b"<"), ("paragraphs.html", b"<p>"), ("ampersands.xml", b"&"), ("bullets.md", b"- \n"),
                        ("words.txt", b"crime down by 5% "), ("items.txt", b"1. Item\n\nAGREED that it be noted.\n\n"), ("nul.txt", b"\0")):
        size = (31 << 20) if name in ("blanks.txt", "lines.txt", "nul.txt", "words.txt") else (4 << 20)
        (folder / name).write_bytes((piece * (size // len(piece) + 1))[:size])


def write(folder, count, seed=1, port=9):
    """Writes about count files and returns how many there are."""
    rng = random.Random(seed)
    of_kind = seeds()
    everything = [content for contents in of_kind.values() for content in contents]
    large(folder / "large")
    put(folder / "endless", b"forms.pdf", endless_pdf())
    for name, content in bombs(port).items():
        put(folder / "bombs", name.encode() + b".docx", content)
    written = sum(path.is_file() for path in folder.rglob("*"))
    number = 0
    while written < count:
        number += 1
        written += 1
        kind = rng.random()
        ending = rng.choice(ENDINGS)
        if kind < 0.45:
            # pdftotext is another program: a few of these do.
            ending = rng.choice(ENDINGS[:-1] + (".txt", ".html", ".md")) if number % 20 else ".pdf"
            content = mutated(rng, rng.choice(of_kind.get(ending, everything)), rng.choice(everything))
            put(folder / "mutated" / str(number % 37), b"%d" % number + ending.encode(), content)
        elif kind < 0.62:
            put(folder / "noise", b"%d" % number + ending.encode(), rng.choice(MAGIC[:1] * 20 + MAGIC) + rng.randbytes(rng.choice((1, 30, 3000, 20000))))
        elif kind < 0.74:
            put(folder / "entities", b"%d" % number + rng.choice((".xml", ".html")).encode(), entities(port, rng))
        elif kind < 0.77:
            put(folder / "nested", b"%d" % number + rng.choice(ENDINGS[:5]).encode(), nested(rng))
        elif kind < 0.80:
            put(folder / "empty", b"%d" % number + ending.encode(), rng.choice((b"", b"", b"\n", b" \t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", b"\0")))
        elif kind < 0.90:
            content = rng.choice(of_kind[".txt"])
            put(folder / "truncated", b"%d" % number + ending.encode(), content[:rng.randrange(max(1, min(len(content), 400)))])
        else:
            ending = rng.choice(ENDINGS[:5])
            put(folder / "names", odd_name(rng, number, ending), rng.choice((b"", b"Board\0\n", rng.choice(of_kind[".txt"]), b"not minutes at all\n")))
    return sum(path.is_file() for path in folder.rglob("*"))


if __name__ == "__main__":
    print(write(pathlib.Path(sys.argv[1]), int(sys.argv[2]), *map(int, sys.argv[3:])))
