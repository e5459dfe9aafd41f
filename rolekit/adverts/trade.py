"""Whether a text is about work with data or software at all.

Words that everybody uses ("reports", "analyse", "support") prove nothing. What counts are the
distinct phrases of the trade that are hardly ever said elsewhere (column `trade` of
`data/advert_terms.csv`), how often "data" is said, and the title; against them, the words of other
trades (`data/other_trades.csv`). An engineer of bridges may write Python, and an analyst may count
pupils: so neither alone decides.
"""

from rolekit.adverts.parts import Parts
from rolekit.adverts.titles import own_title
from rolekit.adverts.tokens import word_list

ENOUGH = 5  # points of the trade
TITLED = 4  # points of a title, for its own trade
OTHER = 8  # of a title that only other trades have
AN_ANALYST = 2  # points of a title that may be one
DATA_WORDS = 3  # points at most for saying "data" often
OFTEN = 100  # points per share of words that are "data": a word in 50 gives 2
_OURS = word_list("our trade")
_NOUNS = word_list("our nouns")
_NEVER = word_list("other nouns")
_LEADING = word_list("shared nouns")


def of_the_trade(parts: Parts, text: str) -> bool:
    """Return whether the part of a text that is about the job is about data or software."""
    mine = sum([mark.trade for _, _, mark in parts.first.values()])
    if not mine:
        return False
    theirs = sum({id(mark): mark.other_trade for mark in parts.others}.values())
    if mine >= max(ENOUGH, theirs + OTHER):
        return True  # whatever its title is
    said = parts.words.count("data") / len(parts.words)
    mine += min(DATA_WORDS, round(OFTEN * said))
    words = own_title(text).words
    if words & _OURS and not words & _NEVER and words & (_NOUNS | _LEADING):
        mine += TITLED
    elif "analyst" in words:
        mine += AN_ANALYST
    elif words and not words & _NOUNS:
        theirs += TITLED if words & _LEADING else OTHER
    return mine >= ENOUGH and mine >= theirs
