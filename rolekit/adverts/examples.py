"""Two invented adverts with one title, for those who have none at hand.

Nobody has this vacancy. Wherever one of them is shown, it is said that it is invented.
"""

_BUILDER = """\
Senior Data Scientist (m/f/x), Brightlane Parcels

Brightlane Parcels brings eleven million parcels a year to doors. You are our first data \
scientist, and we need a rock star who hits the ground running.

What you will do
- Build data pipelines with Spark and Airflow that feed our forecasts
- Deploy models to production on Kubernetes, with Docker and Terraform
- Own CI/CD for everything around machine learning
- Monitor latency, write alerts and take part in the on-call rota
- Design APIs and microservices with the platform team
- Train models that predict when a parcel arrives

Requirements
- 8 years of experience with Python and Java
- Strong software engineering, with unit tests and code reviews
- AWS, cloud architecture and distributed systems
- Kafka and other streaming platforms
- SQL and a data warehouse such as Snowflake
- Experience with MLOps tools
- A degree in computer science
- Git and Linux
- Excellent communication skills

Nice to have: TensorFlow or PyTorch.
"""

_ANALYST = """\
Data Scientist, Harbour Street Theatres

Five theatres, one question: what brings people back? You will find out, and help us to act on it.

Your work
- Explore ticket sales and surveys to find patterns that nobody has noticed yet
- Plan A/B tests of prices and posters, and say how sure their results are
- Build dashboards in Tableau, and reports in Excel, that programme managers use every week
- Present findings to stakeholders and turn them into recommendations
- Segment audiences with cluster analysis and regression

You bring
- Statistics: hypothesis testing, confidence intervals, regression
- SQL, and R or Python for data analysis
- A talent for data visualisation and clear storytelling

Desirable: forecasting. We are glad to hear from people who have had a break.
"""

EXAMPLE_ADVERTS = (_BUILDER, _ANALYST)
