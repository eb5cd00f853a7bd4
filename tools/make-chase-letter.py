#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes data/templates/cong-van-don-doc.docx: the letter that chases, in the Party's format.

The office changes a copy of it in Word; this is what it starts from. The same script gives the
same bytes, so a test can tell when the file in the tree is not the script's.
"""

import sys
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def mm(length):
    """Twentieths of a point."""
    return round(length / 25.4 * 1440)


LEFT, RIGHT = 76, 89  # the two sides of the letterhead, together as wide as the text


def run(text, size=14, style=""):
    """style: b bold, i italic, u underlined."""
    marks = "".join(f"<w:{mark}/>" for mark in "bi" if mark in style)
    marks += f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    marks += '<w:u w:val="single"/>' if "u" in style else ""
    return f'<w:r><w:rPr>{marks}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(runs="", align="center", spacing='w:before="0" w:after="0"', more="", indent=""):
    runs = runs or run("")
    return (f"<w:p><w:pPr>{more}<w:spacing {spacing}/>{indent}"
            f'<w:jc w:val="{align}"/></w:pPr>{runs}</w:p>')


def body(text):
    """Justified, first line 10 mm, at least 18 pt a line, 6 pt between paragraphs."""
    return paragraph(run(text), "both", 'w:before="120" w:after="0" w:line="360"'
                     ' w:lineRule="atLeast"', indent=f'<w:ind w:firstLine="{mm(10)}"/>')


def cell(content, width, header=False):
    shade = '<w:vAlign w:val="center"/>' if header else ""
    return (f'<w:tc><w:tcPr><w:tcW w:w="{mm(width)}" w:type="dxa"/>{shade}</w:tcPr>'
            f"{content}</w:tc>")


def table(rows, widths, bordered=False):
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
                      for side in sides) if bordered else ""
    grid = "".join(f'<w:gridCol w:w="{mm(width)}"/>' for width in widths)
    margin = mm(1.5) if bordered else 0
    return (f'<w:tbl><w:tblPr><w:tblW w:w="{mm(sum(widths))}" w:type="dxa"/>'
            + (f"<w:tblBorders>{borders}</w:tblBorders>" if borders else "")
            + '<w:tblLayout w:type="fixed"/><w:tblCellMar>'
            f'<w:left w:w="{margin}" w:type="dxa"/><w:right w:w="{margin}" w:type="dxa"/>'
            f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>")


def row(cells, header=False):
    marks = "<w:cantSplit/>" + ("<w:tblHeader/>" if header else "")
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(cells)}</w:tr>"


def letterhead():
    # A rule as long as the words above it: a border between indents.
    ruled = ('<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/></w:pBdr>')
    indent = f'<w:ind w:left="{mm(7.5)}" w:right="{mm(7.5)}"/>'
    left = (paragraph(run("{{CẤP TRÊN}}")) + paragraph(run("{{CƠ QUAN}}", style="b"))
            + paragraph(run("*")) + paragraph(run("{{SỐ, KÝ HIỆU}}"))
            + paragraph(run("Đôn đốc thực hiện nhiệm vụ theo kế hoạch", 12, "i")))
    right = (paragraph(run("ĐẢNG CỘNG SẢN VIỆT NAM", 15, "b"), more=ruled, indent=indent)
             + paragraph() + paragraph(run("{{ĐỊA DANH, NGÀY}}", style="i")))
    return table([row([cell(left, LEFT), cell(right, RIGHT)])], (LEFT, RIGHT))


def tasks():
    widths = (10, 75, 19, 25, 36)
    titles = ("TT", "Nhiệm vụ", "Mục", "Hạn cuối", "Tình trạng")
    fields = ("{{TT}}", "{{NHIỆM VỤ}}", "{{MỤC}}", "{{HẠN CUỐI}}", "{{TÌNH TRẠNG}}")
    space = 'w:before="40" w:after="40"'
    return table(
        [row([cell(paragraph(run(title, 13, "b"), spacing=space), width, True)
              for title, width in zip(titles, widths)], True),
         row([cell(paragraph(run(field, 13), "both" if field == "{{NHIỆM VỤ}}" else "center",
                             space), width) for field, width in zip(fields, widths)])],
        widths, True)


def signature():
    left = (paragraph(run("Nơi nhận:", style="u"), "left")
            + paragraph(run("- Như trên,", 12), "left")
            + paragraph(run("- Lưu Văn phòng.", 12), "left"))
    right = (paragraph(run("{{THẨM QUYỀN}}", style="b")) + paragraph(run("{{CHỨC VỤ}}"))
             + paragraph() * 4 + paragraph(run("{{NGƯỜI KÝ}}", style="b")))
    return table([row([cell(left, 82), cell(right, 83)])], (82, 83))


def document():
    section = (f'<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
               f'<w:pgSz w:w="{mm(210)}" w:h="{mm(297)}"/>'
               f'<w:pgMar w:top="{mm(20)}" w:right="{mm(15)}" w:bottom="{mm(20)}"'
               f' w:left="{mm(30)}" w:header="{mm(10)}" w:footer="{mm(10)}" w:gutter="0"/>'
               '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>')
    text = (letterhead()
            + paragraph(run("Kính gửi: {{ĐƠN VỊ}}"), spacing='w:before="360" w:after="240"')
            + body("Thực hiện {{KẾ HOẠCH}}, tính đến ngày {{TÍNH ĐẾN NGÀY}}, {{ĐƠN VỊ}} có"
                   " {{SỐ LIỆU}}, cụ thể như sau:")
            + paragraph(run("", 6)) + tasks()
            + body("Đề nghị {{ĐƠN VỊ}} khẩn trương thực hiện và gửi kết quả các nhiệm vụ đã quá"
                   " hạn; chủ động thực hiện các nhiệm vụ sắp đến hạn, bảo đảm thời hạn theo Kế"
                   " hoạch. Nhiệm vụ đã thực hiện, đề nghị báo lại để cập nhật.")
            + paragraph(run("", 10)) + signature()
            + paragraph(run("", 2), spacing='w:before="0" w:after="0" w:line="20"'
                        ' w:lineRule="exact"'))
    return (f'{HEAD}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>{text}{section}</w:body>'
            "</w:document>")


def styles():
    return (f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
            '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"'
            ' w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/>'
            '<w:szCs w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault>'
            "<w:pPrDefault/></w:docDefaults>"
            '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
            '<w:name w:val="Normal"/></w:style></w:styles>')


def header():
    """The page's number, which the first page does not have."""
    number = ('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
              '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
              '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("2")
              + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    return f'{HEAD}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{paragraph(number)}</w:hdr>'


def settings():
    """Left and right margins change places on the back of a sheet."""
    return f'{HEAD}<w:settings xmlns:w="{W}"><w:mirrorMargins/></w:settings>'


def relations(targets):
    items = "".join(f'<Relationship Id="rId{i}" Type="{R}/{kind}" Target="{target}"/>'
                    for i, (kind, target) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def content_types():
    kinds = {"document": "document.main", "styles": "styles", "settings": "settings",
             "header1": "header"}
    parts = "".join(f'<Override PartName="/word/{name}.xml" ContentType="{OFFICE}.{kind}+xml"/>'
                    for name, kind in kinds.items())
    return (f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Default Extension="xml" ContentType="application/xml"/>{parts}</Types>')


def parts():
    return {
        "[Content_Types].xml": content_types(),
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
        "word/document.xml": document(),
        "word/_rels/document.xml.rels": relations([("styles", "styles.xml"),
                                                   ("settings", "settings.xml"),
                                                   ("header", "header1.xml")]),
        "word/styles.xml": styles(),
        "word/settings.xml": settings(),
        "word/header1.xml": header(),
    }


def main(path):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in parts().items():
            # Stored: what a compressor writes changes with its version.
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8"))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "data/templates/cong-van-don-doc.docx")
