import { ensureCompany } from '../company/ensure-company.ts';
import type { IntakeTarget } from '../intake/intake-row.ts';
import type { IncomingMessageRow } from '../intake/record-incoming-messages.ts';
import type { OutgoingMessageRow } from '../intake/record-outgoing-messages.ts';
import type { SignUpInboxRow } from '../intake/sign-up-row.ts';
import { openInboxSource } from '../intake/sources.ts';
import { ensureEnvironmentIntegration } from '../integration/integrations.ts';
import type { Store } from '../open/open-store.ts';

/** A company with its integration, and a place for the records of each topic. */
export async function createIntake(store: Store, shortName = 'demo') {
  const company = await ensureCompany(store.db, { shortName, name: shortName });
  const integration = await ensureEnvironmentIntegration(store.db, { companyId: company.id, config: {} });
  const target = async (topic: string, partition = 0): Promise<IntakeTarget> => {
    const { sourceId } = await openInboxSource(store, { integrationId: integration.id, topic });
    return { sourceId, partition, companyId: company.id };
  };
  return {
    company,
    integration,
    network: await target('SIGN_UPS_ALL'),
    own: await target(`SIGN_UPS_${shortName}`),
    incoming: await target(`MESSAGES_IN_${shortName}`),
    outgoing: await target(`MESSAGES_OUT_${shortName}`),
  };
}

export const atSecond = (second: number): Date => new Date(Date.UTC(2026, 0, 1, 12) + second * 1000);

export const uidOf = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const phoneOf = (number: number): string => `7900000${String(number % 10_000).padStart(4, '0')}`;

export const signUp = (
  offset: number,
  more: Partial<SignUpInboxRow> & { number?: number } = {},
): SignUpInboxRow => {
  const { number = 1, ...rest } = more;
  return {
    offset: BigInt(offset),
    hash: offset,
    payload: '{}',
    uid: uidOf(number),
    rosdomofonId: number,
    wireStatus: 'unprocessed',
    abonentRosdomofonId: number,
    phone: phoneOf(number),
    countryCode: 'RU',
    city: 'Иваново',
    street: 'Ташкентская',
    house: '100',
    block: null,
    building: null,
    housing: null,
    flat: '7',
    application: 'rd_android',
    timeZone: 'Europe/Moscow +03:00',
    contractNumber: null,
    isVirtual: false,
    isOfferSigned: null,
    requestedAt: atSecond(0),
    seenAt: atSecond(offset),
    ...rest,
  };
};

export const message = (offset: number, more: Partial<IncomingMessageRow> = {}): IncomingMessageRow => ({
  offset: BigInt(offset),
  hash: offset,
  payload: '{}',
  abonentRosdomofonId: 1,
  phone: phoneOf(1),
  channel: 'support',
  text: `message ${offset}`,
  sentAt: atSecond(offset),
  ...more,
});

export const outgoing = (offset: number, more: Partial<OutgoingMessageRow> = {}): OutgoingMessageRow => ({
  offset: BigInt(offset),
  hash: offset,
  payload: '{}',
  channel: 'support',
  text: `answer ${offset}`,
  sentAt: atSecond(offset),
  recordedMs: atSecond(offset).getTime(),
  recipients: [{ abonentRosdomofonId: 1, phone: phoneOf(1) }],
  ...more,
});
