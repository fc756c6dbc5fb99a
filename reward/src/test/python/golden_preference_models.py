"""Golden log-likelihoods and gradients of choices, scores and orders: the definitions, in 60 digits.

python3 golden_preference_models.py > ../resources/golden/preference_models.json
"""
import itertools
import json

import mpmath as mp

mp.mp.dps = 60


def sigmoid(x):
    return 1 / (1 + mp.exp(-x))


def choice(u, theta, label, ties, mistakes, lapses):
    """theta: log temperature, side bias, [log tie width], [mistake logit], [lapse logit]."""
    theta = list(theta)
    temperature, bias = mp.exp(theta.pop(0)), theta.pop(0)
    nu = mp.exp(theta.pop(0)) if ties else mp.mpf(0)
    eps = sigmoid(theta.pop(0)) / 2 if mistakes else mp.mpf(0)
    lam = sigmoid(theta.pop(0)) if lapses else mp.mpf(0)
    z = (u[1] - u[0]) / temperature + bias
    raw = [mp.exp(-z / 2), nu, mp.exp(z / 2)]
    p = [r / sum(raw) for r in raw]
    k = 3 if ties else 2
    q = [(1 - lam) * ((1 - eps) * p[0] + eps * p[2]) + lam / k,
         (1 - lam) * p[1] + lam / k,
         (1 - lam) * ((1 - eps) * p[2] + eps * p[0]) + lam / k]
    if not ties:
        w = [1 - label, 0, label]
    elif label < mp.mpf(1) / 2:
        w = [1 - 2 * label, 2 * label, 0]
    else:
        w = [0, 2 * (1 - label), 2 * label - 1]
    return sum(wi * mp.log(qi) for wi, qi in zip(w, q) if wi)


def score(u, theta, k):
    """theta: log slope, first threshold, log gaps."""
    tau = [theta[1]]
    for g in theta[2:]:
        tau.append(tau[-1] + mp.exp(g))
    v = mp.exp(theta[0]) * u[0]
    upper = sigmoid(tau[k] - v) if k < len(tau) else mp.mpf(1)
    lower = sigmoid(tau[k - 1] - v) if k > 0 else mp.mpf(0)
    return mp.log(upper - lower)


def ranking(u, theta, groups, largest):
    """theta: log temperature, log ties from size 2."""
    v = [ui / mp.exp(theta[0]) for ui in u]
    delta = [None, mp.mpf(1)] + [mp.exp(t) for t in theta[1:]]
    worth = lambda s: delta[len(s)] * mp.exp(sum(v[i] for i in s) / len(s))
    left, total = set(range(len(u))), mp.mpf(0)
    for g in groups:
        all_ = sum(worth(s) for n in range(1, min(largest, len(left)) + 1)
                   for s in itertools.combinations(sorted(left), n))
        total += mp.log(worth(g) / all_)
        left -= set(g)
    return total


def row(f, u, theta, **info):
    u, theta = [mp.mpf(x) for x in u], [mp.mpf(x) for x in theta]
    h = mp.mpf(10) ** -18

    def diff(which, i):
        def at(step):
            uu, tt = list(u), list(theta)
            (uu if which == 0 else tt)[i] += step
            return f(uu, tt)
        return float((8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h))

    return dict(info, utilities=[float(x) for x in u], theta=[float(x) for x in theta],
                value=float(f(u, theta)), d_utilities=[diff(0, i) for i in range(len(u))],
                d_theta=[diff(1, i) for i in range(len(theta))])


choices, scores, rankings = [], [], []
for u in [(0, 0), (-0.7, 1.4), (3, -2.5), (20, 60), (60, 20)]:
    for label in [0, 0.5, 1, 0.3]:
        for ties, mistakes, lapses in itertools.product([False, True], repeat=3):
            theta = [0.3, -0.4] + [-0.8] * ties + [-2.1] * mistakes + [-2.9] * lapses
            choices.append(row(lambda a, t: choice(a, t, mp.mpf(label), ties, mistakes, lapses), u, theta,
                               label=label, ties=ties, mistakes=mistakes, lapses=lapses))
for u in [0, 1.3, -4, 35]:
    for k in range(4):
        scores.append(row(lambda a, t: score(a, t, k), [u], [0.2, -1.1, -0.3, 0.9], score=k, levels=4))
for groups, largest in [([(2,), (0,), (3,), (1,)], 1), ([(1,), (3,)], 1), ([(0, 2), (1,), (3,)], 2), ([(0,), (1, 3), (2,)], 3),
                        ([(0, 1, 3)], 3)]:
    for u in [(0, 0, 0, 0), (0.5, -1, 2, 0.1), (-12, 3, 20, 1)]:
        theta = [-0.2] + [-0.7, -1.3][:largest - 1]
        if largest == 3:
            theta = [-0.2, -0.7, -1.3]
        rankings.append(row(lambda a, t: ranking(a, t, groups, largest), u, theta,
                            groups=[list(g) for g in groups], largest=largest))
print(json.dumps({"versions": {"mpmath": mp.__version__ if hasattr(mp, "__version__") else "1"}, "tolerance": 1e-12,
                  "choices": choices, "scores": scores, "rankings": rankings}))
