"""The same tasks done by the Python library lifetimes: `MODEL FILE RUNS` or `summary FILE RUNS`, as
native.rs does them. Prints the seconds of each run, the numbers found and the greatest memory of the
process, as JSON."""
import json
import os
import resource
import sys
import time
import warnings

warnings.simplefilter("ignore")

import numpy as np
import pandas as pd
from lifetimes import BetaGeoFitter, GammaGammaFitter, ParetoNBDFitter
from lifetimes.utils import summary_data_from_transaction_data

# The clock on the wall, or what the processor gives to this program alone.
CLOCK = time.process_time if os.environ.get("BENCH_CLOCK") == "processor" else time.perf_counter
MODELS = {"bg-nbd": BetaGeoFitter, "pareto-nbd": ParetoNBDFitter, "gamma-gamma": GammaGammaFitter}


def fitting(model, file):
    customers = pd.read_csv(file)
    if model == "gamma-gamma":
        customers = customers[customers["x"] > 0]
        columns = ["x", "zbar"]
    else:
        columns = ["x", "t_x", "T"]
    data = [customers[column].to_numpy() for column in columns]

    def fit():
        fitter = MODELS[model](penalizer_coef=0.0).fit(*data)
        return lambda: [log_likelihood(fitter, data[0]), *fitter.params_]

    return fit


def log_likelihood(fitter, repeats):
    """The total at the data's unit of time. lifetimes has a unit of its own, which lessens the density
    of every repeat purchase, and keeps the mean over the customers, except for Pareto/NBD."""
    unit = np.log(getattr(fitter, "_scale", 1.0))
    customers = 1 if isinstance(fitter, ParetoNBDFitter) else len(repeats)
    return repeats.sum() * unit - fitter._negative_log_likelihood_ * customers


def summary(file):
    purchases = pd.read_csv(file)
    found = summary_data_from_transaction_data(
        purchases, "customer_id", "date", monetary_value_col="amount"
    )
    columns = ["frequency", "recency", "T", "monetary_value"]
    return lambda: [len(found), *(found[column].sum() for column in columns)]


def main(task, file, runs):
    work = (lambda: summary(file)) if task == "summary" else fitting(task, file)
    seconds = []
    for _ in range(int(runs)):
        start = CLOCK()
        found = work()
        seconds.append(CLOCK() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    memory *= 1 if sys.platform == "darwin" else 1024
    print(json.dumps({"seconds": seconds, "numbers": [float(x) for x in found()], "memory": memory}))


if __name__ == "__main__":
    main(*sys.argv[1:])
