import { type CityPlan } from '../city-plan/plan-city.ts';
import type { EventGenerator } from '../events/event-generator.ts';
import { createFaultList, type FaultList } from '../faults/fault-list.ts';
import { createRequestHistory, type RequestHistory } from '../history/request-history.ts';
import type { topicsOf } from '../topics/company-topics.ts';
import type { EventLog } from '../topics/event-log.ts';
import { createKnownMessages } from '../topics/known-messages.ts';
import { createKnownSignUps } from '../topics/known-sign-ups.ts';
import { createKnownAbonents } from './abonents/known-abonents.ts';
import { type AccessTokens, createAccessTokens } from './auth/access-tokens.ts';
import { type Behaviour, DEFAULT_BEHAVIOUR } from './behaviour.ts';
import type { RosDomofonContext } from './resource.ts';
import { keepState } from './state/kept-state.ts';

/** Everything that RosDomofon's calls work on, and the control calls too. */
export interface OpenContext extends RosDomofonContext {
  tokens: AccessTokens;
  faults: FaultList;
  history: RequestHistory;
  /** The city as it was in the beginning, no sign-ups, no messages, no faults, no history. Tokens stay good. */
  reset(): void;
  close(): void;
}

export function openContext(given: {
  folder: string;
  plan: CityPlan;
  /** Of the sandbox's own company; the operators of the others are named after their companies. */
  credentials: { username: string; password: string };
  behaviour: Partial<Behaviour>;
  log: EventLog;
  topics: ReturnType<typeof topicsOf>;
  events: () => EventGenerator;
  now?: () => number;
}): OpenContext {
  const { folder, plan, credentials, log, topics, events, now = Date.now } = given;
  const state = keepState(folder, plan);
  const signUps = createKnownSignUps(log, topics.signUps);
  const messages = createKnownMessages(log, topics);
  const atFirst: Behaviour = { ...DEFAULT_BEHAVIOUR, ...given.behaviour };
  const behaviour = { ...atFirst };
  const faults = createFaultList({ now });
  const history = createRequestHistory();
  return {
    state,
    signUps,
    messages,
    abonents: createKnownAbonents(state, { signUps, messages }),
    operators: [
      { company: plan.own.company, ...credentials },
      ...plan.others.map(({ company }) => ({ company, ...credentials, username: company.shortName })),
    ],
    behaviour,
    log,
    events,
    now,
    tokens: createAccessTokens(now),
    faults,
    history,
    reset() {
      state.reset();
      signUps.forget();
      messages.forget();
      Object.assign(behaviour, atFirst);
      faults.clear();
      history.clear();
    },
    close: () => state.close(),
  };
}
