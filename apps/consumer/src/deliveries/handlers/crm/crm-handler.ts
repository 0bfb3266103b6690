import { RateLimitError, ResponseError, TimeoutError } from '@domovoy/bitrix24-sdk';
import { ambiguous, notYet, type Outcome } from '@domovoy/domain';
import type { DeliveryHandler, HandlerContext } from '../../handler.ts';
import { atPortal } from '../integration/portal-handler.ts';
import type { CrmTools } from './crm-work.ts';

/** Where the limits of the portal left no room: soon again, and the portal is well. */
const NO_ROOM_MS = 1_000;

/**
 * What handlers of a CRM share. Two errors are the portal's own business and no failure of it: a method whose operating
 * time is used up rests alone, the others go on; and a call that only waited for its turn was never sent.
 *
 * A call that was sent and not answered may still be executed: the portal cuts it after a minute. To look whether it
 * was before that would find nothing, and do it twice.
 */
export const crmHandler = <P>(tools: CrmTools, handler: DeliveryHandler<P>): DeliveryHandler<P> =>
  atPortal(tools, {
    ...handler,
    async handle(delivery, context): Promise<Outcome> {
      try {
        return await handler.handle(delivery, context);
      } catch (error) {
        if (error instanceof RateLimitError && error.code === 'BITRIX24_OPERATING_LIMIT')
          return notYet(error.code, error.retryAfterMs ?? 60_000);
        if (error instanceof TimeoutError && !error.unknownOutcome) return notYet(error.code, NO_ROOM_MS);
        if (error instanceof TimeoutError) return ambiguous(error.code, tools.portalCutMs);
        if (error instanceof ResponseError) noteRefusal(context, error);
        throw error;
      }
    },
  });

/** What the portal says about a call that it refuses is kept with the attempt, for people. */
const noteRefusal = ({ record }: HandlerContext, { status, apiCode, reason, meta }: ResponseError): void =>
  record({
    request: { method: meta['method'] ?? null },
    response: { status: status ?? null, code: apiCode, reason: reason ?? null },
  });
