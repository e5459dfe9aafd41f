"""One page to keep of a result: picture, sentences, response code, and a plan where there is one.

The page of a notebook fills in the places itself (`panels/keep_this.js`). So it can be kept
when no kernel runs any more. What is filled in is escaped there.
"""

from rolekit.base.page import page

_STYLE = """
h2 { margin: 6mm 0 1mm; font-size: 12pt; }
img { display: block; width: 100%; margin: 0 0 4mm; }
.lead { font-size: 12.5pt; font-weight: 600; }
code { font-size: 11pt; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 9pt; }
.small { font-size: 9pt; }
p:empty { display: none; }
"""
_BODY = """<h1>Where you sit between analytics and engineering</h1>
<p class="lead">{sentence}</p>
{picture}
<p>{guess}</p>
<p>{nearest}</p>
<p>{pairs}</p>
{more}
<h2>Your response code</h2>
<p><code>{code}</code></p>
<p>To come back to this result, open notebook 02 and paste the code into <i>Resume from a code</i>.
Anyone who has the code can read your answers.</p>
<p class="small">{day}. This is a starting point for a conversation. It says what you would like to
do, not what you can do, and it is not for choosing between applicants.</p>"""


def kept_page() -> str:
    """Return the page of HTML with its {places}: what a result says of itself, and `more` below it.

    >>> "<code>{code}</code>" in kept_page()
    True
    """
    return page("Where you sit", _BODY, _STYLE)
