"""A small piece of machine learning from end to end, on four years of Seattle's weather.

The question is always the same: should the café put its tables out tomorrow? Read the modules in
this order; each is one idea:

days        the data, and what counts as a wet day
decision    what a mistake costs, and which chance of rain is worth a risk
patterns    months, spells, and a permutation test
model       features, models, and forecasts that never look ahead
experiment  what a choice of features and model is worth
artefacts   a trained model as a file that is trusted only if it is the one that was trained
service     the model behind HTTP: a schema, clear refusals, metrics, a server that ends
load        a bounded load, and how long its answers took
monitor     noticing that the inputs, or the score, are no longer what they were
workshop    the artefacts, the service and its server of an afternoon, in one place
replay      four teams on three years of real days
budget      what the next euro buys, and what each mechanism costs
enjoyment   what you said you like, beside what you enjoyed doing
words       the pictures in sentences

They import numpy, scikit-learn, FastAPI and others, which `pip install "rolekit[all]"` brings; the
rest of rolekit does without.
"""

from rolekit.errors import RolekitError


class WeatherError(RolekitError):
    """A choice, a file or a number that this part of the workbook refuses."""
