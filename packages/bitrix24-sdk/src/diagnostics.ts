import { type Channel, channel } from 'node:diagnostics_channel';
import type { Lane } from './call/command.ts';

/** One HTTP request. No ids, no phones, no texts, no address of a web hook. */
export interface RequestStarted {
  requestId: number;
  /** The host of the portal. */
  portal: string;
  /** `crm.item.add`, or `batch`. */
  method: string;
  /** How many calls it carries: 1, or the commands of a batch. */
  commands: number;
  lane: Lane;
}
export interface RequestEnded extends RequestStarted {
  durationMs: number;
  /** Absent when no answer came. */
  status?: number;
  /** The `code` of the error; absent when all went well. */
  errorCode?: string;
}
/** A call is repeated after `delayMs`, and when the limits allow it. */
export interface CallRepeated {
  method: string;
  /** The one that failed, from 1. */
  attempt: number;
  delayMs: number;
  errorCode: string;
}
/** The exchange of a code, or the renewal of a token. */
export interface TokenObtained {
  grant: 'authorization_code' | 'refresh_token';
  durationMs: number;
  errorCode?: string;
}
/** The portal answers under another address from now on. */
export interface PortalMoved {
  from: string;
  to: string;
}
/** A limit of the portal holds calls up for so long: all of them, or those of one method. */
export interface LimitReached {
  portal: string;
  /** Absent when it is the rate of requests, which holds up all. */
  method?: string;
  pauseMs: number;
}

/** The names under which `node:diagnostics_channel` knows what this package tells. */
export const CHANNELS = {
  requestStart: 'bitrix24:request:start',
  requestEnd: 'bitrix24:request:end',
  callRetry: 'bitrix24:call:retry',
  token: 'bitrix24:token',
  moved: 'bitrix24:portal:moved',
  limit: 'bitrix24:limit',
} as const;

interface Messages {
  requestStart: RequestStarted;
  requestEnd: RequestEnded;
  callRetry: CallRepeated;
  token: TokenObtained;
  moved: PortalMoved;
  limit: LimitReached;
}

const channels = {
  requestStart: channel(CHANNELS.requestStart),
  requestEnd: channel(CHANNELS.requestEnd),
  callRetry: channel(CHANNELS.callRetry),
  token: channel(CHANNELS.token),
  moved: channel(CHANNELS.moved),
  limit: channel(CHANNELS.limit),
} satisfies Record<keyof Messages, Channel>;

/** Costs next to nothing while nobody listens. */
export function tell<Name extends keyof Messages>(name: Name, message: Messages[Name]): void {
  if (channels[name].hasSubscribers) channels[name].publish(message);
}
