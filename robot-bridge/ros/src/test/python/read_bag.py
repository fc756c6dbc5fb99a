"""Prints the messages of a bag, one JSON line each, and fails if a definition in it is incomplete.

Types are built from the definitions in the bag alone, as on a machine without the packages.
"""
import json
import sys

import rosbag


def plain(value):
    if hasattr(value, "__slots__"):
        return {name: plain(getattr(value, name)) for name in value.__slots__}
    if hasattr(value, "to_nsec"):
        return value.to_nsec()
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value


with rosbag.Bag(sys.argv[1]) as bag:
    for topic, message, stamp in bag.read_messages():
        if hasattr(message, "header"):
            message.header.stamp = message.header.stamp.to_nsec()
        print(json.dumps({"topic": topic, "md5": message._md5sum, "message": plain(message)}))
