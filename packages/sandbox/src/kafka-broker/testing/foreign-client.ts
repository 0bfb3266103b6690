import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { testEnvironment } from './env.ts';

const repository = path.resolve(import.meta.dirname, '../../../../..');
const scripts = path.resolve(import.meta.dirname, '../../../test-clients');

const foreignRecord = z.object({
  topic: z.string(),
  partition: z.int(),
  offset: z.int(),
  timestamp: z.int(),
  key: z.string().nullable(),
  value: z.string().nullable(),
});
export type ForeignRecord = z.infer<typeof foreignRecord>;

export interface Access {
  readonly brokers: string;
  readonly login?: { readonly username: string; readonly password: string; readonly caFile: string };
}

export interface ForeignClient {
  readonly name: string;
  readonly codecs: readonly string[];
  /** Why it cannot be tried here, and how to get it. */
  readonly missing: string | undefined;
  /** Sends `count` records to each topic, compressed with the codec at the same place, and returns what was acknowledged. */
  produce(
    access: Access,
    topics: readonly string[],
    codecs: readonly string[],
    count: number,
  ): Promise<ForeignRecord[]>;
  /** Reads as a member of a group. Rejects with what the client calls the error. */
  consume(
    access: Access,
    topics: readonly string[],
    group: string,
    expected: number,
  ): Promise<ForeignRecord[]>;
}

export interface PythonClient extends ForeignClient {
  /** Other things that users do with it: see the scripts. */
  run(
    command: 'share' | 'latest',
    access: Access,
    topics: readonly string[],
    options: Record<string, string>,
  ): Promise<ForeignRecord[]>;
}

const RUN_TIMEOUT_MS = 50_000;
const HOW_TO_GET_PYTHON = 'run scripts/python-clients.sh';

function pythonClient(name: string, script: string, codecs: readonly string[], python: string): PythonClient {
  const run = async (
    command: string,
    access: Access,
    topics: readonly string[],
    options: Record<string, string>,
  ) => {
    const login: Record<string, string> = access.login
      ? { username: access.login.username, password: access.login.password, 'ca-file': access.login.caFile }
      : {};
    const all = { brokers: access.brokers, topics: topics.join(','), ...login, ...options };
    const flags = Object.entries(all).flatMap(([flag, value]) => [`--${flag}`, value]);
    const { stdout } = await promisify(execFile)(
      python,
      ['-B', path.join(scripts, script), command, ...flags],
      {
        timeout: RUN_TIMEOUT_MS,
        maxBuffer: 2 ** 26,
      },
    );
    const result = z
      .object({ records: z.array(foreignRecord).default([]), error: z.string().optional() })
      .parse(JSON.parse(stdout));
    if (result.error !== undefined) throw new Error(result.error);
    return result.records;
  };
  return {
    name,
    codecs,
    missing: existsSync(python) ? undefined : HOW_TO_GET_PYTHON,
    produce: (access, topics, chosen, count) =>
      run('produce', access, topics, { codecs: chosen.join(','), count: String(count) }),
    consume: (access, topics, group, expected) =>
      run('consume', access, topics, { group, expect: String(expected) }),
    run,
  };
}

const environment = (name: string) => path.join(repository, '.cache/python', name, 'bin/python');
const current = testEnvironment.pythonCurrent ?? environment('current');
const legacy = testEnvironment.pythonLegacy ?? environment('legacy');
const allCodecs = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];

export const kafkaPython = pythonClient(
  'kafka-python of today',
  'kafka_python_client.py',
  allCodecs,
  current,
);
export const kafkaPythonLegacy = pythonClient(
  'kafka-python pinned to Kafka 0.10.0',
  'kafka_python_client.py',
  ['none', 'gzip', 'snappy', 'lz4'],
  legacy,
);
export const confluentKafka = pythonClient('confluent-kafka', 'confluent_client.py', allCodecs, current);

/** Topic, partition, offset, time, key and value: separated by what no test value contains. */
const KCAT_FORMAT = String.raw`%t\x01%p\x01%o\x01%T\x01%k\x01%s\n`;

export const kcat: ForeignClient = {
  name: 'kcat',
  codecs: allCodecs,
  missing: spawnSync('kcat', ['-V']).status === 0 ? undefined : 'apt-get install kcat',
  async produce(access, topics, codecs, count) {
    const lines = Array.from({ length: count }, (_, i) => `k${i % 7}\tзапись ${i}\n`).join('');
    for (const [i, topic] of topics.entries()) {
      await runKcat(access, ['-P', '-t', topic, '-K', '\\t', '-z', codecs[i] ?? 'none'], lines);
    }
    return []; // it does not tell what was acknowledged
  },
  async consume(access, topics, group, expected) {
    const options = ['-X', 'auto.offset.reset=earliest', '-f', KCAT_FORMAT, '-q', '-c', String(expected)];
    const output = await runKcat(access, ['-G', group, ...options, ...topics]);
    return output.split('\n').slice(0, -1).map(parseKcatLine);
  },
};

function parseKcatLine(line: string): ForeignRecord {
  const [topic = '', partition, offset, timestamp, key = '', value = ''] = line.split('\u0001');
  return {
    topic,
    partition: Number(partition),
    offset: Number(offset),
    timestamp: Number(timestamp),
    key,
    value,
  };
}

function runKcat({ brokers, login }: Access, args: readonly string[], input = ''): Promise<string> {
  const settings = login
    ? [
        'security.protocol=SASL_SSL',
        'sasl.mechanism=SCRAM-SHA-512',
        `sasl.username=${login.username}`,
        `sasl.password=${login.password}`,
        `ssl.ca.location=${login.caFile}`,
      ]
    : [];
  // Group mode takes every argument that is left for a topic, so the settings come first.
  const child = spawn('kcat', ['-b', brokers, ...settings.flatMap((setting) => ['-X', setting]), ...args], {
    timeout: RUN_TIMEOUT_MS,
  });
  child.stdin.end(input);
  let output = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(output) : reject(new Error(complaints))));
  });
}

/**
 * Those that can be tried on this machine. The others are named on stderr, with the way to get them; in CI they are a
 * failure, since a suite that leaves clients out in silence proves nothing about them.
 */
export function installed<C extends ForeignClient>(clients: readonly C[]): C[] {
  for (const { name, missing } of clients) {
    if (missing === undefined) continue;
    if (testEnvironment.isCi) throw new Error(`${name} is missing: ${missing}`);
    process.stderr.write(`Not run: the sandbox's broker with ${name} (${missing}).\n`);
  }
  return clients.filter(({ missing }) => missing === undefined);
}
