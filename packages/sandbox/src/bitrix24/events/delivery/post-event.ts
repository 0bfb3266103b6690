import { CONNECTOR_EVENTS } from '../known-events.ts';
import type { QueuedEvent, TokenKind } from '../tables.ts';
import type { AuthFields } from './auth-fields.ts';
import { formOf } from './form.ts';

export interface PostAnswer {
  status?: number | null;
  error?: string;
}
export type Post = (
  event: QueuedEvent,
  options: { token: TokenKind; hasNoAccessToken: boolean },
  signal: AbortSignal,
) => Promise<PostAnswer>;

/** A handler that takes longer is not waited for. */
const TIMEOUT_MS = 5000;
/** These name their handler in another field (facts §8). */
const DIALOG_EVENTS = CONNECTOR_EVENTS.filter((name) => name.includes('DIALOG'));

/** One POST of form fields. Redirects are not followed, certificates have to be good. */
export const postWith =
  (auth: AuthFields): Post =>
  async (event, options, signal) => {
    const body = formOf({
      event: event.event,
      [DIALOG_EVENTS.includes(event.event) ? 'eventId' : 'event_handler_id']: event.handlerId,
      data: event.data,
      ts: Math.floor(event.atMs / 1000),
      auth: auth.of(event, options),
    });
    try {
      const response = await fetch(event.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': 'Bitrix24 Webhook Engine',
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
      await response.body?.cancel();
      return { status: response.status };
    } catch (error) {
      return { status: null, error: error instanceof Error ? reasonOf(error) : 'unknown' };
    }
  };

const reasonOf = ({ message, cause }: Error) => (cause instanceof Error ? cause.message : message);
