import type { Call } from '../call.ts';
import { health } from './health.ts';
import { listMessagesOut } from './list-messages-out.ts';
import { reset } from './reset.ts';
import { sendMessages } from './send-messages.ts';
import { sendPoison } from './send-poison.ts';
import { sendSignUps } from './send-sign-ups.ts';
import { sendTraffic } from './send-traffic.ts';

export const CALLS: readonly Call[] = [
  sendSignUps,
  sendMessages,
  sendTraffic,
  sendPoison,
  listMessagesOut,
  reset,
  health,
];
