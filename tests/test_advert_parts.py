"""Text around the job does not move an advert, and a word counts only where it means its work."""

from itertools import pairwise

import pytest
from adverts import ADVERTS
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from rolekit import AdvertError, read_advert
from rolekit.adverts.parts import REASONS, parts_of

BASE = (
    "Data Engineer\nYou build data pipelines in Python and SQL with Spark and Kafka on AWS, with "
    "Docker and CI/CD, and model data in a warehouse."
)
ALONE = read_advert(BASE)
AROUND = {
    "company": [
        "About us: founded in 2009, we are a leading financial services group. Millions of "
        "customers trust our products around the world. Our strategy is to grow through strong "
        "relationships with our clients and partners.",
        "Founded in 1998 and headquartered in Ghent, Plenk is the world's leading manufacturer of "
        "smart valves. We design, build and ship systems to customers in 60 countries, and our "
        "research teams hold 300 patents.",
        "Who we are\nWe're a community of builders, dreamers and problem solvers. Our AI-native "
        "platform processes billions of events in real time for marketing teams.",
        "About Vela Health: Vela is transforming healthcare with artificial intelligence. Our "
        "research shows that early detection saves lives.",
        "Our clients include the largest banks and retailers in the country; our designers and "
        "strategists work side by side to solve their hardest problems.",
        "Tessel is a fast-growing fintech backed by top-tier investors. Our culture is built on "
        "trust, ownership and continuous improvement.",
        "Since 1921 we have insured homes and farms. Today, our 3,000 colleagues combine "
        "traditional values with modern technology to deliver outstanding service.",
    ],
    "benefits": [
        "What we offer\n- Competitive salary and annual performance bonus\n- Private health "
        "insurance, dental and vision\n- Training budget and access to conferences\n- Free drinks",
        "Benefits: 25 days of holiday, pension scheme, life assurance, and a dedicated learning "
        "and development budget.",
        "Salary range: $140,000 to $190,000 a year. Actual compensation depends on skills, "
        "experience, qualifications and location.",
    ],
    "legal": [
        "We are an equal opportunity employer. All qualified applicants will receive consideration "
        "for employment without regard to race, religion, sex, national origin or disability.",
        "This job description is not intended to be an exhaustive list of all responsibilities, "
        "duties and skills required.",
        "Recruitment agencies: please do not forward resumes to our jobs alias.",
        "By applying you agree that we process your personal data in line with our privacy policy.",
        "The post is subject to a Disclosure and Barring Service check.",
    ],
    "furniture": [
        "We use cookies and similar technologies to analyse site traffic, personalise content, "
        "measure advertising performance and improve user experience. Accept all.",
        "Home > Jobs > IT > Data & Analytics\nSign in | Register | Upload CV",
        "Share this job\nReport this job\nGet job alerts by email",
        "How to apply: please send your CV and a covering letter. Interviews will be held in May. "
        "For an informal discussion, call Sam Reed, Head of Analytics.",
        "After a short call with our recruiter you meet the team.",
    ],
    "similar": [
        "Similar jobs\nSenior Data Scientist - statistics, Python - Paris\nBI Developer (Power BI, "
        "SQL) - Lyon\nMachine Learning Engineer - Kubernetes, AWS\nTableau Developer",
        "People also viewed\nReporting Analyst: dashboards, insights, storytelling",
    ],
}
PARAGRAPHS = [(why, text) for why, texts in AROUND.items() for text in texts]
MOST = 3  # points by which such text may move an advert


@pytest.mark.parametrize(("why", "text"), PARAGRAPHS)
def test_text_around_the_job_is_left_out_says_why_and_can_be_counted_after_all(why, text):
    for pasted in (
        f"{BASE}\n\n{text}",
        f"{BASE} {text}" if "\n" not in text else f"{BASE}\n{text}",
    ):
        reading = read_advert(pasted)
        assert abs(reading.lean - ALONE.lean) <= MOST
        assert why in {passage.why for passage in reading.left_out}
    pasted = f"{BASE}\n\n{text}"
    reading, counted = read_advert(pasted), read_advert(pasted, counting=REASONS)
    assert {phrase.term for phrase in reading.phrases} <= {p.term for p in counted.phrases}
    assert counted.left_out == ()
    assert sum(phrase.pull for phrase in counted.phrases) == pytest.approx(counted.lean)


@given(st.sampled_from(ADVERTS), st.sampled_from(PARAGRAPHS))
@examples(100)
def test_no_advert_is_moved_by_what_is_pasted_below_it(advert, paragraph):
    before = read_advert(advert.text)
    after = read_advert(f"{advert.text.rstrip()}\n\n{paragraph[1]}")
    assert abs(after.lean - before.lean) <= MOST
    assert abs(after.depth - before.depth) <= MOST


@pytest.mark.parametrize(
    "sentence",
    [
        "You analyse customer data for the whole group.",
        "We are looking for somebody who writes SQL.",
        "Our stack is Python, dbt and Snowflake.",
        "In this role you will help our clients with Tableau.",
        "Experience with payroll and benefits dashboards in Tableau is required.",
        "Requirements gathering with global customers, in SQL.",
        "At least three years of Python at a company that ships software.",
        "Schedule Spark jobs.",
    ],
)
def test_what_is_about_the_job_counts_whatever_words_stand_in_it(sentence):
    assert [passage for passage in parts_of(sentence).left if passage[2] != "meaning"] == []


@pytest.mark.parametrize("heading", ["Responsibilities", "What you'll do:", "## Skills"])
def test_a_heading_of_the_job_ends_what_stood_before_it(heading):
    text = f"Benefits\n- Free fruit\n{heading}\n- Write SQL and Python\n- Build Tableau dashboards"
    assert {"sql", "python", "tableau", "dashboards"} <= parts_of(text).first.keys()


def test_a_company_that_only_speaks_of_itself_is_read_all_the_same():
    text = (
        "Data Engineer\nOur company runs Spark and Kafka. Our products are fed by Airflow, dbt and "
        "Snowflake. Our technology is Python, Docker and Kubernetes."
    )
    assert len(read_advert(text).phrases) >= 6


@pytest.mark.parametrize(
    "heading",
    ["Benefits", "What we offer", "Perks & benefits", "How to apply", "Equal opportunities"],
)
@pytest.mark.parametrize(
    "work",
    [
        "Spark, Kafka, Airflow on AWS\nSQL and Python every day\nDocker, Kubernetes, Terraform\n"
        "Data modelling, dbt, Snowflake\nStreaming and batch pipelines with good tests",
        "You will build data pipelines in Python and SQL, with Spark and Kafka.\nExperience with "
        "Airflow, dbt, Snowflake and Docker.\nYou run CI/CD on AWS.",
        "A Snowflake warehouse fed by Airflow, dbt, Spark and Kafka; SQL, Python, Docker and "
        "Kubernetes; Terraform on AWS",
    ],
)
def test_an_advert_below_the_heading_of_a_page_is_not_taken_for_that_part(heading, work):
    alone = read_advert(f"Data Engineer\n{work}")
    reading = read_advert(f"Data Engineer\n{heading}\n- 25 days of holiday\n{work}")
    assert reading.lean == pytest.approx(alone.lean, abs=MOST)
    assert [passage.text for passage in reading.left_out] == ["25 days of holiday"]


def test_a_page_of_another_trade_gains_nothing_from_what_stands_around_it():
    text = (
        "Staff Nurse\nYou care for patients on a busy ward, give medication, and keep records.\n"
        "Benefits\n- Free uniform\nSimilar jobs\nData Engineer: Spark, Kafka, SQL, Python, AWS\n"
        "Data Analyst: Tableau, Excel, SQL, dashboards"
    )
    with pytest.raises(AdvertError, match=r"does not seem to be data or software work"):
        read_advert(text)


OTHER = [
    *("After a short call with our recruiter.", "Education: B.S. or M.S."),
    *("You report to the Head of Platform.", "Reports to: Head of Analytics"),
    *("Experience in financial services.", "You like an inclusive environment."),
    *("You thrive in a fast-paced environment.", "You are a role model.", "Contact R. Miller."),
    *("Work with our R&D department.", "Grade B driving licence."),
    *("You spark joy and go the extra mile.", "We are a distributed team."),
    *("You will be on a call with clients.", "Your availability matters, subject to availability."),
    *("You excel in a team.", "Help with regression testing of the payslips."),
    *("You build relationships and trust.", "Travel agents and estate agents call you."),
    *("You know production lines.", "You care about the fabric of society."),
    "Sales pipeline experience.",
]


@pytest.mark.parametrize("sentence", OTHER)
def test_a_word_of_another_meaning_does_not_count(sentence):
    after = read_advert(f"{BASE} {sentence}")
    assert {phrase.term for phrase in after.phrases} == {phrase.term for phrase in ALONE.phrases}


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("You take part in the on-call rota.", "on call"),
        ("You run A/B tests.", "a/b testing"),
        ("You have hands-on experience.", "hands experience"),
        ("You write R and Python.", "r"),
        ("You code in Go, Java or Rust.", "golang"),
        ("You use spark, java and scala.", "spark"),
        ("You write reports for directors.", "reports"),
        ("You design and run experiments.", "experimental"),
        ("You automate reports in Excel.", "excel"),
        ("You train AI agents with prompts.", "agents"),
    ],
)
def test_the_same_word_counts_where_it_means_the_work(sentence, term):
    assert term in parts_of(sentence).first


@given(st.sampled_from(ADVERTS))
def test_what_is_left_out_stands_where_it_says_and_apart_from_what_counts(advert):
    reading = read_advert(advert.text)
    passages = sorted((p.start, p.end) for p in (*reading.phrases, *reading.left_out))
    assert all(before[1] <= after[0] for before, after in pairwise(passages))
    for passage in reading.left_out:
        assert reading.text[passage.start : passage.end] == passage.text
        assert passage.why in REASONS
