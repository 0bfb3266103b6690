import { z } from 'zod';
import { type DeliveryKinds, defineDeliveryKind } from '../deliveries/kind/delivery-kind.ts';

const Id = z.string().regex(/^\d+$/).transform(BigInt);

/**
 * A delivery belongs to the version of the sign-up that it was enqueued for: a person who acts moves the version on,
 * and what was on its way does nothing any more.
 */
const Step = z.object({ signUpId: Id, abonentId: Id, version: z.int() });

const common = {
  target: 'rosdomofon',
  payload: Step,
  // Of the abonent, not of the sign-up: two sign-ups of one person would both find no account, and make one each.
  subject: ({ abonentId }: { abonentId: bigint }) => `abonent:${abonentId}`,
  /** Several calls, each of up to 8 s; below the lease. */
  attemptTimeoutMs: 25_000,
} as const;

/** Of its own, or a welcome that waits for the morning would hold up what the abonent asks for in the evening. */
const messages = {
  ...common,
  subject: ({ abonentId }: { abonentId: bigint }) => `abonent:${abonentId}:messages`,
} as const;

/** What the hub does about a sign-up, in this order. */
export const SIGN_UP_KINDS = {
  /** Looks for its entrance, in the mirror and then at RosDomofon. Enqueued by the intake, which knows no version. */
  'sign_up.match': defineDeliveryKind({
    ...common,
    payload: z.object({ signUpId: Id, abonentId: Id }),
  }),
  'sign_up.ensure_account': defineDeliveryKind(common),
  'sign_up.ensure_flat': defineDeliveryKind(common),
  'sign_up.ensure_connections': defineDeliveryKind(common),
  'sign_up.set_status': defineDeliveryKind({
    ...common,
    payload: Step.extend({ step: z.enum(['started', 'status']), status: z.string() }),
  }),
  'sign_up.send_message': defineDeliveryKind({
    ...messages,
    payload: Step.extend({ step: z.enum(['welcome', 'refusal']) }),
  }),
  /** What was connected for it is blocked: RosDomofon has no call that takes a connection away. */
  'sign_up.block_connections': defineDeliveryKind(common),
  /** The account that was made for it is blocked. */
  'sign_up.block_account': defineDeliveryKind(common),
} as const satisfies DeliveryKinds;
