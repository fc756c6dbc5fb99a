"""Small NumPy files of every supported and some unsupported kinds, as hex.

python3 golden_npy.py > ../resources/golden/npy.json
"""
import io
import json

import numpy as np


def dump(save, *args, **kwargs):
    out = io.BytesIO()
    save(out, *args, **kwargs)
    return out.getvalue().hex()


base = np.arange(6).reshape(2, 3)
values = base.astype(float).ravel().tolist()
good = [{"kind": k, "hex": dump(np.save, base.astype(k)), "shape": [2, 3], "values": values}
        for k in ["<f4", "<f8", ">f8", ">f4", "<i8", "<i4", "|u1"]]
good.append({"kind": "|b1", "hex": dump(np.save, np.array([True, False, True])), "shape": [3], "values": [1, 0, 1]})
good.append({"kind": "scalar", "hex": dump(np.save, np.float64(2.5)), "shape": [], "values": [2.5]})
good.append({"kind": "empty", "hex": dump(np.save, np.zeros((0, 4))), "shape": [0, 4], "values": []})
bad = [{"kind": "Fortran", "hex": dump(np.save, np.asfortranarray(base.astype(float))), "says": "Fortran order"},
       {"kind": "pickle", "hex": dump(np.save, np.array([None, 1], dtype=object), allow_pickle=True), "says": "'O'"},
       {"kind": "complex", "hex": dump(np.save, base.astype(complex)), "says": "c16"},
       {"kind": "named fields", "hex": dump(np.save, np.zeros(2, dtype=[("a", "f4")])), "says": "descr"}]
archives = [{"kind": "stored", "hex": dump(np.savez, a=base, b=base * 0.5)},
            {"kind": "deflated", "hex": dump(np.savez_compressed, a=base, b=base * 0.5)}]
print(json.dumps({"versions": {"numpy": np.__version__}, "good": good, "bad": bad, "archives": archives}, indent=1))
