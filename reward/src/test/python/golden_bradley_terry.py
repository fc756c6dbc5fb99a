"""Golden costs and gradients of the Bradley-Terry model, from PyTorch's autograd in float64.

python3 golden_bradley_terry.py > ../resources/golden/bradley_terry.json
"""
import json

import torch
import torch.nn.functional as F

cases = []
for z in [0.0, 0.3, -0.3, 1.0, -7.5, 30.0, -30.0, 700.0, -700.0, 1e6, -1e6]:
    for y in [0.0, 0.5, 1.0, 0.2]:
        logit = torch.tensor(z, dtype=torch.float64, requires_grad=True)
        # logsigmoid has no threshold, unlike F.softplus.
        cost = -y * F.logsigmoid(logit) - (1 - y) * F.logsigmoid(-logit)
        cost.backward()
        cases.append({"logit": z, "label": y, "cost": cost.item(), "gradient": logit.grad.item()})

print(json.dumps({"versions": {"torch": torch.__version__}, "tolerance": 1e-12, "cases": cases}, indent=1))
