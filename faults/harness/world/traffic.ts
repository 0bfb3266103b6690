import { setTimeout } from 'node:timers/promises';
import { createProducer, type KafkaProducer } from '@domovoy/kafka-client';
import { signUpsAll } from '@domovoy/models';
import { createEventGenerator, type GeneratedRecord, type SignUpWire } from '@domovoy/sandbox';
import { type Expectation, Ledger } from '../judge/ledger.ts';

export interface TrafficOptions {
  /** Straight to the broker: what the tests break is on the hub's side. */
  brokers: string[];
  companyShortName: string;
  seed: string;
}

export interface Traffic extends AsyncDisposable {
  readonly ledger: Ledger;
  /** Begins, or goes on after a pause. */
  resume(): void;
  /** Resolves when so many more records are acknowledged. */
  more(records: number): Promise<void>;
  /** Resolves when everything that was sent is acknowledged; sends nothing more until `resume`. */
  pause(): Promise<void>;
  stop(): Promise<void>;
}

const STATUSES = ['UNPROCESSED', 'PROCESSED', 'CONNECTED'] as const;
/** Between two bursts: a hundred events in a second, so that a restart always happens among many. */
const BURST_MS = 50;
const RETRY_MS = 50;
/** So many sign-ups are under way at a time. */
const OPEN_SIGN_UPS = 12;

/**
 * The outside world: abonents who sign up and write, their operator who answers. Takes no notice of what happens to
 * the hub; sends again what Kafka has not acknowledged, and writes into its ledger what Kafka has.
 */
export function startTraffic(options: TrafficOptions): Traffic {
  const ledger = new Ledger();
  const producer = createProducer({
    access: { brokers: options.brokers },
    clientId: 'fault-traffic',
    deadlineMs: 5_000,
  });
  const script = writeScript(options);
  const stopping = new AbortController();
  const { signal } = stopping;
  /** Aborted while there is a pause, as at the beginning. */
  let pausing = new AbortController();
  pausing.abort();
  let running = Promise.resolve();

  const run = async () => {
    while (!pausing.signal.aborted && !signal.aborted) {
      await Promise.all(script.burst().map((steps) => sendInOrder(producer, ledger, steps, signal)));
      await setTimeout(BURST_MS);
    }
  };
  const stop = async () => {
    stopping.abort();
    await running;
    await producer.close();
  };
  return {
    ledger,
    resume() {
      if (!pausing.signal.aborted) return;
      pausing = new AbortController();
      running = running.then(run);
    },
    more: async (records) => {
      const target = ledger.size + records;
      while (ledger.size < target && !signal.aborted) await setTimeout(5);
    },
    async pause() {
      pausing.abort();
      await running;
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}

interface Step {
  record: GeneratedRecord;
  expects: Expectation;
}

/** What happens in a burst, as lists: within one list each record waits for the one before. */
function writeScript({ companyShortName, seed }: TrafficOptions): { burst(): Step[][] } {
  const events = createEventGenerator({ seed, companyShortName });
  const open: SignUpWire[] = [];
  let messages = 0;
  let bursts = 0;

  const message = (direction: 'in' | 'out'): Step[] => {
    messages += 1;
    const marker = `${seed} ${direction} ${messages}`;
    const records = direction === 'in' ? events.message({ text: marker }) : events.answer({ text: marker });
    return records.map((record) => ({ record, expects: { kind: 'message', direction, marker } }));
  };
  const signUpSteps = (signUp: SignUpWire, onlyNetwork = false): Step[] =>
    events.signUpRecords(signUp, { onlyNetwork }).map((record) => ({
      record,
      expects: {
        kind: 'sign-up',
        uid: signUp.uid,
        status: signUp.status.toLowerCase(),
        isNetwork: record.topic === signUpsAll().name,
      },
    }));
  const newSignUp = () => {
    const signUp = events.signUpEvent();
    if (open.push(signUp) > OPEN_SIGN_UPS) open.shift();
    return signUpSteps(signUp);
  };
  const nextStatus = () => {
    const signUp = open.shift();
    const status = signUp && STATUSES[STATUSES.indexOf(signUp.status as (typeof STATUSES)[number]) + 1];
    if (!signUp || !status) return newSignUp();
    const changed = events.signUpEvent({ again: signUp, status });
    open.push(changed);
    return signUpSteps(changed);
  };

  return {
    burst: () => {
      bursts += 1;
      const every = (nth: number, steps: () => Step[]) => (bursts % nth === 0 ? [steps()] : []);
      return [
        message('in'),
        message('in'),
        ...every(2, () => message('out')),
        ...every(2, newSignUp),
        ...every(3, nextStatus),
        ...every(4, () => signUpSteps(events.signUpEvent(), true)),
      ];
    },
  };
}

async function sendInOrder(
  producer: KafkaProducer,
  ledger: Ledger,
  steps: readonly Step[],
  signal: AbortSignal,
): Promise<void> {
  for (const { record, expects } of steps) {
    while (!(await send(producer, ledger, record, expects))) {
      if (signal.aborted) return;
      await setTimeout(RETRY_MS);
    }
  }
}

/** The ledger is written after the acknowledgement and from nothing else. */
async function send(
  producer: KafkaProducer,
  ledger: Ledger,
  { topic, key, value }: GeneratedRecord,
  expects: Expectation,
): Promise<boolean> {
  try {
    for (const place of await producer.send(topic, [{ key, value }])) ledger.add({ ...place, expects });
    return true;
  } catch {
    return false;
  }
}
