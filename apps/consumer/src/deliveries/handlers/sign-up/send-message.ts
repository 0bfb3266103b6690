import { messageOf, quietMs, retry } from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepInHand, type StepPayload, stepHandler } from './step.ts';

interface MessagePayload extends StepPayload {
  readonly step: 'welcome' | 'refusal';
}

/** The abonent's newest messages among which it would be. */
const NEWEST = 50;
/** Both times are RosDomofon's own, but of two of its services. */
const TOLERANCE_MS = 60_000;

/**
 * Welcomes the abonent in the support chat, or tells why not. Nothing tells two equal messages apart, so the chat is
 * read first: the same text since the sign-up is the one that was meant.
 */
export const sendMessage = (tools: HandlerTools) =>
  stepHandler<MessagePayload>(
    tools,
    ({ step }) => step,
    async (step) => {
      const { payload, signUp, policy, rosdomofon, signal, record, integration } = step;
      const waitMs = quietMs(policy.rules.quietHours, signUp.timeZone, Date.now());
      if (waitMs > 0) return { outcome: retry('QUIET_HOURS', waitMs) };
      const company = await tools.store.company(signUp.companyId).loadCompany();
      const text = messageOf(step, payload.step, company?.name ?? integration.companyShortName);
      if (text === null) return { result: {}, skippedFor: 'NO_TEXT' };
      const abonentId = Number(signUp.abonentRosdomofonId);
      if (await isThere(step, text)) return { result: { isMade: false } };
      record({ request: { send: payload.step } });
      const [sent] = await rosdomofon.messages.send({ to: { id: abonentId }, message: text }, { signal });
      record({ response: sent });
      // It will not reach the abonent a second time either, and everything else is done.
      if (sent?.success !== true) return { result: {}, skippedFor: 'MESSAGE_REFUSED' };
      return { result: { messageId: sent.id ?? null, isMade: true } };
    },
  );

async function isThere(
  { signUp, rosdomofon, signal }: StepInHand<MessagePayload>,
  text: string,
): Promise<boolean> {
  const { content } = await rosdomofon.messages.list(
    { abonentId: Number(signUp.abonentRosdomofonId), channel: 'support', size: NEWEST },
    { signal },
  );
  const since = signUp.requestedAt.getTime() - TOLERANCE_MS;
  return content.some(
    ({ incoming, message, messageDate }) =>
      !incoming && message.trim() === text && !(Date.parse(messageDate) < since),
  );
}
