import { CompanyShortName, messagesIn, messagesOut, signUps, signUpsAll } from '@domovoy/models';
import { abonentOf } from '../city-plan/abonents.ts';
import { planCity } from '../city-plan/plan-city.ts';
import { createRandom, type Random } from '../random/random.ts';
import { createAbonents } from './abonents.ts';
import type {
  EventGenerator,
  EventGeneratorOptions,
  GeneratedRecord,
  MessageOptions,
  SignUpOptions,
  SignUpSending,
} from './event-generator.ts';
import { incomingMessage, outgoingMessage } from './message.ts';
import { againSignUp, newSignUp } from './sign-up.ts';
import { createTraffic } from './traffic.ts';
import type { SignUpWire } from './wire.ts';

export function createEventGenerator(options: EventGeneratorOptions): EventGenerator {
  const { seed, now = Date.now } = options;
  const company = CompanyShortName.parse(options.companyShortName);
  const random = createRandom(seed);
  const plan = options.plan ?? planCity({ companyShortName: company });
  const abonents = createAbonents(random, plan);
  const companyId = plan.own.company.id;
  const nextSignUpId = createSignUpIds(random);

  function signUpEvent(details: SignUpOptions = {}): SignUpWire {
    if (details.again) return againSignUp(details.again, details);
    const abonent = abonentOf(details) ?? abonents.applicant();
    const where = details.onlyNetwork ? random.pick([plan.own, ...plan.others]) : plan.own;
    const facts = { id: nextSignUpId(), abonent, createdAt: now() - random.int(50, 2000) };
    return newSignUp(random, { ...facts, company: where, at: details.at }, details);
  }

  function signUpRecords(
    event: { uid: string },
    { onlyNetwork, timestampMs }: SignUpSending = {},
  ): GeneratedRecord[] {
    const topics = [signUpsAll().name, ...(onlyNetwork ? [] : [signUps(company).name])];
    return topics.map((topic) => toRecord(topic, event.uid, event, timestampMs));
  }

  function message(details: MessageOptions = {}): GeneratedRecord[] {
    const abonent = abonentOf(details) ?? abonents.talker();
    const event = incomingMessage(random, { abonent, companyId, text: details.text });
    return [toRecord(messagesIn(company).name, String(abonent.id), event, details.timestampMs)];
  }

  function answer(details: MessageOptions = {}): GeneratedRecord[] {
    const abonent = abonentOf(details) ?? abonents.talker();
    const event = outgoingMessage(random, { abonent, companyId, text: details.text });
    return [toRecord(messagesOut(company).name, String(abonent.id), event, details.timestampMs)];
  }

  return {
    signUp: (details) => signUpRecords(signUpEvent(details), details),
    message,
    answer,
    traffic: createTraffic(random, { signUpEvent, signUpRecords, message, answer }, now),
    signUpEvent,
    signUpRecords,
  };
}

function toRecord(
  topic: string,
  key: string,
  event: object,
  timestampMs: number | undefined,
): GeneratedRecord {
  const record = { topic, key, value: JSON.stringify(event) };
  return timestampMs === undefined ? record : { ...record, timestampMs };
}

/** Ids grow, with gaps: other companies sign people up too. Where they begin depends on the seed, so that runs do not meet. */
function createSignUpIds(random: Random): () => number {
  let last = random.int(1, 2000) * 1_000_000;
  return () => {
    last += random.int(1, 4);
    return last;
  };
}
