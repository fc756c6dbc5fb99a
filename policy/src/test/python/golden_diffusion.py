"""Golden numbers of PyTorch for the diffusion policy: schedule, one DDIM step, loss and gradient.

Inputs are fixed formulas, never random draws. The formulas are those of the libraries that
Chi et al. 2023 use (squaredcos_cap_v2, DDIM with clip_sample, leading steps, alpha of 1 at the end),
written out.

Run from the repository root: python3 policy/src/test/python/golden_diffusion.py
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def wave(n, shift=0.0, scale=1.0):
    return torch.tensor([scale * math.sin(1.3 * k + shift) for k in range(n)])


def floats(t):
    return [float(x) for x in t.detach().reshape(-1)]


def alpha_bar(steps):
    def f(u):
        return math.cos((u + 0.008) / 1.008 * math.pi / 2) ** 2

    betas = [min(1 - f((t + 1) / steps) / f(t / steps), 0.999) for t in range(steps)]
    return torch.cumprod(1 - torch.tensor(betas), dim=0)


AB = alpha_bar(100)


def ddim(x, noise, t, stride):
    a, previous = AB[t], AB[t - stride] if t - stride >= 0 else torch.tensor(1.0)
    clean = ((x - (1 - a) ** 0.5 * noise) / a**0.5).clamp(-1, 1)
    return previous**0.5 * clean + (1 - previous) ** 0.5 * noise


def ddim_steps():
    out = []
    for t in (90, 50, 0):
        x = ddim(wave(6, 0.3, 1.5), wave(6, 0.9), t, 10)
        out.append({"t": t, "x": floats(x)})
    return out


def time_features(t, width):
    half = width // 2
    angles = [t * math.exp(-math.log(10000) * i / max(1, half - 1)) for i in range(half)]
    return torch.tensor([math.sin(a) for a in angles] + [math.cos(a) for a in angles])


def loss():
    """Denoiser of width 6, one block, chunk 4, observation 3, 4 time features; batch of 2 rows."""
    chunk, obs, feats, width = 4, 3, 4, 6
    n_in = chunk + obs + feats
    shapes = [
        (width, n_in), (width,),  # in
        (width,), (width,),  # norm
        (width, width), (width,),  # first
        (width, width), (width,),  # second
        (chunk, width), (chunk,),  # out
    ]
    size = sum(math.prod(s) for s in shapes)
    flat = wave(size, 0.3, 0.5).requires_grad_(True)
    parts, at = [], 0
    for s in shapes:
        parts.append(flat[at : at + math.prod(s)].reshape(s))
        at += math.prod(s)
    wi, bi, nw, nb, w1, b1, w2, b2, wo, bo = parts
    ts = [7, 80]
    clean, noise = wave(8, 0.2).reshape(2, 4), wave(8, 1.7, 1.4).reshape(2, 4)
    mask = torch.tensor([1.0, 1.0, 0.0, 1.0])  # the third component is constant
    clean, noise = clean * mask, noise * mask
    rows = []
    for b, t in enumerate(ts):
        x = AB[t] ** 0.5 * clean[b] + (1 - AB[t]) ** 0.5 * noise[b]
        rows.append(torch.cat([x, wave(6, 0.8).reshape(2, 3)[b], time_features(t, feats)]))
    u = torch.stack(rows)
    h = F.linear(u, wi, bi)
    h = h + F.linear(F.gelu(F.linear(F.layer_norm(h, (width,), nw, nb), w1, b1)), w2, b2)
    eps = F.linear(F.gelu(h), wo, bo)
    value = F.mse_loss((eps * mask)[:, mask > 0], noise[:, mask > 0])
    value.backward()
    return {"t": ts, "input": floats(u), "noise": floats(eps), "loss": float(value),
            "gradient": floats(flat.grad)}


golden = {
    "made_by": "golden_diffusion.py, torch " + torch.__version__,
    "alpha_bar": floats(AB),
    "ddim": ddim_steps(),
    "loss": loss(),
}
path = pathlib.Path(__file__).parents[1] / "resources" / "golden" / "diffusion.json"
path.write_text(json.dumps(golden, indent=1) + "\n")
