import type { Phone } from '../phone/phone.ts';

export interface MessageToAbonent {
  abonentId: number;
  message: string;
  /** 0 on the wire when it is not known. */
  phone?: Phone | null;
  companyId?: number | null;
  channel?: string;
}

/**
 * What the operator writes to an abonent's chat, as a record of `MESSAGES_OUT_<company>`. Other readers of the topic
 * expect every field, nulls included (facts §2, §4.14). The key keeps the messages of one abonent in order.
 */
export function outgoingMessage({
  abonentId,
  message,
  phone = null,
  companyId = null,
  channel = 'support',
}: MessageToAbonent): { key: string; value: string } {
  const value = {
    channel,
    deliveryMethod: 'PUSH',
    fromAbonent: { id: 0, phone: 0, companyId: null, restrictionPushTokenIds: [] },
    message,
    toAbonents: [{ id: abonentId, phone: Number(phone ?? 0), companyId }],
    localizedPush: null,
  };
  return { key: String(abonentId), value: JSON.stringify(value) };
}
