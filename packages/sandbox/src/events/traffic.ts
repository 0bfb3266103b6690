import type { Random } from '../random/random.ts';
import type { EventGenerator, GeneratedRecord, TrafficAmount } from './event-generator.ts';
import type { SignUpWire } from './wire.ts';

type Events = Pick<EventGenerator, 'signUpEvent' | 'signUpRecords' | 'message' | 'answer'>;

interface Stage {
  signUp: SignUpWire;
  timestampMs: number;
}
/** A sign-up that is under way: how it looks now, and how it looked before. */
interface OpenSignUp {
  current: Stage;
  before: Stage | null;
}

const NEXT_STATUS: Readonly<Record<string, string>> = { UNPROCESSED: 'PROCESSED', PROCESSED: 'CONNECTED' };
/** As many sign-ups as are worked on at a time; older ones are left in peace. */
const OPEN = 50;
/** A sign-up starts, and a millisecond later another one, or the same one, goes on: never two changes at one time. */
const STEP_MS = 2;

export function createTraffic(random: Random, events: Events, now: () => number) {
  const open: OpenSignUp[] = [];

  function startSignUp(timestampMs: number): GeneratedRecord[] {
    const signUp = newSignUp(timestampMs);
    if (open.push({ current: { signUp, timestampMs }, before: null }) > OPEN) open.shift();
    return [
      ...events.signUpRecords(signUp, { timestampMs }),
      ...(random.chance(0.5) ? ofAnotherCompany(timestampMs) : []),
      ...(random.chance(0.6) ? continueSignUp(timestampMs + 1) : []),
    ];
  }

  const newSignUp = (timestampMs: number, onlyNetwork = false) =>
    events.signUpEvent({ createdAt: timestampMs - random.int(50, 2000), onlyNetwork });

  const ofAnotherCompany = (timestampMs: number) =>
    events.signUpRecords(newSignUp(timestampMs, true), { onlyNetwork: true, timestampMs });

  function continueSignUp(timestampMs: number): GeneratedRecord[] {
    const chosen = open[random.int(0, open.length - 1)];
    if (!chosen) return [];
    const { current, before } = chosen;
    if (random.chance(0.3)) return events.signUpRecords(current.signUp, { timestampMs });
    // An old status under its old time, sent behind the newer one: it must not win.
    if (before && random.chance(0.3)) return events.signUpRecords(before.signUp, before);
    const status = NEXT_STATUS[current.signUp.status];
    if (status === undefined) return [];
    const signUp = events.signUpEvent({ again: current.signUp, status });
    chosen.before = current;
    chosen.current = { signUp, timestampMs };
    return events.signUpRecords(signUp, { timestampMs });
  }

  return ({ signUps, messages, answers = 0 }: TrafficAmount): GeneratedRecord[] => {
    const steps = shuffled(random, [
      ...Array.from({ length: signUps }, () => startSignUp),
      ...Array.from({ length: messages }, () => (timestampMs: number) => events.message({ timestampMs })),
      ...Array.from({ length: answers }, () => (timestampMs: number) => events.answer({ timestampMs })),
    ]);
    // The last one now: so both topics tell the same time of a change, whenever they are sent.
    const startedAt = now() - steps.length * STEP_MS;
    return steps.flatMap((step, index) => step(startedAt + (index + 1) * STEP_MS - 1));
  };
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const keyed = list.map((item) => ({ item, at: random.next() }));
  return keyed.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}
