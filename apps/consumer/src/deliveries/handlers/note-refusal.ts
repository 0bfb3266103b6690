import { ResponseError } from '@domovoy/rosdomofon-sdk';
import type { DeliveryHandler } from '../handler.ts';

/** What the service says about a call that it refuses is kept with the attempt: people read it, results carry it. */
export const notingRefusals = <P>(handler: DeliveryHandler<P>): DeliveryHandler<P> => ({
  ...handler,
  async handle(delivery, context) {
    try {
      return await handler.handle(delivery, context);
    } catch (error) {
      if (error instanceof ResponseError)
        context.record({ response: { status: error.status, reason: error.reason ?? null } });
      throw error;
    }
  },
});
