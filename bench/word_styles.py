"""The styles of the Word documents that are made here: headings, title page, contents."""

from __future__ import annotations


def _style(name: str, title: str, paragraph: str = "", look: str = "") -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/><w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


_DOTS = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif"/>'
    '<w:sz w:val="22"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault>'
    "</w:docDefaults>"
    + _style("Normal", "Normal")
    + _style("Title", "Title", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>')
    + _style("Subtitle", "Subtitle", '<w:jc w:val="center"/>', '<w:sz w:val="28"/>')
    + _style("TOCHeading", "TOC Heading", "", "<w:b/>")
    + "".join(_style(f"TOC{level}", f"toc {level}", _DOTS) for level in (1, 2, 3))
    + "".join(
        _style(f"Heading{level}", f"heading {level}", f'<w:keepNext/><w:outlineLvl w:val="{level - 1}"/>',
               f'<w:b/><w:sz w:val="{34 - 4 * level}"/>')
        for level in (1, 2, 3)
    )
)  # fmt: skip
