"""Writes small Word documents for fixtures: paragraphs, styles, automatic numbers, tables. Only what Word itself writes."""
import zipfile
from xml.sax.saxutils import escape

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
    'ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def run(text, bold=False, extra=""):
    properties = f"<w:rPr>{'<w:b/>' if bold else ''}{extra}</w:rPr>" if bold or extra else ""
    pieces = text.replace("\t", "\0T\0").replace("\n", "\0B\0").split("\0")
    inner = "".join("<w:tab/>" if p == "T" else "<w:br/>" if p == "B" else f'<w:t xml:space="preserve">{escape(p)}</w:t>' for p in pieces if p)
    return f"<w:r>{properties}{inner}</w:r>"


def p(text="", style=None, num=None, level=0, bold=False, runs=None):
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'
    body = runs if runs is not None else (run(text, bold) if text else "")
    return f"<w:p><w:pPr>{properties}</w:pPr>{body}</w:p>"


def table(rows):
    """A cell is a text or a list of paragraphs."""
    out = "<w:tbl>"
    for row in rows:
        out += "<w:tr>"
        for cell in row:
            out += "<w:tc>" + ("".join(cell) if isinstance(cell, list) else p(cell)) + "</w:tc>"
        out += "</w:tr>"
    return out + "</w:tbl>"


def style(id, name, num=None, bold=False, based=None):
    numbering = f'<w:numPr><w:numId w:val="{num}"/></w:numPr>' if num is not None else ""
    return (
        f'<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/>{f"""<w:basedOn w:val="{based}"/>""" if based else ""}'
        f'<w:pPr>{numbering}</w:pPr><w:rPr>{"<w:b/>" if bold else ""}</w:rPr></w:style>'
    )


def numbers(lists, uses):
    """lists: {id: [(format, text, start), ...]}; uses: {numId: (list id, {level: start override})}"""
    out = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:numbering {W}>'
    for id, levels in lists.items():
        out += f'<w:abstractNum w:abstractNumId="{id}">'
        for i, (format, text, start) in enumerate(levels):
            out += f'<w:lvl w:ilvl="{i}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{escape(text)}"/></w:lvl>'
        out += "</w:abstractNum>"
    for id, (of, overrides) in uses.items():
        out += f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of}"/>'
        for level, start in overrides.items():
            out += f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        out += "</w:num>"
    return out + "</w:numbering>"


def text_box(*paragraphs):
    """A run with a text box, as Word 2010 and later write it: once as a drawing, once more for older programs."""
    content = f'<w:txbxContent>{"".join(paragraphs)}</w:txbxContent>'
    return (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing>'
        f'<wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>{content}</wps:txbx></wps:wsp>'
        '</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<v:textbox>{content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def footnote_mark(number):
    return f'<w:r><w:footnoteReference w:id="{number}"/></w:r>'


def write(path, body, styles="", numbering=None, header=None, footnotes=()):
    parts = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document {W}><w:body>{"".join(body)}</w:body></w:document>',
        "word/styles.xml": f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {W}>{styles}</w:styles>',
    }
    if numbering:
        parts["word/numbering.xml"] = numbering
    if header:
        parts["word/header1.xml"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr {W}>{p(header)}</w:hdr>'
    if footnotes:
        notes = "".join(f'<w:footnote w:id="{i}">{p(note)}</w:footnote>' for i, note in enumerate(footnotes, 1))
        parts["word/footnotes.xml"] = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes {W}>{notes}</w:footnotes>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            # The same bytes every time.
            package.writestr(zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0)), text, zipfile.ZIP_DEFLATED)
