"""The pay that an advert names: a sum, or a range, with its currency and what it is paid for.

A sum of money may be anything: a budget, a turnover, a bonus. It is pay where the words around it
say so, where it has a line for itself, and where it is a range.
"""

import re

_SIGN = (
    r"(?:(?:(?:US|CA?|AU?|NZ|SG?|HK|MX|R)?\$|[£€¥₹₪₩₺₱฿]|\bR(?=\d)|"
    r"(?<![A-JL-Za-jl-z])(?:USD|GBP|EUR|CHF|CAD|AUD|NZD|INR|SEK|NOK|DKK|PLN|CZK|HUF|RON|SGD|HKD|JPY|AED|SAR|ILS|ZAR|"
    r"BRL|MXN|zł|Kč|kr|Rs)\b))"
)
_SUM = r"(?:\d{1,3}(?:[,.'’ \u202f]\d{2,3})+(?:\.\d\d)?|\d+(?:\.\d+)?)(?:\s?(?:[kK]|LPA|lakhs?)\b)?"
_EACH = (
    r"(?:\s?(?:/|per|an?)\s?(?:hour|hr|day|week|month|mo|year|yr|annum)\b"
    r"|\s?p\.?(?:[adhm]|cm)\b\.?|\s(?:hourly|daily|monthly|yearly|annually)\b)?"
)
_TO = r"\s*(?:-|–|—|to|and|up to)\s*"
_BEFORE = rf"{_SIGN}\s?{_SUM}{_EACH}(?P<to>{_TO}(?:{_SIGN}\s?)?{_SUM}{_EACH})?"  # £40k to £50k
_WORD = r"(?:euros?|dollars|pounds)\b"
_BEHIND = rf"(?P<from>{_SUM}{_TO})?{_SUM}\s?k?(?:{_SIGN}|{_WORD}){_EACH}"  # 40-50k EUR
_BARE = rf"\d+(?:\.\d+)?{_TO}\d+(?:\.\d+)?\s?LPA\b|\b\d{{2,3}}[kK]{_TO}\d{{2,3}}[kK]\b"
_PAY = re.compile(f"{_BEFORE}|{_BEHIND}|{_BARE}")
_PAID = re.compile(
    r"salary|pay\b|compensation|base|per (?:annum|year|hour|day|month)|p\.?a\.?\b|annual|yearly|"
    r"hourly|daily rate|a (?:year|day|month)|an hour|/\s?(?:year|yr|hr|hour|day|annum)|ote|gross|"
    r"package|wage|remuneration|range|earn|LPA|CTC|(?<![a-z])p\.?[dhm]\b|monthly|up to|\bsuper\b",
    re.IGNORECASE,
)
_ELSE_BEFORE = re.compile(
    r"(?:pension|bonus|budget|allowance|grant|stipend|revenue|turnover|funding|raised|savings?|"
    r"worth|portfolio|voucher|manag\w+)\s+(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
_ELSE = re.compile(
    r"\s?(?:million|billion|bn|mn?|trillion|[MB])\b|\s(?:\w+\s){0,2}(?:budget|allowance|stipend|"
    r"bonus|grant|fund|funding|voucher|discount|revenue|turnover|towards|for (?:learning|training|"
    r"books))s?\b",
    re.IGNORECASE,
)


def pay_in(text: str) -> str:
    """Return the first pay that a text names, as written, or "".

    >>> pay_in("We raised $50 million. Salary: £45,000 - £55,000 per annum")
    '£45,000 - £55,000 per annum'
    >>> pay_in("A $1,000 learning budget a year")
    ''
    """
    for found in _PAY.finditer(text):
        line = text.rfind("\n", 0, found.start()) + 1
        around = text[max(line, found.start() - 80) : found.end() + 40].split("\n")[0]
        alone = around.strip(" .*•-\t") == found[0].strip()
        paid = alone or found["to"] or found["from"] or _PAID.search(around)
        other = _ELSE.match(text, found.end()) or _ELSE_BEFORE.search(text[line : found.start()])
        if paid and not other:
            return " ".join(found[0].split())
    return ""
