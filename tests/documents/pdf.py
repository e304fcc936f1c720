"""What can be read back of a PDF: its texts, their fonts, and the codes on a page."""

import re
from itertools import chain

import pypdfium2
import zxingcpp
from pypdfium2 import raw


def pages_of(pdf):
    """The text of each page, as it runs."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_bounded() for page in document]


def text_of(pdf):
    """The text of all pages with single blanks, however it was broken into lines."""
    text = " ".join(pages_of(pdf)).replace("\u200b", "").replace("\x02", "")
    return re.sub(r"\s+", " ", text)


def squeezed(text):
    """Without blanks and line ends: what is left of letters set narrow or broken."""
    return re.sub(r"\s+", "", text)


def sizes_of(pdf):
    """Width and height of each page in millimetres."""
    document = pypdfium2.PdfDocument(pdf)
    return [
        tuple(round(side / 72 * 25.4) for side in page.get_size()) for page in document
    ]


def font_of(pdf, text):
    """The fonts, without subset and weight, of the pieces of text that hold `text`."""
    return {font for piece, font in pieces(pdf) if text in piece}


def pieces(pdf):
    """Each piece of text with its font: 骨, NotoSansCJKjp."""
    for page in pypdfium2.PdfDocument(pdf):
        textpage = page.get_textpage()
        kinds = [raw.FPDF_PAGEOBJ_TEXT]
        for found in page.get_objects(kinds, max_depth=15, textpage=textpage):
            name = found.get_font().get_base_name().partition("+")[2]
            yield found.extract(), name.partition("-")[0]


def boxes_of(page):
    """Left, bottom, right and top of every piece of text, in points."""
    kinds = [raw.FPDF_PAGEOBJ_TEXT]
    return [found.get_bounds() for found in page.get_objects(kinds, max_depth=15)]


def codes_of(pdf):
    """What the QR codes say, page by page, from top left to bottom right."""
    return list(chain.from_iterable(map(codes_on, pypdfium2.PdfDocument(pdf))))


def codes_on(page):
    found = zxingcpp.read_barcodes(page.render(scale=2.5).to_pil())

    def place(code):
        return code.position.top_left.y // 50, code.position.top_left.x

    return [code.text for code in sorted(found, key=place)]
