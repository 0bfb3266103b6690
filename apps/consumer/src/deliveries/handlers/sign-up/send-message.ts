import { messageOf, outgoingText, queueStepMessage, quietMsNow, retry } from '@domovoy/domain';
import type { HandlerTools } from '../../delivery-handlers.ts';
import { type StepPayload, stepHandler } from './step.ts';

interface MessagePayload extends StepPayload {
  readonly step: 'welcome' | 'refusal';
}

/**
 * Welcomes the abonent in the support chat, or tells why not. Asks nobody outside: when its time has come, it queues a
 * message, which is sent by a delivery of its own, as the company sends all its messages. With that the step is done.
 */
export const sendMessage = (tools: HandlerTools) =>
  stepHandler<MessagePayload>(
    tools,
    ({ step }) => step,
    async (step) => {
      const { payload, signUp, policy, record, integration } = step;
      const waitMs = await quietMsNow(tools.store.db, policy, signUp);
      if (waitMs > 0) return { outcome: retry('QUIET_HOURS', waitMs) };
      const company = await tools.store.company(signUp.companyId).loadCompany();
      const filled = messageOf(step, payload.step, company?.name ?? integration.companyShortName);
      const text = filled === null ? null : outgoingText(filled);
      if (text === null) return { result: {}, skippedFor: 'NO_TEXT' };
      record({ request: { queue: payload.step } });
      return {
        result: {},
        goesOn: (tx, asked, stepTools) =>
          queueStepMessage(tx, { ...asked, step: payload.step }, text, stepTools),
      };
    },
  );
