import { obtainTokens } from './auth/obtain-tokens.ts';
import { createPortal, secretsOf } from './auth/portal.ts';
import { createTokens, type Tokens } from './auth/tokens.ts';
import type { Bitrix24Calls } from './call/calls.ts';
import { createCalls } from './call/create-calls.ts';
import { createDispatch } from './call/dispatch.ts';
import { createRunner } from './call/runner.ts';
import { createSender } from './call/sender.ts';
import type { Transport } from './call/transport-port.ts';
import type { WireJob } from './call/wire-job.ts';
import { createMemoryBucketStore } from './limits/bucket-store.ts';
import { createGate, type Gate } from './limits/gate.ts';
import { createOperatingLedger } from './limits/operating-ledger.ts';
import { SAFE_SHARE } from './limits/pick-jobs.ts';
import { ruleOf } from './limits/tariffs.ts';
import { type Bitrix24Options, ClientOptions, check, type Settings } from './options.ts';
import { createRedactor } from './redact.ts';
import { resourcesOf } from './resources/resources.ts';
import { createTransport } from './transport.ts';

/** A Bitrix24 portal. */
export interface Bitrix24 extends Bitrix24Calls, ReturnType<typeof resourcesOf>, AsyncDisposable {
  /** Waits for what is running, at most so long (10 s), and cuts off the rest. */
  close(options?: { deadlineMs?: number }): Promise<void>;
}

/** @throws {ConfigurationError} names everything that is wrong with the options. */
export function createBitrix24(options: Bitrix24Options): Bitrix24 {
  const settings = checkOptions(options);
  return assemble(settings, createTransport(settings));
}

export const checkOptions = (options: Bitrix24Options): Settings =>
  check(ClientOptions, options, 'createBitrix24');

/** The portal cuts a request off at 60 s; a batch that would take longer than this is a smaller one (facts §14). */
const LONGEST_BATCH_MS = 40_000;
/** Requests at the same time where nothing else limits them. */
const UNLIMITED_CONCURRENT = 50;
/** Whoever reaches a portal from this process shares its bucket, however many clients there are. */
const sharedBuckets = createMemoryBucketStore();

export function assemble(settings: Settings, transport: Transport): Bitrix24 {
  const { auth, limits, now, retry, requestTimeoutMs, hidePhones } = settings;
  const tokens = tokensOf(settings, transport);
  const portal = createPortal(settings, tokens);
  // What waits, waits by a clock that nobody sets.
  const clock = () => performance.now();
  const longestBatchMs = settings.longestBatchMs ?? Math.min(LONGEST_BATCH_MS, SAFE_SHARE * requestTimeoutMs);
  const ledger = createOperatingLedger(limits || undefined, clock);
  const redact = createRedactor({ hidePhones, secrets: secretsOf(auth, tokens) });
  const dispatch = createDispatch({
    transport,
    portal,
    redact,
    now,
    requestTimeoutMs,
    longestBatchMs,
    ledger,
    gate: () => gate,
  });
  const gate: Gate<WireJob> = createGate<WireJob>(
    {
      rule: ruleOf(settings),
      longestBatchMs,
      maxConcurrent: limits ? limits.maxConcurrent : UNLIMITED_CONCURRENT,
      store: settings.bucketStore ?? sharedBuckets,
      ledger,
      portal: () => portal.host(),
      now: clock,
      random: Math.random,
    },
    dispatch,
  );
  const runner = createRunner({
    sender: createSender(gate),
    ledger,
    longestBatchMs,
    settings,
    retry,
    tokens,
  });
  const close = async ({ deadlineMs = 10_000 } = {}) => {
    gate.close();
    await transport.close({ deadlineMs });
  };
  const calls = createCalls(runner);
  return {
    ...calls,
    ...resourcesOf({ ...calls, authConnector: settings.authConnector }),
    close,
    [Symbol.asyncDispose]: () => close(),
  };
}

function tokensOf({ auth, now, requestTimeoutMs }: Settings, transport: Transport): Tokens | undefined {
  if (auth.kind === 'webhook') return undefined;
  const { clientId, clientSecret } = auth;
  return createTokens(auth.tokens, ({ refreshToken: secret, serverEndpoint }) =>
    obtainTokens(
      { grant: 'refresh_token', serverEndpoint, clientId, clientSecret, secret },
      { transport, now, requestTimeoutMs },
    ),
  );
}
