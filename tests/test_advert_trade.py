"""Work with data and software is told from other work in which data is spoken of."""

import pytest

from rolekit import AdvertError, read_advert
from rolekit.adverts.paste import check, read_paste

OURS = {
    "Performance Analyst": "You will collate monthly performance returns, analyse trends, produce "
    "reports and dashboards for the executive, maintain data quality in our systems and present "
    "findings. Excel and Power BI. You will improve data collection.",
    "Data Officer": "You will extract pupil data from the school's system, check data quality, "
    "complete the census and produce data reports for governors using Excel and SQL. Experience "
    "with databases and dashboards.",
    "Business Intelligence Officer": "A housing association seeks someone to build Power BI "
    "reports, write SQL queries, maintain the data warehouse and advise managers on KPIs.",
    "Research Scientist": "You will invent new algorithms for protein design with deep learning, "
    "publish papers, and work with biologists. PhD in machine learning. Python, PyTorch.",
    "Digital Analyst": "Track website performance with GA4 and Adobe Analytics, run A/B tests, "
    "build Looker Studio dashboards and recommend improvements.",
    "Clinical Data Scientist": "Build predictive models on patient records with Python, evaluate "
    "them, and work with doctors and nurses on the wards. SQL, statistics.",
    "Database Administrator": "Maintain SQL Server and PostgreSQL databases, tune performance, "
    "plan backups, automate with PowerShell, and support developers.",
}
THEIRS = {
    "Marketing Manager": "You plan campaigns, analyse web analytics data, run A/B tests, report "
    "insights, manage budgets and agencies, and write content. Google Analytics and Excel.",
    "Teacher of Computer Science": "Teach Python, SQL, algorithms and data representation to GCSE "
    "and A level pupils. Plan lessons, mark work, analyse results data, and lead the robotics "
    "club. Qualified teacher status is required, and you enjoy working with young people.",
    "Data Science Trainer": "Deliver our bootcamp: teach Python, SQL, statistics, machine learning "
    "and data visualisation to adult learners in the classroom; design the curriculum, mark "
    "assignments, support students, and report attendance to the head of the college.",
    "Financial Accountant": "Prepare statutory accounts under IFRS, VAT returns, reconciliations "
    "and month end journals. Advanced Excel; SQL and Power BI are desirable. Analyse data, "
    "forecast cash and support the auditors, in a friendly team of nine people.",
    "Sales Manager, Cloud and AI": "Lead account executives who sell AWS, Snowflake and machine "
    "learning services. Build the pipeline, plan territories, meet the quota, forecast, negotiate "
    "contracts and report to the board with dashboards, every month of the year.",
    "Mechanical Engineer": "CAD models in CATIA, tolerance analysis, test rigs, data acquisition "
    "with Python, MATLAB scripts, thermal simulation and reports on prototypes. You work with the "
    "workshop, and you have a degree in mechanical engineering and a driving licence.",
    "Structural Engineer": "Design steel and concrete structures, finite element models, Revit, "
    "calculations in Python, reports and site inspections, with architects and builders, in the "
    "office and outdoors; chartered status or the wish to gain it, and a full driving licence.",
    "Graphic Designer": "After Effects, Illustrator, brand guidelines, infographics and data "
    "visualisation, social media posts and presentations for stakeholders. You manage deadlines, "
    "know Figma, and show us a portfolio that makes people smile, whatever it is about.",
    "Recruiter": "Source data scientists, machine learning engineers and Python developers; manage "
    "candidate pipelines; analyse hiring data; build dashboards; look after our employer brand and "
    "the people who apply, from the first letter to their first day at the office.",
    "Staff Nurse": "Assess patients, plan care, document data in the electronic record, monitor "
    "vital signs and medication, analyse incidents and support audits on a busy ward of the "
    "hospital, by day and by night, with a team of kind and experienced colleagues.",
}


# Those who look for people of our trade.
BESIDE = {
    "Technical Recruiter": "You hire data engineers, data scientists and ML engineers who know "
    "Python, SQL, Spark, Kubernetes and AWS. You source candidates on LinkedIn, run interviews, "
    "manage the hiring pipeline and report KPIs to stakeholders."
}


@pytest.mark.parametrize("title", BESIDE)
def test_work_beside_the_trade_is_refused(title):
    with pytest.raises(AdvertError, match="This does not seem to be data or software work"):
        read_advert(f"{title}\n{BESIDE[title]}")


@pytest.mark.parametrize("title", OURS)
def test_work_of_the_trade_is_placed(title):
    assert read_advert(f"{title}\n{OURS[title]}").title == title


@pytest.mark.parametrize("title", THEIRS)
def test_other_work_is_refused_with_or_without_its_title(title):
    for text in (f"{title}\n{THEIRS[title]}", THEIRS[title]):
        with pytest.raises(AdvertError, match=r"data or software work|Too little to go on"):
            read_advert(text)
    with pytest.raises(AdvertError, match="This does not seem to be data or software work"):
        read_advert(f"{title}\n{THEIRS[title]}")


@pytest.mark.parametrize("word", ["reports", "analyse", "design", "support", "communicate"])
def test_words_that_everybody_uses_decide_nothing(word):
    text = f"You {word} " + "reports, trends, findings, insights, strategy and improvements. " * 5
    with pytest.raises(AdvertError):
        check(read_paste(text))
