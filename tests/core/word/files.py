"""Small .docx files for tests, written part by part."""

import io
import zipfile

from PIL import Image

OFFICE = "http://schemas.openxmlformats.org"
W = f"{OFFICE}/wordprocessingml/2006/main"
NAMES = (
    f'xmlns:w="{W}" xmlns:r="{OFFICE}/officeDocument/2006/relationships" '
    f'xmlns:a="{OFFICE}/drawingml/2006/main" xmlns:m="{OFFICE}/officeDocument/2006/math" '
    f'xmlns:wp="{OFFICE}/drawingml/2006/wordprocessingDrawing" '
    f'xmlns:pic="{OFFICE}/drawingml/2006/picture" '
    f'xmlns:mc="{OFFICE}/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
TYPES = f'<Types xmlns="{OFFICE}/package/2006/content-types"/>'
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{rest}</w:style>'
    for name, shown, rest in (
        ("Title", "Title", ""),
        ("Caption", "caption", ""),
        ("Quote", "Quote", ""),
        ("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("Heading2", "heading 2", '<w:basedOn w:val="Heading1"/><w:rPr><w:b/></w:rPr>'),
        ("Heading3", "heading 3", '<w:basedOn w:val="Heading1"/>'),
        ("Heading5", "heading 5", ""),
        ("Strong", "Đậm", "<w:rPr><w:b/></w:rPr>"),
        ("Old", "Old", '<w:rPr><w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/></w:rPr>'),
        ("Older", "Older", '<w:basedOn w:val="Old"/>'),
    )
)


def jpeg(size=(8, 6)):
    out = io.BytesIO()
    Image.new("RGB", size, (170, 30, 40)).save(out, "JPEG")
    return out.getvalue()


def run(text, look="", font=""):
    if font:
        look += f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>'
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs, align="", style="", rest=""):
    runs = [r if r.startswith("<") else run(r) for r in runs]
    style = f'<w:pStyle w:val="{style}"/>' if style else ""
    align = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{style}{rest}{align}</w:pPr>{''.join(runs)}</w:p>"


def title(text="Tiêu đề"):
    return paragraph(run(text, "<w:b/>"), align="center")


def lead(text="Sáng 5/4, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban."):
    return paragraph(run(text, "<w:b/>"))


def caption(text):
    return paragraph(run(text, "<w:i/>"), align="center")


def item(text, level=0, number=1):
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(text, rest=place)


def table(*rows, header=False):
    """Rows of cells, each the XML of its paragraphs."""
    first = "<w:trPr><w:tblHeader/></w:trPr>" if header else ""
    written = []
    for at, row in enumerate(rows):
        cells = "".join(f"<w:tc><w:tcPr/>{cell}</w:tc>" for cell in row)
        written.append(f"<w:tr>{'' if at else first}{cells}</w:tr>")
    return f"<w:tbl>{''.join(written)}</w:tbl>"


def picture(name="image1", alt="", inside=""):
    """A run with the picture whose relation is `name`."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{name}"/>{inside}</pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def numbering(*levels):
    """One list of the given (format, text) levels as numId 1, and another of the same as 2."""
    written = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (kind, text) in enumerate(levels)
    )
    again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    return (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="7">{written}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{again}</w:num></w:numbering>'
    )


def relations(**targets):
    """Ids to "image media/image1.jpg" or, of the outside, "hyperlink https://…"."""
    written = ""
    for name, what in targets.items():
        kind, _, target = what.partition(" ")
        outside = ' TargetMode="External"' if ":" in target else ""
        written += (
            f'<Relationship Id="{name}" Target="{target}"{outside} '
            f'Type="{OFFICE}/officeDocument/2006/relationships/{kind}"/>'
        )
    return f'<Relationships xmlns="{OFFICE}/package/2006/relationships">{written}</Relationships>'


def package(parts):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    file.seek(0)
    return file


def docx(*body, links=None, defaults="", parts=None):
    """A .docx file of these paragraphs. The relation image1 is there; `links` adds others."""
    written = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(main="officeDocument word/document.xml"),
        "word/_rels/document.xml.rels": relations(
            **{"image1": "image media/image1.jpg"} | (links or {})
        ),
        "word/styles.xml": (
            f"<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr>{defaults}</w:rPr>"
            f"</w:rPrDefault></w:docDefaults>{STYLES}</w:styles>"
        ),
        "word/media/image1.jpg": jpeg(),
        "word/document.xml": (
            f"<w:document {NAMES}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
        ),
    }
    return package(written | (parts or {}))
