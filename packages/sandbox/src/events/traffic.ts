import type { EventGenerator, GeneratedRecord, TrafficAmount } from './event-generator.ts';
import type { Random } from './random.ts';
import type { SignUpWire } from './wire.ts';

type Events = Pick<EventGenerator, 'signUpEvent' | 'signUpRecords' | 'message' | 'answer'>;

/** A sign-up that is under way: how it looks now, and how it looked before. */
interface OpenSignUp {
  current: SignUpWire;
  before: SignUpWire | null;
}

const NEXT_STATUS: Readonly<Record<string, string>> = { UNPROCESSED: 'PROCESSED', PROCESSED: 'CONNECTED' };
/** As many sign-ups as are worked on at a time; older ones are left in peace. */
const OPEN = 50;

export function createTraffic(random: Random, events: Events): (amount: TrafficAmount) => GeneratedRecord[] {
  const open: OpenSignUp[] = [];

  function startSignUp(): GeneratedRecord[] {
    const current = events.signUpEvent();
    if (open.push({ current, before: null }) > OPEN) open.shift();
    return [
      ...events.signUpRecords(current),
      ...(random.chance(0.5) ? ofAnotherCompany() : []),
      ...(random.chance(0.6) ? continueSignUp() : []),
    ];
  }

  const ofAnotherCompany = () => events.signUpRecords(events.signUpEvent(), { onlyNetwork: true });

  function continueSignUp(): GeneratedRecord[] {
    const signUp = open[random.int(0, open.length - 1)];
    if (!signUp) return [];
    const { current, before } = signUp;
    if (random.chance(0.3)) return events.signUpRecords(current);
    // An old status under an old time, sent behind the newer one: it must not win.
    if (before && random.chance(0.3)) return events.signUpRecords(before, { timestampMs: before.createdAt });
    const status = NEXT_STATUS[current.status];
    if (status === undefined) return [];
    signUp.before = current;
    signUp.current = events.signUpEvent({ again: current, status });
    return events.signUpRecords(signUp.current);
  }

  return ({ signUps, messages, answers = 0 }) => {
    const steps = [
      ...Array.from({ length: signUps }, () => startSignUp),
      ...Array.from({ length: messages }, () => () => events.message()),
      ...Array.from({ length: answers }, () => () => events.answer()),
    ];
    return shuffled(random, steps).flatMap((step) => step());
  };
}

function shuffled<T>(random: Random, list: readonly T[]): T[] {
  const keyed = list.map((item) => ({ item, at: random.next() }));
  return keyed.toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}
