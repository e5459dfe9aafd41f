"""An invented person, for pictures and for people who have no code of their own yet.

Wherever this person is shown, it is said that nobody gave these answers.
"""

from rolekit.record.answers import Answers
from rolekit.record.response import Response

# Leans to engineering, likes machine learning, and guessed a little to the other side.
EXAMPLE = Response(
    Answers.from_items(
        {
            "exploration-1": 60,
            "statistics-1": 45,
            "experimentation-1": 50,
            "storytelling-1": 25,
            "decisions-1": 35,
            "architecture-1": 60,
            "pipelines-1": 50,
            "infrastructure-1": 45,
            "deployment-1": 80,
            "reliability-1": 55,
            "modelling-1": 70,
            "deep_learning-1": 60,
        }
    ),
    id=2_718_281_828,
    guess=-10,
)


def is_example(response: Response) -> bool:
    """Return whether a record is the invented person's.

    >>> is_example(EXAMPLE)
    True
    """
    return response.id == EXAMPLE.id
