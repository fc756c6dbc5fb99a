"""Golden numbers of PyTorch for the tensor toolkit. Inputs are fixed formulas, never random draws.

Run from the repository root: python3 policy/src/test/python/golden_nn.py
"""
import json
import math
import pathlib

import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)


def wave(n, shift=0.0, scale=1.0):
    """The fixed inputs of all tests: scale * sin(1.3 k + shift), k = 0, 1, ..."""
    return torch.tensor([scale * math.sin(1.3 * k + shift) for k in range(n)])


def floats(t):
    return [float(x) for x in t.detach().reshape(-1)]


def activations():
    fs = {
        "RELU": F.relu,
        "SILU": F.silu,
        "MISH": F.mish,
        "GELU": F.gelu,
        "GELU_TANH": lambda x: F.gelu(x, approximate="tanh"),
        "TANH": torch.tanh,
    }
    out = {}
    for name, f in fs.items():
        x = wave(9, 0.4, 3.0).requires_grad_(True)
        y = f(x)
        (y * wave(9, 0.1)).sum().backward()
        out[name] = {"value": floats(y), "gradient": floats(x.grad)}
    return out


def layer_norm():
    x = wave(12, 0.2, 2.0).reshape(3, 4).requires_grad_(True)
    w = wave(4, 0.5).requires_grad_(True)
    b = wave(4, 0.7).requires_grad_(True)
    y = F.layer_norm(x, (4,), w, b)
    (y * wave(12, 0.9).reshape(3, 4)).sum().backward()
    return {"value": floats(y), "gradient": floats(w.grad) + floats(b.grad)}


def mlp():
    """3 -> 5 -> 2 with GELU; parameters are one wave in the layout's order."""
    flat = wave(5 * 3 + 5 + 2 * 5 + 2, 0.3, 0.8).requires_grad_(True)
    w0, b0 = flat[:15].reshape(5, 3), flat[15:20]
    w1, b1 = flat[20:30].reshape(2, 5), flat[30:32]
    x = wave(12, 0.6, 1.5).reshape(4, 3)
    y = F.linear(F.gelu(F.linear(x, w0, b0)), w1, b1)
    loss = F.mse_loss(y, wave(8, 1.1).reshape(4, 2))
    loss.backward()
    return {"value": floats(y), "loss": float(loss), "gradient": floats(flat.grad)}


def transformer_block():
    """A pre-norm block of width 4, 2 heads, hidden 6, on 2 runs of 3 steps; PyTorch's own layer."""
    d, heads, hidden, runs, steps = 4, 2, 6, 2, 3
    layer = torch.nn.TransformerEncoderLayer(
        d, heads, hidden, dropout=0.0, activation=F.gelu, batch_first=True, norm_first=True)
    a = layer.self_attn
    parts = [  # in the order of our layout
        layer.norm1.weight, layer.norm1.bias,
        a.in_proj_weight, a.in_proj_bias, a.out_proj.weight, a.out_proj.bias,
        layer.norm2.weight, layer.norm2.bias,
        layer.linear1.weight, layer.linear1.bias, layer.linear2.weight, layer.linear2.bias,
    ]
    flat = wave(sum(p.numel() for p in parts), 0.3, 0.8)
    at = 0
    for p in parts:
        p.data = flat[at:at + p.numel()].reshape(p.shape).clone()
        at += p.numel()
    x = wave(runs * steps * d, 0.6, 1.5).reshape(runs, steps, d)
    mask = torch.triu(torch.ones(steps, steps, dtype=torch.bool), diagonal=1)
    y = layer.train()(x, src_mask=mask)
    (y * wave(runs * steps * d, 0.9).reshape(runs, steps, d)).sum().backward()
    return {"value": floats(y), "gradient": [v for p in parts for v in floats(p.grad)]}


def adamw():
    """Three steps with changing learning rates, then a moving average of the weights."""
    p = torch.nn.Parameter(wave(6, 0.2))
    opt = torch.optim.AdamW([p], lr=1.0, betas=(0.95, 0.999), eps=1e-8, weight_decay=0.01)
    steps = []
    for s, lr in enumerate([0.1, 0.05, 0.02]):
        p.grad = wave(6, 0.5 + s, 10.0 ** (1 - s))
        opt.param_groups[0]["lr"] = lr
        opt.step()
        steps.append(floats(p))
    return {"lr": [0.1, 0.05, 0.02], "weights": steps}


def clipped():
    g = wave(6, 0.5, 4.0)
    p = torch.nn.Parameter(torch.zeros(6))
    p.grad = g.clone()
    norm = torch.nn.utils.clip_grad_norm_([p], 1.5)
    return {"norm": float(norm), "gradient": floats(p.grad)}


def ema():
    """The average of Chi et al. 2023 (their EMAModel), power 0.75, over five weight vectors."""
    average = wave(4, 0.0)
    decays, averages = [], []
    for s in range(5):
        n = max(0, s - 0 - 1)
        decay = 0.0 if n <= 0 else max(0.0, min(0.9999, 1 - (1 + n / 1.0) ** -0.75))
        average = average * decay + (1 - decay) * wave(4, 0.3 * (s + 1))
        decays.append(decay)
        averages.append(floats(average))
    return {"decay": decays, "average": averages}


def cosine():
    """get_cosine_schedule_with_warmup of the diffusers library, written out."""
    base, warmup, total = 1e-3, 10, 50
    out = []
    for s in range(0, 61, 5):
        if s < warmup:
            f = s / max(1, warmup)
        else:
            progress = (s - warmup) / max(1, total - warmup)
            f = max(0.0, 0.5 * (1 + math.cos(math.pi * progress)))
        out.append(base * f)
    out[-2:] = [0.0, 0.0]  # past the end: 0 (the library starts to rise again there)
    return out


golden = {
    "made_by": "golden_nn.py, torch " + torch.__version__,
    "activations": activations(),
    "layer_norm": layer_norm(),
    "mlp": mlp(),
    "transformer_block": transformer_block(),
    "adamw": adamw(),
    "clipped": clipped(),
    "ema": ema(),
    "cosine": cosine(),
}
path = pathlib.Path(__file__).parents[1] / "resources" / "golden" / "nn.json"
path.write_text(json.dumps(golden, indent=1) + "\n")
