import { createFaultList, type FaultList } from '../faults/fault-list.ts';
import { createRequestHistory, type RequestHistory } from '../history/request-history.ts';
import { createAddress, type PortalAddress } from './address.ts';
import type { PortalCredentials } from './auth/credentials.ts';
import { createTokens, KEPT_BEHIND_A_RESET, type Tokens } from './auth/tokens.ts';
import { DEFAULT_PORTAL_BEHAVIOUR, type PortalBehaviour } from './behaviour.ts';
import { createPortalEvents, type PortalEvents } from './events/portal-events.ts';
import type { Follower, Happening } from './happenings.ts';
import { createOperatingTime, type OperatingTime } from './limits/operating-time.ts';
import { createRequestBucket, type RequestBucket } from './limits/request-bucket.ts';
import { createUsage, type Usage } from './limits/usage.ts';
import { methodNamed } from './methods.ts';
import { startAnsweringOperator } from './open-lines/operator/pending-answers.ts';
import type { Call, PortalMethod } from './portal-method.ts';
import { firstRows } from './seed/first-rows.ts';
import { contactsOf } from './seed/seeded-contacts.ts';
import type { Change } from './state/change.ts';
import { type KeptTables, keepTables } from './state/kept-tables.ts';

/** Everything that the portal's methods work on, and the control calls and pages too. */
export interface PortalContext {
  state: KeptTables;
  credentials: PortalCredentials;
  address: PortalAddress;
  behaviour: PortalBehaviour;
  bucket: RequestBucket;
  operatingTime: OperatingTime;
  usage: Usage;
  tokens: Tokens;
  faults: FaultList;
  history: RequestHistory;
  events: PortalEvents;
  now: () => number;
  /** In whatever case it is written. */
  methodNamed: (name: string) => PortalMethod | undefined;
  /** Writes, together with what the followers have to keep of it, and tells them. */
  save(changes: readonly Change[], happenings?: readonly Happening[], call?: Call | null): void;
  follow(follower: Follower): void;
  onReset(run: () => void): void;
  onClose(run: () => void): void;
  reset(): void;
  close(): void;
}

export interface PortalOptions {
  folder: string;
  credentials: PortalCredentials;
  behaviour?: Partial<PortalBehaviour> | undefined;
  operatorAnswersAfterMs?: number | undefined;
  now?: (() => number) | undefined;
}

export function openPortal({ folder, credentials, ...given }: PortalOptions): PortalContext {
  const { now = Date.now } = given;
  const atFirst: PortalBehaviour = { ...DEFAULT_PORTAL_BEHAVIOUR, ...given.behaviour };
  const behaviour = { ...atFirst };
  const state = keepTables({
    folder,
    firstRows: () => firstRows(credentials, given.operatorAnswersAfterMs ?? null),
    contactsOf,
  });
  const followers: Follower[] = [];
  const [onReset, onClose]: [(() => void)[], (() => void)[]] = [[], []];
  const bucket = createRequestBucket(() => behaviour, now);
  const operatingTime = createOperatingTime(now);
  const usage = createUsage();
  const faults = createFaultList({ now });
  const history = createRequestHistory();
  const core: Omit<PortalContext, 'events'> = {
    state,
    credentials,
    address: createAddress(state),
    behaviour,
    bucket,
    operatingTime,
    usage,
    tokens: createTokens({ state, now, lifetimes: () => behaviour }),
    faults,
    history,
    now,
    methodNamed,
    save(changes, happenings = [], call = null) {
      const more =
        happenings.length === 0 ? [] : followers.flatMap((one) => one.alongside?.(happenings, call) ?? []);
      if (changes.length + more.length > 0) state.commit({ changes: [...changes, ...more] });
      if (happenings.length > 0) for (const one of followers) one.afterwards?.(happenings, call);
    },
    follow: (follower) => void followers.push(follower),
    onReset: (run) => void onReset.push(run),
    onClose: (run) => void onClose.push(run),
    reset() {
      state.reset(KEPT_BEHIND_A_RESET);
      Object.assign(behaviour, atFirst);
      bucket.empty();
      operatingTime.forget();
      usage.clear();
      faults.clear();
      history.clear();
      for (const run of onReset) run();
    },
    close() {
      for (const run of onClose) run();
      state.close();
    },
  };
  const context = { ...core, events: createPortalEvents(core) };
  startAnsweringOperator(context);
  return context;
}
