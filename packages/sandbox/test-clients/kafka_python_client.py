"""kafka-python on the sandbox's broker: today's release, or the one pinned to Kafka 0.10.0 as RosDomofon's users have it."""

import threading
import time

import kafka
from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.errors import KafkaError

from client_arguments import parse_arguments, record_of, records_to_send, report

IS_LEGACY = kafka.__version__.startswith("2.")
DEADLINE_S = 25
SESSION_TIMEOUT_MS = 10_000


def connection(arguments):
    settings = {"bootstrap_servers": arguments.brokers}
    if IS_LEGACY:
        settings["api_version"] = (0, 10, 0)
    if arguments.username:
        settings |= {
            "security_protocol": "SASL_SSL",
            "sasl_mechanism": "SCRAM-SHA-512",
            "sasl_plain_username": arguments.username,
            "sasl_plain_password": arguments.password,
            "ssl_cafile": arguments.ca_file,
        }
    return settings


def group_settings(arguments):
    settings = {
        "group_id": arguments.group,
        "auto_offset_reset": "earliest",
        "enable_auto_commit": True,
        "session_timeout_ms": SESSION_TIMEOUT_MS,
        "heartbeat_interval_ms": 3_000,
    }
    if IS_LEGACY:
        # The protocol of 0.10.0 has one time-out for both.
        settings["max_poll_interval_ms"] = SESSION_TIMEOUT_MS
    return settings


def read(consumer, expected):
    records = []
    deadline = time.monotonic() + DEADLINE_S
    while len(records) < expected and time.monotonic() < deadline:
        records += poll(consumer)
    return records


def poll(consumer):
    # 500 and not less: with shorter polls kafka-python 3.0.12 can lose the answer to its own join.
    return [
        record_of(m.topic, m.partition, m.offset, m.timestamp, m.key, m.value)
        for batch in consumer.poll(timeout_ms=500).values()
        for m in batch
    ]


def produce(arguments):
    acknowledged = []
    for topic, codec in zip(arguments.topics, arguments.codecs):
        producer = KafkaProducer(
            **connection(arguments), compression_type=None if codec == "none" else codec, acks="all", linger_ms=20
        )
        sent = [
            (producer.send(topic, key=key, value=value, timestamp_ms=timestamp), timestamp, key, value)
            for timestamp, key, value in records_to_send(arguments.count)
        ]
        for future, timestamp, key, value in sent:
            place = future.get(timeout=DEADLINE_S)
            acknowledged.append(record_of(topic, place.partition, place.offset, timestamp, key, value))
        producer.close()
    report(records=acknowledged)


def consume(arguments):
    consumer = KafkaConsumer(*arguments.topics, **connection(arguments), **group_settings(arguments))
    try:
        report(records=read(consumer, arguments.expect))
    except KafkaError as error:
        report(error=type(error).__name__)
    finally:
        consumer.close()


def share(arguments):
    """Three consumers of one process in one group, each with a topic of its own, as the service's users run them."""
    records = []
    wanted = arguments.expect * len(arguments.topics)
    deadline = time.monotonic() + DEADLINE_S

    def work(consumer):
        # Each goes on until all have everything: a member that stops polling holds up the others' rebalance.
        while len(records) < wanted and time.monotonic() < deadline:
            records.extend(poll(consumer))
        consumer.close()

    threads = [
        threading.Thread(
            target=work, args=[KafkaConsumer(topic, **connection(arguments), **group_settings(arguments))]
        )
        for topic in arguments.topics
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    report(records=records)


def latest(arguments):
    """The last records without a group: assign, end offsets, seek."""
    consumer = KafkaConsumer(**connection(arguments), group_id=None)
    partitions = [TopicPartition(topic, 0) for topic in arguments.topics]
    consumer.assign(partitions)
    for partition, end in consumer.end_offsets(partitions).items():
        consumer.seek(partition, max(0, end - arguments.expect))
    report(records=read(consumer, arguments.expect * len(partitions)))
    consumer.close()


arguments = parse_arguments()
{"produce": produce, "consume": consume, "share": share, "latest": latest}[arguments.command](arguments)
