"""What the page does with a file of purchases, done by the Python library lifetimes: `FILE [QUICK]`. Reads
it, sums it up, and fits every model that both have; QUICK leaves out Pareto/NBD. Prints the seconds of
each step, the log-likelihoods at a unit of a week, the parameters and the greatest memory, as JSON."""
import time

BEGUN = time.perf_counter()

import json
import resource
import sys
import warnings

warnings.simplefilter("ignore")

import numpy as np
import pandas as pd
from lifetimes import (
    BetaGeoFitter,
    GammaGammaFitter,
    ModifiedBetaGeoFitter,
    ParetoNBDFitter,
)
from lifetimes.utils import summary_data_from_transaction_data
from with_lifetimes import log_likelihood

IMPORTED = time.perf_counter()
MODELS = {
    "BG/NBD": BetaGeoFitter,
    "MBG/NBD": ModifiedBetaGeoFitter,
    "Pareto/NBD": ParetoNBDFitter,
    "Gamma-Gamma": GammaGammaFitter,
}


def timed(work, *given):
    start = time.perf_counter()
    return work(*given), time.perf_counter() - start


def data(model, customers):
    if model == "Gamma-Gamma":
        again = customers[(customers["frequency"] > 0) & (customers["monetary_value"] > 0)]
        return [again["frequency"], again["monetary_value"]]
    return [customers["frequency"], customers["recency"], customers["T"]]


def fit(model, customers):
    try:
        columns = data(model, customers)
        fitter, seconds = timed(MODELS[model](penalizer_coef=0.0).fit, *columns)
    except Exception as error:
        return {"error": f"{type(error).__name__}: {str(error).splitlines()[0]}"}
    found = {"seconds": seconds, "parameters": {k: float(v) for k, v in fitter.params_.items()}}
    if model != "Gamma-Gamma":
        repeats = columns[0].to_numpy()
        found["log_likelihood"] = float(
            log_likelihood(fitter, repeats) + repeats.sum() * np.log(7)
        )
    return found


def main(file, quick=""):
    purchases, read = timed(pd.read_csv, file)
    customer, date, amount = purchases.columns
    customers, summed = timed(
        lambda: summary_data_from_transaction_data(
            purchases, customer, date, monetary_value_col=amount
        )
    )
    models = [model for model in MODELS if not (quick and model == "Pareto/NBD")]
    fits = {model: fit(model, customers) for model in models}
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory *= 1 if sys.platform == "darwin" else 1024
    report = {
        "imported": IMPORTED - BEGUN,
        "read": read,
        "summed": summed,
        "fits": fits,
        "customers": len(customers),
        "memory": memory,
    }
    print(json.dumps(report))


main(*sys.argv[1:])
