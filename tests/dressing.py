"""What programs make of a code: each function dresses one, and none of them spoils it."""

import csv
import email.policy
import html
import io
import json
import quopri
import textwrap
import urllib.parse
from email import charset
from email.header import Header
from email.message import EmailMessage

WIDE = {c: c + 0xFEE0 for c in range(0x21, 0x7F)}
BOLD = {ord("A") + i: 0x1D400 + i for i in range(26)} | {
    ord("0") + i: 0x1D7CE + i for i in range(10)
}
CYRILLIC = dict(
    zip(map(ord, "ABCEHKMT"), "\u0410\u0412\u0421\u0415\u041d\u041a\u041c\u0422", strict=True)
)
GREEK = dict(
    zip(
        map(ord, "ABEHKMNTZ"), "\u0391\u0392\u0395\u0397\u039a\u039c\u039d\u03a4\u0396", strict=True
    )
)
DISCS, BOXES, FLAGS = (
    {ord("A") + i: first + i for i in range(26)} for first in (0x1F150, 0x1F170, 0x1F1E6)
)
ARABIC = {ord("0") + i: 0x0660 + i for i in range(10)}


def between(mark):
    """The same mark between all characters."""
    return lambda code: mark.join(code)


def instead(mark):
    """Another mark in place of the hyphens."""
    return lambda code: code.replace("-", mark)


def wrapped(width, prefix):
    """Broken at a width, each line after a prefix."""
    return lambda code: prefix + f"\n{prefix}".join(textwrap.wrap(code, width))


def quoted_printable(code):
    """As a mail is sent, broken in the middle, and now and then with its hyphens escaped."""
    body = quopri.encodestring(f"{'x' * 57} {code} thanks =3D é\n".encode()).decode()
    return body if len(code) % 2 else body.replace("-", "=2D")


def mail(code):
    message = EmailMessage(policy=email.policy.SMTP)
    message.set_content(f"My code – finally – is\n\n{code}\n", cte="quoted-printable")
    message.add_alternative(f"<p>My code is <b>{code}</b></p>", subtype="html")
    return message.as_string()


def mail_in_base64(code):
    message = EmailMessage(policy=email.policy.SMTP)
    message.set_content(f"My code – finally – is\n\n{code}\n", cte="base64")
    message.add_alternative(f"<p>My code is <b>{code}</b></p>", subtype="html", cte="base64")
    return message.as_string()


def header(encoding):
    def write(code):
        if not code.isascii():
            return code
        encoded = charset.Charset("utf-8")
        encoded.header_encoding = encoding
        return Header(f"Ünïcode {code} {code}", encoded, maxlinelen=50).encode()

    return write


def table(separator, quoting=csv.QUOTE_MINIMAL):
    def write(code):
        out = io.StringIO()
        rows = csv.writer(out, delimiter=separator, quoting=quoting)
        rows.writerows([["Name", "Code"], ['Smith, "Jo"; Mrs', code]])
        return out.getvalue()

    return write


def escaped(pattern):
    """Every hyphen escaped like this."""
    return lambda code: code.replace("-", pattern)


def every(pattern):
    """Every character escaped like this."""
    return lambda code: "".join(pattern.format(ord(c)) if c < "\x7f" else c for c in code)


def in_json(code):
    return json.dumps({"text": f"here\n{code[:17]}\n{code[17:]}\tthanks – bye"})


def as_bytes(code):
    return repr(code.replace("-", "–").encode())[2:-1]


def taken_for_latin(code):
    raw = code.replace("-", "\u2011").encode()
    return "".join(
        bytes([b]).decode("cp1252" if b not in b"\x81\x8d\x8f\x90\x9d" else "latin-1") for b in raw
    )


def rtf(code):
    return (
        r"{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}\f0\fs24 "
        + (code.replace("-", r"\_").replace(r"\_", r"\endash ", 2).replace(r"\_", r"\'96", 1))
        + r"\par}"
    )


ENTITIES = (
    "&#45; &#x2D; &#8209; &hyphen; &dash; &ndash; &shy;- &#8203;- -&zwj; &nbsp; -<wbr> <br>- "
)
ENTITIES += "-<br/> </span><span> -</b><b> &#8288;-&#8288;"
TAGS = "<wbr> <!----> </span><span> </a><a\thref='tel:4000'> [/b][b] [/color][color=red] [/B][B]"
TAGS += " {color} {color:#ff0000}"
SIGNS = "\u00ad \u200b \u200d \u2060 \ufe0f \u20e3 \ufe0f\u20e3 \ufeff \u200e \u0301"
OTHERS = "– — − ‐ ‑ － ー ｰ ﹣ ~ · • . , ; : / | * _ + # \\- \\_ -- --- ' \" ` ** ~~ || () [] {}"

PLAIN = [
    str,
    str.lower,
    str.title,
    instead(""),
    instead(" "),
    between(" "),
    between("\n"),
    lambda code: code.replace("0", "O").replace("1", "l"),
    lambda code: code.replace("1", "I"),
    *(instead(mark) for mark in OTHERS.split(" ")),
    *(between(mark) for mark in SIGNS.split(" ")),
    lambda code: code.translate(WIDE),
    lambda code: code.translate(WIDE).replace("－", "ー"),
    lambda code: code.lower().translate(WIDE),
    lambda code: code.translate(BOLD),
    lambda code: code.translate(ARABIC),
    *(lambda code, other=other: code.translate(other) for other in (CYRILLIC, GREEK, DISCS, BOXES)),
    lambda code: "\u200c".join(code.translate(FLAGS)),
    *(wrapped(width, prefix) for width in (7, 11, 20) for prefix in ("", "> ", ">> | ", "  * ")),
]
WRAPPED = [
    *(escaped(each) for each in ENTITIES.split(" ")),
    *(escaped(each) for each in ["%2D", "%E2%80%91", "=2D", "=E2=80=91", "-=\n", "-=\r\n", "=\n-"]),
    *(escaped(each) for each in [r"\u002d", r"\u2011", r"\x2d", r"\055", r"\u{2d}", "%u2011"]),
    *(escaped(each) for each in [r"\N{HYPHEN}", r"-\n", r"-\r\n", r"-\t", "_x002D_", "-_x000D_"]),
    *(between(mark.replace("\t", " ")) for mark in TAGS.split(" ")),
    *(
        every(each)
        for each in ["&#{};", "&#x{:x};", "%{:02X}", "={:02X}", r"\u{:04x}", r"\x{:02x}"]
    ),
    *(escaped(each) for each in [r"\textendash{}", r"{-}\allowbreak{}", "\\2D ", "+IBE-"]),
    *(escaped(each) for each in ["-2D", "&shy-"]),
    lambda code: urllib.parse.quote(code.translate(WIDE)),
    lambda code: json.dumps(code.translate(BOLD)),
    lambda code: html.escape(json.dumps({"html": f"<b>{code}</b>"})),
    lambda code: "".join(f"<td style='a:b'>{c}</td>" for c in code),
    between("\x1b[0m\x1b[1m"),
    instead("="),
    quoted_printable,
    mail,
    mail_in_base64,
    header(charset.QP),
    header(charset.BASE64),
    in_json,
    as_bytes,
    taken_for_latin,
    rtf,
]
AROUND = [
    *("{}", '"{}"', "“{}”", "`{}`", "```\n{}\n```", "**{}**", "<{}>", "<b>{}</b>"),
    *("[{0}](https://x.org/#{0})", '<a href="https://x.org/?c={0}&amp;n=1">{0}</a>'),
    *("https://x.org/?to=https%3A%2F%2Fy.org%2F%3Fc%3D{}%26n%3D1", "> {}", ">>> | {}", '="{}"'),
    *("'{}", "| Ada | {} |", "{}, Ada", '"Ada","{}"', "Ada\t{}\t10:32"),
    "[03/11/2026, 10:32:05] Ada: {} <This message was edited>",
    *("10:32:05 From Ada to Everyone:\n\t{}", "Ada — Today at 10:32\n{} (edited)"),
    *("Ada, [03.11.2026 10:32]\n{}", '{{"name": "Ada", "code": "{}"}}', "- name: Ada\n  code: {}"),
    *("\\texttt{{{}}}", "\u2067{}\u2069", "{}."),
]
