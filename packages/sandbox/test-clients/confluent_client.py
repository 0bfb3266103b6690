"""confluent-kafka (librdkafka) on the sandbox's broker."""

import time

from confluent_kafka import Consumer, KafkaException, Producer, TopicPartition

from client_arguments import parse_arguments, record_of, records_to_send, report

DEADLINE_S = 25


def connection(arguments):
    settings = {"bootstrap.servers": arguments.brokers}
    if arguments.username:
        settings |= {
            "security.protocol": "SASL_SSL",
            "sasl.mechanism": "SCRAM-SHA-512",
            "sasl.username": arguments.username,
            "sasl.password": arguments.password,
            "ssl.ca.location": arguments.ca_file,
        }
    return settings


def read(consumer, expected):
    records = []
    deadline = time.monotonic() + DEADLINE_S
    while len(records) < expected and time.monotonic() < deadline:
        for m in consumer.consume(500, timeout=0.5):
            if m.error():
                raise KafkaException(m.error())
            records.append(record_of(m.topic(), m.partition(), m.offset(), m.timestamp()[1], m.key(), m.value()))
    return records


def produce(arguments):
    acknowledged = []
    for topic, codec in zip(arguments.topics, arguments.codecs):
        producer = Producer(
            connection(arguments) | {"compression.type": codec, "enable.idempotence": True, "linger.ms": 20}
        )

        def delivered(error, m):
            if error:
                raise KafkaException(error)
            acknowledged.append(
                record_of(m.topic(), m.partition(), m.offset(), m.timestamp()[1], m.key(), m.value())
            )

        for timestamp, key, value in records_to_send(arguments.count):
            producer.produce(topic, key=key, value=value, timestamp=timestamp, on_delivery=delivered)
        producer.flush(DEADLINE_S)
    report(records=acknowledged)


def consume(arguments):
    consumer = Consumer(
        connection(arguments)
        | {"group.id": arguments.group, "auto.offset.reset": "earliest", "session.timeout.ms": 10_000}
    )
    consumer.subscribe(arguments.topics)
    try:
        report(records=read(consumer, arguments.expect))
    except KafkaException as exception:
        report(error=exception.args[0].name())
    finally:
        consumer.close()


def latest(arguments):
    consumer = Consumer(connection(arguments) | {"group.id": "unused", "enable.auto.commit": False})
    partitions = []
    for topic in arguments.topics:
        _, end = consumer.get_watermark_offsets(TopicPartition(topic, 0), timeout=DEADLINE_S)
        partitions.append(TopicPartition(topic, 0, max(0, end - arguments.expect)))
    consumer.assign(partitions)
    report(records=read(consumer, arguments.expect * len(partitions)))
    consumer.close()


arguments = parse_arguments()
{"produce": produce, "consume": consume, "latest": latest}[arguments.command](arguments)
