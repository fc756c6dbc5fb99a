"""Golden values of the metrics, from statsmodels, scipy and scikit-learn.

python3 golden_metrics.py > ../resources/golden/metrics.json
Needs: pip install statsmodels scipy scikit-learn
"""
import json

import numpy as np
import scipy
import scipy.stats
import sklearn
import statsmodels
from sklearn.calibration import calibration_curve
from sklearn.metrics import log_loss
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

wilson = []
for k, n in [(9, 10), (0, 10), (10, 10), (1, 1), (37, 66), (450, 1000), (42, 66)]:
    low, high = proportion_confint(k, n, alpha=0.05, method="wilson")
    wilson.append({"k": k, "n": n, "low": float(low), "high": float(high)})

newcombe = []
for a, n, b, m in [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29)]:
    low, high = confint_proportions_2indep(a, n, b, m, method="newcomb", compare="diff", alpha=0.05)
    newcombe.append({"a": a, "n": n, "b": b, "m": m, "low": float(low), "high": float(high)})

i = np.arange(40)
x = np.round(np.sin(i * 1.7) * 4) / 2
y = np.round((np.sin(i * 1.7 + 0.6) + 0.3 * np.cos(i * 5.1)) * 3) / 2
kendall = [{"x": x.tolist(), "y": y.tolist(), "tau": float(scipy.stats.kendalltau(x, y).statistic)},
           {"x": [1, 2, 3, 4], "y": [1, 3, 2, 4], "tau": float(scipy.stats.kendalltau([1, 2, 3, 4], [1, 3, 2, 4]).statistic)}]

p = 1 / (1 + np.exp(-3 * np.sin(i * 0.9 + 0.2)))
labels = (np.sin(i * 0.9) + 0.8 * np.cos(i * 2.3) > 0).astype(float)
observed, predicted = calibration_curve(labels, p, n_bins=10)
counts = np.histogram(p, bins=10, range=(0, 1))[0]
counts = counts[counts > 0]
ece = float(np.sum(counts * np.abs(observed - predicted)) / len(p))
calibration = {"p": p.tolist(), "labels": labels.tolist(), "observed": observed.tolist(), "predicted": predicted.tolist(),
               "counts": counts.tolist(), "ece": ece, "log_loss": float(log_loss(labels, p))}

after, before = np.sin(i * 0.7) + 0.4, np.sin(i * 0.7 + 0.3)
test = scipy.stats.ttest_rel(after, before)
paired = {"after": after.tolist(), "before": before.tolist(), "mean": float(np.mean(after - before)),
          "standard_error": float(np.mean(after - before) / test.statistic)}

print(json.dumps({"versions": {"scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "sklearn": sklearn.__version__},
                  "tolerance": 1e-12, "wilson": wilson, "newcombe": newcombe, "kendall": kendall,
                  "calibration": calibration, "paired": paired}, indent=1))
