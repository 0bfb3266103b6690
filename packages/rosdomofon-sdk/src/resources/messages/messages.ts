import { MessageResult, RosDomofonMessage } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';
import { Id, PhoneParam, paging, Text } from '../../call/params.ts';

/** By id or by phone. */
const Recipient = z.union([z.strictObject({ id: Id }), z.strictObject({ phone: PhoneParam })]);
export type Recipient = z.input<typeof Recipient>;

const channel = z.enum(['support', 'notification']).default('support');
const SEND = 'POST /abonents-service/api/v1/messages';

/** Phone 0 is "unknown" to the service; a phone is written with a plus here, and only here (facts §1.4, §4.7). */
const toWire = (recipient: z.output<typeof Recipient>) =>
  'id' in recipient ? { id: recipient.id, phone: 0 } : { phone: `+${recipient.phone}` };

/** The support chat and notifications (facts §1.3). */
export const messages = (api: Api) => ({
  /** Of one abonent; `await` gives a page, `for await` all of them. */
  list: api.pages({
    operation: 'messages.list',
    call: 'GET /abonents-service/api/v1/abonents/{abonentId}/messages',
    params: z.strictObject({ abonentId: Id, channel: Text.optional(), ...paging }),
    query: ({ channel: ofChannel }) => ({ channel: ofChannel }),
    answer: RosDomofonMessage,
  }),

  /**
   * To one abonent or to many. One result per recipient: `success: false` is an answer, not an error. Never repeated
   * blindly, since a repeat is read twice.
   */
  send: api.json({
    operation: 'messages.send',
    call: SEND,
    params: z.strictObject({
      to: z.union([Recipient.transform((one) => [one]), z.array(Recipient).min(1)]),
      message: z.string().min(1),
      channel,
    }),
    json: ({ to, message, channel: by }) => ({
      toAbonents: to.map(toWire),
      channel: by,
      message,
      deliveryMethod: 'push',
      broadcast: false,
    }),
    answer: z.array(MessageResult),
  }),

  /** To every abonent of the operator. */
  broadcast: api.json({
    operation: 'messages.broadcast',
    call: SEND,
    params: z.strictObject({ message: z.string().min(1), channel: channel.default('notification') }),
    json: ({ message, channel: by }) => ({
      toAbonents: [],
      channel: by,
      message,
      deliveryMethod: 'push',
      broadcast: true,
    }),
    answer: z.array(MessageResult),
  }),
});
