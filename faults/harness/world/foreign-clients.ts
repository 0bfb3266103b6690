import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import kafkajs from 'kafkajs';

export interface ForeignRecord {
  brokers: string;
  topic: string;
  key: string;
  value: string;
}

/** A program of another make that produces one record and ends when the broker has acknowledged it. */
export interface ForeignClient {
  readonly name: string;
  readonly isInstalled: boolean;
  produce(record: ForeignRecord): Promise<void>;
}

// Made by scripts/python-clients.sh.
const python = fileURLToPath(new URL('../../../.cache/python/current/bin/python', import.meta.url));

const LIBRDKAFKA = `
import sys, confluent_kafka
brokers, topic, key, value = sys.argv[1:]
failed = []
producer = confluent_kafka.Producer({"bootstrap.servers": brokers, "acks": "all"})
producer.produce(topic, key=key, value=value, on_delivery=lambda error, _: error and failed.append(error))
left = producer.flush(15)
sys.exit(f"not delivered: {failed} {left}" if failed or left else 0)
`;

const KAFKA_PYTHON = `
import sys, kafka
brokers, topic, key, value = sys.argv[1:]
producer = kafka.KafkaProducer(bootstrap_servers=brokers, acks="all")
producer.send(topic, key=key.encode(), value=value.encode()).get(timeout=15)
producer.close()
`;

const pythonClient = (name: string, program: string): ForeignClient => ({
  name,
  isInstalled: existsSync(python),
  produce: ({ brokers, topic, key, value }) => run(python, ['-c', program, brokers, topic, key, value]),
});

export const FOREIGN_CLIENTS: readonly ForeignClient[] = [
  {
    name: 'kcat (C)',
    isInstalled: spawnSync('kcat', ['-V'], { stdio: 'ignore' }).status === 0,
    produce: ({ brokers, topic, key, value }) =>
      run('kcat', ['-P', '-b', brokers, '-t', topic, '-k', key, '-X', 'acks=all'], value),
  },
  pythonClient('confluent-kafka (Python on C)', LIBRDKAFKA),
  pythonClient('kafka-python (Python)', KAFKA_PYTHON),
];

/** What is on this machine; where none of them is, the client that comes with the clone, so that no test passes by doing nothing. */
export const installedClients = (isCi: boolean): readonly ForeignClient[] => {
  const installed = FOREIGN_CLIENTS.filter(({ isInstalled }) => isInstalled || isCi);
  return installed.length > 0 ? installed : [JAVASCRIPT];
};

const JAVASCRIPT: ForeignClient = {
  name: 'kafkajs (JavaScript)',
  isInstalled: true,
  async produce({ brokers, topic, key, value }) {
    const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING });
    const producer = kafka.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    await producer.send({ topic, messages: [{ key, value }] });
    await producer.disconnect();
  },
};

async function run(program: string, args: readonly string[], input = ''): Promise<void> {
  const child = spawn(program, args, { stdio: ['pipe', 'ignore', 'pipe'], timeout: 30_000 });
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said += bytes.toString();
  });
  child.stdin.end(input);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${said.slice(-1_000)}`);
}
