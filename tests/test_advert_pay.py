"""Pay is found as written, and other money is no pay."""

import pytest

from rolekit.adverts.pay import pay_in


@pytest.mark.parametrize(
    ("text", "pay"),
    [
        ("Salary: £45,000 - £55,000 per annum", "£45,000 - £55,000 per annum"),
        ("London · £45k–£55k · hybrid", "£45k–£55k"),
        ("Up to £600 per day", "£600 per day"),
        ("The pay range is $60/hr", "$60/hr"),
        ("$160,000/year to $220,000/year", "$160,000/year to $220,000/year"),
        ("€60.000 – €75.000 gross", "€60.000 – €75.000"),
        ("CHF 110'000 a year", "CHF 110'000 a year"),
        ("70-85k EUR", "70-85k EUR"),
        ("base: USD 150,000.00 to 200,000.00", "USD 150,000.00 to 200,000.00"),
        ("15-20 LPA", "15-20 LPA"),
        ("₹15,00,000 per annum", "₹15,00,000 per annum"),
        ("- £38,000", "£38,000"),
        ("70.000 – 85.000 € brutto", "70.000 – 85.000 €"),
        ("AU$130k + super", "AU$130k"),
        ("CA$110,000 a year", "CA$110,000 a year"),
        ("zł 18 000–24 000 / mo", "zł 18 000–24 000 / mo"),
        ("Up to 80k EUR", "80k EUR"),
        ("120–140 kCHF", "120–140 kCHF"),
        ("Contract, £450pd", "£450pd"),
        ("AED 25,000 monthly", "AED 25,000 monthly"),
        ("Pay: 45 dollars an hour", "45 dollars an hour"),
        ("R900k CTC", "R900k"),
        ("R$ 12.000 per month", "R$ 12.000 per month"),
        ("A pension of £3,000 a year", ""),
        ("You manage a budget of €200,000 to €300,000", ""),
        ("savings of $2,000 per day", ""),
        ("Competitive salary", ""),
        ("We raised $50 million", ""),
        ("A revenue of $5m a year", ""),
        ("a $1,000 learning budget a year", ""),
        ("Grade 7", ""),
        ("", ""),
    ],
)
def test_pay_as_written(text, pay):
    assert pay_in(text) == pay
