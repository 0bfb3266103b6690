"""The command line that the Python clients share: what to do, where, and how to sign in."""

import argparse
import json

# Every client sends the same records, so that whoever reads them can compare.
FIRST_TIMESTAMP_MS = 1_700_000_000_000


def parse_arguments():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    for name in ("produce", "consume", "share", "latest"):
        command = commands.add_parser(name)
        command.add_argument("--brokers", required=True)
        command.add_argument("--topics", required=True, type=lambda text: text.split(","))
        command.add_argument("--group")
        command.add_argument("--expect", type=int, default=0, help="how many records to wait for")
        command.add_argument("--count", type=int, default=0, help="how many records to send to each topic")
        command.add_argument("--codecs", type=lambda text: text.split(","), help="one for each topic")
        command.add_argument("--username")
        command.add_argument("--password")
        command.add_argument("--ca-file")
    return parser.parse_args()


def records_to_send(count):
    for i in range(count):
        yield FIRST_TIMESTAMP_MS + i, f"k{i % 7}".encode(), f"запись {i}".encode()


def report(**result):
    """One line of JSON: what the test compares."""
    print(json.dumps(result), flush=True)


def record_of(topic, partition, offset, timestamp, key, value):
    return {
        "topic": topic,
        "partition": partition,
        "offset": offset,
        "timestamp": timestamp,
        "key": None if key is None else key.decode(),
        "value": None if value is None else value.decode(),
    }
