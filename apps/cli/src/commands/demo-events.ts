import { createProducer, type KafkaAccess } from '@domovoy/kafka-client';
import { createEventGenerator } from '@domovoy/sandbox';
import { EnvironmentError, type KafkaEnv, kafkaEnv, readEnv } from '@domovoy/service-kit';
import { CliError } from '../cli-error.ts';
import type { Environment, EnvSource } from '../env.ts';
import { isOnThisMachine } from '../settings/is-on-this-machine.ts';
import type { WriteLine } from '../terminal/reporter.ts';
import { readRunningInstance } from './running-instance.ts';

const BATCH = 500;

export interface DemoEventsOptions {
  signUps: number;
  messages: number;
  seed?: string | undefined;
  dataDir: string;
  isJson: boolean;
  /** Also to brokers that are not on this machine. */
  isAllowedElsewhere: boolean;
}

interface Target {
  access: KafkaAccess;
  company: string;
}

/** `domovoy demo events`: lifelike events through Kafka, and what the brokers acknowledged. */
export async function runDemoEvents(
  options: DemoEventsOptions,
  environment: Environment,
  write: WriteLine,
): Promise<number> {
  const target = chooseTarget(options, environment);
  // Another seed each time, so that a second run brings new people and not repeats of the first.
  const seed = options.seed ?? `${Date.now()}`;
  const generator = createEventGenerator({ seed, companyShortName: target.company });
  const records = generator.traffic({ signUps: options.signUps, messages: options.messages });
  const producer = createProducer({ access: target.access, clientId: 'domovoy-demo-events' });
  const acknowledged = new Map<string, number>();
  try {
    for (let from = 0; from < records.length; from += BATCH)
      for (const [topic, batch] of Map.groupBy(records.slice(from, from + BATCH), (record) => record.topic)) {
        const results = await producer.send(topic, batch);
        acknowledged.set(topic, (acknowledged.get(topic) ?? 0) + results.length);
      }
  } finally {
    await producer.close();
    report(target, seed, acknowledged, options.isJson, write);
  }
  return 0;
}

function report(
  { access, company }: Target,
  seed: string,
  acknowledged: ReadonlyMap<string, number>,
  isJson: boolean,
  write: WriteLine,
): void {
  const brokers = access.brokers.join(',');
  if (isJson) {
    write(JSON.stringify({ brokers, company, seed, acknowledged: Object.fromEntries(acknowledged) }));
    return;
  }
  if (acknowledged.size === 0) {
    write(`Kafka at ${brokers} has acknowledged nothing.`);
    return;
  }
  write(`Acknowledged by Kafka at ${brokers} (seed ${seed}, with --seed the same again):`);
  for (const [topic, count] of acknowledged) write(`  ${String(count).padStart(6)}  ${topic}`);
}

/** The shell's KAFKA_BROKERS, else what runs here, else what .env names. */
function chooseTarget(options: DemoEventsOptions, { shell, all }: Environment): Target {
  if (shell['KAFKA_BROKERS']?.trim()) return readTarget(options, all);
  const running = readRunningInstance(options.dataDir);
  const brokers = running?.sandbox.kafka.brokers;
  if (running && brokers)
    return { access: { brokers: brokers.split(',') }, company: running.sandbox.companyShortName };
  if (all['KAFKA_BROKERS']?.trim()) return readTarget(options, all);
  throw new CliError(
    running
      ? 'What runs here uses a Kafka of its own environment, and KAFKA_BROKERS is not set in this terminal.'
      : 'There is nowhere to send events to: nothing runs here, and KAFKA_BROKERS is not set.',
    {
      code: 'NO_KAFKA',
      details: [
        running
          ? 'Set KAFKA_BROKERS (and the other KAFKA_ settings) here too, or write them into .env'
          : 'Start everything in another terminal with: npm start',
      ],
    },
  );
}

function readTarget({ isAllowedElsewhere }: DemoEventsOptions, source: EnvSource): Target {
  const kafka = readKafka(source);
  if (!isAllowedElsewhere && !isOnThisMachine(kafka.brokers))
    throw new CliError(`KAFKA_BROKERS names ${kafka.brokers.join(', ')}, which is not on this machine.`, {
      code: 'KAFKA_ELSEWHERE',
      details: [
        'Invented sign-ups and messages would reach others there. If that is meant, add: --elsewhere',
      ],
    });
  const { brokers, tls, sasl } = kafka;
  return {
    access: { brokers, tls, ...(sasl ? { sasl } : {}) },
    company: source['COMPANY_SHORT_NAME']?.trim() || 'demo',
  };
}

function readKafka(source: EnvSource): KafkaEnv {
  // Sending needs no group.
  const { kafka } = readEnv({ kafka: kafkaEnv() }, { KAFKA_GROUP_ID: 'none', ...source });
  if (kafka) return kafka;
  throw new EnvironmentError([{ variable: 'KAFKA_BROKERS', problem: 'is missing', expected: 'host:port' }]);
}
