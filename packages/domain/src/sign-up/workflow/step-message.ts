import {
  type Executor,
  ensureConversation,
  findIntegration,
  findNewestOfLine,
  listStepsOf,
  loadMessageToSend,
  lockSignUp,
  passOnSignUpStep,
  redeliver,
  type SignUpRow,
  type Tx,
} from '@domovoy/store';
import { requeue } from '../../messaging/message-of-delivery.ts';
import { queueOutgoing } from '../../messaging/queue-outgoing.ts';
import { readSignUpPolicy } from '../policy/read-sign-up-policy.ts';
import { failStep, isCurrent, type StepOf, settleStep } from './settle-step.ts';
import type { StepTools } from './steps.ts';

/** Where abonents are welcomed, and told why not. */
const CHANNEL = 'support';

export interface MessageStep extends StepOf {
  readonly step: 'welcome' | 'refusal';
}

/**
 * A step that tells the abonent something becomes a message of their conversation, which is sent like any other; with
 * its delivery the step goes on. A sign-up has one message for each of its steps, however often the step is begun: one
 * that failed is sent again, one that was sent is enough.
 */
export async function queueStepMessage(
  tx: Tx,
  asked: MessageStep,
  text: string,
  tools: StepTools,
): Promise<void> {
  const { companyId, signUpId, step } = asked;
  const signUp = await lockSignUp(tx, asked);
  if (signUp === null || !isCurrent(signUp, asked)) return;
  const { abonentRosdomofonId } = signUp;
  const conversation = await ensureConversation(tx, { companyId, abonentRosdomofonId, channel: CHANNEL });
  const { messageId, deliveryId, isNew } = await queueOutgoing(tx, {
    integrationId: tools.target.integrationId,
    conversation,
    text,
    author: 'workflow',
    key: `sign-up:${signUpId}:${step}`,
    signUp: { id: signUpId, step },
    ...(tools.requestedBy === undefined ? {} : { requestedBy: tools.requestedBy }),
    ...(tools.traceparent ? { traceparent: tools.traceparent } : {}),
  });
  if (isNew) return passOnSignUpStep(tx, signUp, { step, deliveryId });
  const message = await loadMessageToSend(tx, { companyId, messageId });
  if (message?.state === 'sent') return settleStep(tx, asked, sent(messageId), tools);
  const again = await sentAgain(
    tx,
    signUp,
    { messageId, conversationId: conversation.id, deliveryId },
    tools,
  );
  await passOnSignUpStep(tx, signUp, { step, deliveryId: again });
}

const sent = (messageId: bigint) => ({ result: { messageId: String(messageId) } });

/** The delivery that sends a message that was queued before: the one that is still to do so, or a new one. */
async function sentAgain(
  tx: Tx,
  { companyId }: SignUpRow,
  of: { messageId: bigint; conversationId: bigint; deliveryId: bigint },
  { requestedBy }: StepTools,
): Promise<bigint> {
  const newest = await findNewestOfLine(tx, { companyId, deliveryId: of.deliveryId });
  if (newest === null || newest.state === 'pending' || newest.state === 'leased')
    return newest?.id ?? of.deliveryId;
  const [made] = await redeliver(tx, {
    companyId,
    ids: [newest.id],
    states: ['dead', 'skipped'],
    actor: requestedBy ?? 'workflow',
  });
  await requeue(tx, { companyId, ...of });
  return made?.id ?? newest.id;
}

/** The message of a step, as its delivery knows it. */
export interface StepMessage {
  readonly companyId: bigint;
  readonly signUp: { readonly id: bigint; readonly step: 'welcome' | 'refusal' };
  readonly messageId: bigint;
  readonly deliveryId: bigint;
  readonly traceparent?: string | null;
}

/** No version is this one: what is settled for it is kept, and nothing follows. */
const NO_VERSION = -1;

/** The step of a message; of the sign-up as it is now only when this delivery is what the step waits for. */
async function stepOf(tx: Tx, { companyId, signUp: of, deliveryId }: StepMessage): Promise<StepOf | null> {
  const signUp = await lockSignUp(tx, { companyId, signUpId: of.id });
  if (signUp === null) return null;
  const known = (await listStepsOf(tx, signUp.id)).find(({ step }) => step === of.step);
  const isAwaited = known?.state === 'waiting' && known.deliveryId === deliveryId;
  return { companyId, signUpId: of.id, step: of.step, version: isAwaited ? signUp.version : NO_VERSION };
}

/** Sent: the step is done, and what comes behind it begins. */
export async function settleStepMessage(tx: Tx, message: StepMessage): Promise<void> {
  const asked = await stepOf(tx, message);
  if (asked !== null) await settleStep(tx, asked, sent(message.messageId), await toolsOf(tx, message));
}

/**
 * Not sent, and given up. What RosDomofon refuses for its recipient will not reach the abonent another time either, and
 * all else is done: the sign-up goes on without it. Anything else is for a person to see.
 */
export async function failStepMessage(tx: Tx, message: StepMessage, code: string): Promise<void> {
  const asked = await stepOf(tx, message);
  if (asked === null) return;
  if (code !== 'RECIPIENT_REFUSED') return failStep(tx, asked, code);
  const skippedFor = 'MESSAGE_REFUSED';
  if (asked.version !== NO_VERSION)
    await settleStep(tx, asked, { ...sent(message.messageId), skippedFor }, await toolsOf(tx, message));
}

async function toolsOf(tx: Tx, { companyId, traceparent }: StepMessage): Promise<StepTools> {
  const integration = await findIntegration(tx, { companyId, kind: 'rosdomofon' });
  // Its own delivery goes to it.
  if (integration === null) throw new TypeError('the company has an integration');
  const target = { integrationId: integration.id, companyId, kind: 'rosdomofon' } as const;
  return { target, policy: await readSignUpPolicy(tx, companyId), traceparent };
}

/** A person decided otherwise while the message was on its way: what was not sent by then is not sent any more. */
export async function isStepMessageCancelled(
  db: Executor,
  { signUp, deliveryId }: Pick<StepMessage, 'signUp' | 'deliveryId'>,
): Promise<boolean> {
  const known = (await listStepsOf(db, signUp.id)).find(({ step }) => step === signUp.step);
  return known?.deliveryId === deliveryId && known.state === 'skipped' && known.errorCode === 'CANCELLED';
}
