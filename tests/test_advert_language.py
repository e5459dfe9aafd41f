"""The English part of a text is found, and other languages are told from it."""

import pytest
from hands import refusal, rows_of

from rolekit import AdvertError, read_advert
from rolekit.adverts.language import english_part, looks_mixed
from rolekit.adverts.tokens import tokens_of

TOOLS = "Python, SQL, Spark, Kafka, Airflow, AWS, Docker, Kubernetes, machine learning, Tableau"
ENGLISH = f"Data Engineer\nYou will work with {TOOLS} and build the pipelines of our team."
# A sentence of our own in each of some languages, as an advert would have it.
ELSEWHERE = {
    "German": "Wir suchen eine Person, die mit {} arbeitet und unser Team verstärkt.",
    "French": "Vous travaillez avec {} au sein de notre équipe et vous êtes curieux.",
    "Spanish": "Buscamos una persona con experiencia en {} para nuestro equipo.",
    "Italian": "Cerchiamo una persona con esperienza in {} per il nostro team.",
    "Portuguese": "Procuramos uma pessoa com experiência em {} para a nossa equipa.",
    "Dutch": "Wij zoeken iemand die met {} werkt en die ons team komt versterken.",
    "Swedish": "Vi söker dig som har erfarenhet av {} och vill arbeta i vårt team.",
    "Danish": "Vi søger en kollega, der har erfaring med {} og kan lide at arbejde hos os.",
    "Norwegian": "Vi søker deg som har erfaring med {} og liker å jobbe hos oss.",
    "Finnish": "Etsimme henkilöä, jolla on kokemusta: {} sekä hyvä asenne.",
    "Polish": "Szukamy osoby, która zna {} oraz lubi pracę w zespole.",
    "Czech": "Hledáme kolegu se znalostí {} pro náš tým, který je přátelský.",
    "Slovak": "Hľadáme kolegu so znalosťou {} pre náš tím, ktorý je priateľský.",
    "Hungarian": "Olyan kollégát keresünk, akinek van tapasztalata: {} és csapatjátékos.",
    "Romanian": "Căutăm o persoană cu experiență în {} pentru echipa noastră.",
    "Croatian": "Tražimo osobu koja ima iskustvo u {} i želi raditi u našem timu.",
    "Lithuanian": "Ieškome žmogaus, kuris turi patirties su {} ir nori dirbti.",
    "Latvian": "Meklējam cilvēku, kuram ir pieredze ar {} un kurš grib strādāt.",
    "Estonian": "Otsime inimest, kellel on kogemus {} ja kes on uudishimulik.",
    "Turkish": "{} konusunda deneyimli bir çalışma arkadaşı arıyoruz.",
    "Catalan": "Busquem una persona amb experiència en {} per al nostre equip.",
    "Greek": "Αναζητούμε άτομο με εμπειρία σε {} για την ομάδα μας.",
    "Bulgarian": "Търсим човек с опит в {} за нашия екип.",
    "Ukrainian": "Шукаємо людину з досвідом {} до нашої команди.",
    "Welsh": "Rydym yn chwilio am rywun gyda phrofiad o {} i ymuno â'r tîm.",
    "Icelandic": "Við leitum að manneskju með reynslu af {} og góða þekkingu.",
}
NOT_ENGLISH = "This does not seem to be English."


@pytest.mark.parametrize("language", ELSEWHERE)
def test_an_advert_in_another_language_is_refused_whatever_tools_it_names(language):
    text = f"Data Engineer (m/f/d)\n{ELSEWHERE[language].format(TOOLS)}"
    assert refusal(AdvertError, read_advert, text).startswith(NOT_ENGLISH)


@pytest.mark.parametrize(
    "text",
    [
        "Ingeniero de datos\nConstruirás pipelines de datos en {} y más.",
        "Data Engineer\nJe bouwt datapipelines in {} met dbt.",
        "Datový inženýr\nBudete stavět datové pipeline: {} a dbt.",
        "Inženjer podataka\nGradit ćete podatkovne cjevovode: {} i dbt.",
        "Inġinier tad-data\nInti tibni pipelines: {} u dbt.",
        "データエンジニア\n{}、dbtでデータ基盤を構築します。",
        "数据工程师\n负责数据管道建设：{}。",
    ],
)
def test_few_words_of_another_language_are_enough_where_none_is_english(text):
    assert refusal(AdvertError, read_advert, text.format(TOOLS)).startswith(NOT_ENGLISH)


@pytest.mark.parametrize("place", ["Zürich", "Île-de-France, Genève", "Kraków – Łódź", "東京"])
def test_a_list_of_tools_with_the_names_of_places_is_no_other_language(place):
    assert read_advert(f"Data Engineer\n{place}\n- {TOOLS}\n- Snowflake, dbt").title


@pytest.mark.parametrize("language", ELSEWHERE)
@pytest.mark.parametrize("order", [0, 1], ids=["below", "above"])
def test_the_english_part_is_read_as_if_it_stood_alone(language, order):
    other = f"{ELSEWHERE[language].format('Excel, R und Java')}\n" * 3
    pasted = f"{ENGLISH}\n\n{other}" if order == 0 else f"Data Engineer\n{other}\n{ENGLISH}"
    both, alone = read_advert(pasted), read_advert(ENGLISH)
    assert both.lean == pytest.approx(alone.lean)
    assert {passage.why for passage in both.left_out} == {"language"}


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        TOOLS,
        "Data Engineer at Müller & Söhne, München and Zürich\nYou will build pipelines with us.",
        "São Paulo, Brazil\nYou will analyse data in Los Angeles and Den Haag.",
        "You'll enjoy the café and write your résumé.",
    ],
)
def test_names_make_no_other_language(text):
    assert not looks_mixed(text, tokens_of(text)) or english_part(text)[1] == ()


def test_positions_stay_and_lines_stay():
    text = f"{ENGLISH}\n\n{ELSEWHERE['German'].format('R')}\n"
    english, foreign = english_part(text)
    assert (len(english), english.count("\n")) == (len(text), text.count("\n"))
    assert all(not english[start:end].strip() for start, end in foreign)


def test_no_word_of_another_language_is_english():
    lists = {row["language"]: set(row["words"].split()) for row in rows_of("language_words")}
    english = lists.pop("English")
    assert len(lists) > 25
    assert all(len(words) >= 6 for words in lists.values())
    assert english.isdisjoint({"und", "avec", "para"})
