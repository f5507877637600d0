"""Web pages that word processors save: Word's with numbers that are words, Google's with lists never nested."""

from __future__ import annotations

from html import escape

from bench.specimens import Line, Specimen
from bench.webpages import PAGE, Notes, table
from rulebook.numbering import count, numeral, segment

_COUNTERS = {"1": "decimal", "i": "lower-roman", "I": "upper-roman", "a": "lower-latin", "A": "upper-latin"}


def from_word(specimen: Specimen) -> str:
    """Every number is words, parted from what it numbers by small spaces; where it stands, the margin says."""
    notes = Notes()
    style = (
        "p.MsoNormal,p.MsoListParagraph{margin:0cm;margin-bottom:6pt;font-size:11.0pt;font-family:Calibri,sans-serif}"
    )
    book = specimen.rulebook
    body = f"<div class=WordSection1><p class=MsoTitle align=center>{escape(book.title)}</p>\n"
    body += f"<p class=MsoNormal align=center>{escape(book.organisation)} {escape(book.edition)}</p>\n"
    space = "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp;&nbsp;&nbsp; </span>"
    for line in specimen.lines:
        left = 36 * (line.depth + 1)
        if line.what == "heading":
            title = escape(f"{line.label} {line.title}".strip())
            body += f'<h{line.depth}><a name="_Toc{len(body)}">{title}</a></h{line.depth}>\n'
        elif line.what == "table":
            body += f"<div style='margin-left:{left}pt'>{table(line.rows)}</div>\n"
        elif line.what == "words":
            body += f"<p class=MsoNormal style='margin-left:{left}.0pt'>{notes.text(line.text, line.notes)}</p>\n"
        else:
            label = (
                "<span style='font-family:Symbol'>·" + space + "</span>" if line.label == "•" else line.label + space
            )
            text = _broken(notes.text(line.text, line.notes))
            place = f"margin-left:{left}.0pt;text-indent:-18.0pt"
            body += f"<p class=MsoListParagraph style='{place}'>{label}{text}</p>\n"
    body += "</div>" + notes.section()
    return PAGE.format(title=escape(book.title), style=style, body=body)


def _broken(text: str) -> str:
    """Word breaks its lines of HTML wherever a line is full; the break is a space."""
    words, lines, so_far = text.split(" "), [], ""
    for word in words:
        if len(so_far) + len(word) > 70 and "<" not in so_far.rsplit(">", 1)[-1]:
            lines.append(so_far)
            so_far = word
        else:
            so_far = f"{so_far} {word}".strip()
    return "\n".join([*lines, so_far])


def from_google(specimen: Specimen) -> str:
    """One list after the other, each on a level that only its class names."""
    notes = Notes()
    body, rules, opened, made = "", "", "", 0
    lists: dict[tuple[int, ...], tuple[int, str, int]] = {}  # of a parent: number of the list, numerals, count

    def closed() -> str:
        nonlocal opened
        tag, opened = opened, ""
        return f"</{tag}>" if tag else ""

    for line in specimen.lines:
        if line.what == "provision":
            parent = line.place[:-1]
            number, style, so_far = lists.get(parent, (-1, "", 0))
            style = style or next((one for one in "1iaAI" if numeral(1, one) == segment(line.label)), "1")
            value = None if "." in line.label[:-1] or line.label == "•" else count(segment(line.label), style)
            exact = value and not value[1] and numeral(value[0], style) == segment(line.label)
            start = value[0] if exact and value else 1
            begins = number < 0 or (bool(exact) and start != so_far + 1)
            number = made if begins else number
            name = f"lst-kix_{number:04d}-{line.depth}"
            if line.label == "•" or exact:
                if begins:
                    made += 1
                    dress = line.label.replace(segment(line.label), "\0") if exact else "\0"
                    before, after = dress.split("\0")
                    shown = f'"{before}" counter(lst-ctn-{name},{_COUNTERS[style]}) "{after} "' if exact else '"●  "'
                    rules += f".{name}>li:before{{content:{shown}}}.{name}>li{{counter-increment:lst-ctn-{name}}}"
                    rules += f"ol.{name},ul.{name}{{list-style-type:none}}"
                    if exact:
                        rules += f"ol.{name}.start{{counter-reset:lst-ctn-{name} {start - 1}}}"
                tag = "ol" if exact else "ul"
                first = " start" if begins else ""
                body += closed()
                body += f'<{tag} class="c2 {name}{first}"' + (f' start="{start}">' if exact else ">")
                opened = tag
                body += f'<li class="c3 d{line.depth}"><span class="c1">{notes.text(line.text, line.notes)}</span></li>'
                lists[parent] = (number, style, start)
            else:
                text = notes.text(line.text, line.notes)
                body += closed() + f'<p class="p{line.depth}"><span>{line.label} </span>{text}</p>'
            continue
        body += closed() + _other(line, notes)
    depths = "".join(f".d{one},.p{one}{{margin-left:{36 * (one + 1)}pt}}" for one in range(-1, 6))
    title = escape(specimen.rulebook.title)
    head = f'<p class="title"><span class="c1">{title}</span></p><p>{escape(specimen.rulebook.organisation)}</p>'
    style = f"ul,ol{{margin:0;padding:0}}{rules}{depths}"
    return PAGE.format(title=title, style=style, body=head + body + closed() + notes.section())


def _other(line: Line, notes: Notes) -> str:
    if line.what == "heading":
        title = escape(f"{line.label} {line.title}".strip())
        return f'<h{line.depth} class="c4" id="h.{"-".join(map(str, line.place))}"><span>{title}</span></h{line.depth}>'
    if line.what == "table":
        return table(line.rows)
    return f'<p class="p{line.depth}"><span class="c1">{notes.text(line.text, line.notes)}</span></p>'
