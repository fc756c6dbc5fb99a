"""Prints type, md5 sum and full definition of the given message types as JSON, as ROS has them."""
import importlib
import json
import sys

for name in sys.argv[1:]:
    package, message = name.split("/")
    cls = getattr(importlib.import_module(package + ".msg"), message)
    print(json.dumps({"type": name, "md5": cls._md5sum, "text": cls._full_text}))
