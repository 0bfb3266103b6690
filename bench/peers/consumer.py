"""The consumer that one would write in Python in an afternoon: confluent-kafka and psycopg, the same tables, the same effects.

row    a transaction per record, its offset committed after it
auto   a transaction per record, offsets committed by the client in the background
batch  up to 500 records in one transaction, a pipelined executemany per table, then the offset
tuned  the same, with message and feed in one statement, which spares a round trip and the reading of ids
Like the hub it checks each event against a schema, and a record that is in the inbox already has no effect.
Prints one line of JSON: the number of records, the seconds from the first record to the last commit.
"""

import argparse
import json
import time
import zlib

import psycopg
from confluent_kafka import Consumer
from pydantic import BaseModel, ConfigDict


class Loose(BaseModel):
    model_config = ConfigDict(extra="allow")


class Abonent(Loose):
    id: int
    phone: int | str | None = None
    companyId: int | None = None


class LocalizedPush(Loose):
    message: str | None = None


class IncomingMessage(Loose):
    fromAbonent: Abonent
    channel: str
    message: str | None = None
    localizedPush: LocalizedPush | None = None
    waitResponse: bool | None = None


INBOX = """insert into inbox_events (source_id, partition, "offset", company_id, hash, payload)
values (%s, %s, %s, %s, %s, %s) on conflict do nothing returning 1"""
ABONENT = """insert into abonents (company_id, rosdomofon_id, phone, seen_at) values (%s, %s, %s, now())
on conflict (company_id, rosdomofon_id) do nothing"""
CONVERSATION = """insert into conversations (company_id, abonent_rosdomofon_id, channel, unread, last_message_at)
values (%s, %s, %s, 1, to_timestamp(%s / 1000.0))
on conflict (company_id, abonent_rosdomofon_id, channel) do update
set unread = conversations.unread + 1, state = 'open', last_message_at = greatest(conversations.last_message_at, excluded.last_message_at)"""
PLAIN_MESSAGE = """insert into messages (company_id, conversation_id, direction, state, text, source_id, partition, "offset", sent_at)
select %s, id, 'in', 'received', %s, %s, %s, %s, to_timestamp(%s / 1000.0) from conversations
where company_id = %s and abonent_rosdomofon_id = %s and channel = %s returning id, conversation_id"""
CHANGE = "insert into changes (company_id, entity, entity_id, op) values (%s, %s, %s, %s)"
MESSAGE = """with m as (insert into messages (company_id, conversation_id, direction, state, text, source_id, partition, "offset", sent_at)
select %s, id, 'in', 'received', %s, %s, %s, %s, to_timestamp(%s / 1000.0) from conversations
where company_id = %s and abonent_rosdomofon_id = %s and channel = %s returning id, conversation_id)
insert into changes (company_id, entity, entity_id, op)
select %s, 'message', id, 'added' from m union all select %s, 'conversation', conversation_id, 'changed' from m"""

parser = argparse.ArgumentParser()
for name in ("mode", "brokers", "topic", "dsn"):
    parser.add_argument(f"--{name}", required=True)
for name in ("limit", "source", "company"):
    parser.add_argument(f"--{name}", type=int, required=True)
args = parser.parse_args()
company, source = args.company, args.source


def rows(record):
    value = record.value()
    event = IncomingMessage.model_validate_json(value)
    abonent = event.fromAbonent
    text = (event.localizedPush and event.localizedPush.message) or event.message or ""
    at, key = record.timestamp()[1], (company, abonent.id, event.channel)
    where = (source, record.partition(), record.offset())
    return (
        (*where, company, zlib.crc32(value), value.decode()),
        (company, abonent.id, str(abonent.phone)),
        (*key, at),
        (company, text, *where, at, *key, company, company),
    )


consumer = Consumer(
    {
        "bootstrap.servers": args.brokers,
        "group.id": f"peer-{args.mode}-{time.time()}",
        "auto.offset.reset": "earliest",
        "enable.auto.commit": args.mode == "auto",
    }
)
consumer.subscribe([args.topic])
size = 500 if args.mode in ("batch", "tuned") else 1
done, started, cpu = 0, None, 0
with psycopg.connect(args.dsn) as db:
    while done < args.limit:
        records = [r for r in consumer.consume(min(size, args.limit - done), 1.0) if not r.error()]
        if not records:
            continue
        if started is None:
            started, cpu = time.perf_counter(), time.process_time()
        with db.transaction(), db.cursor() as cursor:
            if size > 1:
                events = [rows(record) for record in records]
                cursor.executemany(INBOX, [event[0] for event in events], returning=True)
                fresh = []
                for event in events:
                    if cursor.fetchone():
                        fresh.append(event)
                    cursor.nextset()
                abonents, conversations, messages = list(zip(*fresh))[1:]
                with db.pipeline():
                    cursor.executemany(ABONENT, abonents)
                    cursor.executemany(CONVERSATION, conversations)
                    if args.mode == "tuned":
                        cursor.executemany(MESSAGE, messages)
                if args.mode == "batch":
                    cursor.executemany(PLAIN_MESSAGE, [message[:9] for message in messages], returning=True)
                    changes = []
                    for _ in messages:
                        message_id, conversation_id = cursor.fetchone()
                        changes.append((company, "message", message_id, "added"))
                        changes.append((company, "conversation", conversation_id, "changed"))
                        cursor.nextset()
                    cursor.executemany(CHANGE, changes)
            else:
                inbox, abonent, conversation, message = rows(records[0])
                if cursor.execute(INBOX, inbox).fetchone():
                    cursor.execute(ABONENT, abonent)
                    cursor.execute(CONVERSATION, conversation)
                    cursor.execute(MESSAGE, message)
        if args.mode != "auto":
            consumer.commit(asynchronous=False)
        done += len(records)
print(json.dumps({"records": done, "seconds": time.perf_counter() - started, "cpu": time.process_time() - cpu}))
consumer.close()
