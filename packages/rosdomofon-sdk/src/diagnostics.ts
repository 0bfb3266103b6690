import { type Channel, channel } from 'node:diagnostics_channel';

/** One HTTP request; a call that is repeated makes several, with the same `callId`. No ids, no phones, no texts. */
export interface RequestStarted {
  callId: number;
  /** `accounts.get` */
  operation: string;
  method: string;
  /** The path as a template: `/abonents-service/api/v1/accounts/{accountId}` */
  route: string;
  /** From 1. */
  attempt: number;
}

export interface RequestEnded extends RequestStarted {
  durationMs: number;
  /** Absent when no answer came. */
  status?: number;
  /** The `code` of the error; absent when all went well. */
  errorCode?: string;
}

/** The call is repeated after `delayMs`. */
export interface RequestRepeated extends RequestStarted {
  delayMs: number;
  errorCode: string;
}

/** A sign-in or the renewal of a token. */
export interface TokenObtained {
  grant: 'password' | 'mobile' | 'refresh_token';
  durationMs: number;
  lifetimeMs?: number;
  errorCode?: string;
}

/** The names under which `node:diagnostics_channel` knows what this package tells. */
export const CHANNELS = {
  requestStart: 'rosdomofon:request:start',
  requestEnd: 'rosdomofon:request:end',
  requestRetry: 'rosdomofon:request:retry',
  token: 'rosdomofon:token',
} as const;

interface Messages {
  requestStart: RequestStarted;
  requestEnd: RequestEnded;
  requestRetry: RequestRepeated;
  token: TokenObtained;
}

const channels = {
  requestStart: channel(CHANNELS.requestStart),
  requestEnd: channel(CHANNELS.requestEnd),
  requestRetry: channel(CHANNELS.requestRetry),
  token: channel(CHANNELS.token),
} satisfies Record<keyof Messages, Channel>;

/** Costs next to nothing while nobody listens. */
export function tell<Name extends keyof Messages>(name: Name, message: Messages[Name]): void {
  if (channels[name].hasSubscribers) channels[name].publish(message);
}
