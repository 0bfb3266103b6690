import {
  type Company,
  type IncomingMessageRow,
  notifyChanges,
  openInboxSource,
  recordDeadEvents,
  recordIncomingMessages,
  recordSignUps,
  type SignUpInboxRow,
  type SignUpWork,
  type Store,
} from '@domovoy/store';

interface Given {
  readonly company: Company;
  readonly integrationId: bigint;
  readonly key: string;
  readonly apiKeyId: bigint;
}

/** One company whose events are put in as the consumer does it. */
export interface Tenant extends Given {
  /** One incoming message per text, in one transaction, told to the feed's readers afterwards. */
  messages(texts: readonly string[], more?: Partial<IncomingMessageRow>): Promise<void>;
  /** Sign-ups by number; each call is another event about them. */
  signUps(
    numbers: readonly number[],
    more?: Partial<SignUpInboxRow>,
    scope?: 'company' | 'network',
    /** With a delivery that looks for the entrance. */
    work?: SignUpWork,
  ): Promise<void>;
  /** A message in a transaction that stays open until it is told to commit. */
  messageCommittedLate(text: string): Promise<() => Promise<void>>;
  deadEvents(values: readonly (Uint8Array | null)[], reason?: string): Promise<void>;
}

export const atSecond = (second: number) => new Date(Date.UTC(2026, 0, 1, 12) + second * 1_000);
export const uidOf = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const phoneOf = (number: number) => `7900000${String(number % 10_000).padStart(4, '0')}`;

export function createTenant(store: Store, given: Given): Tenant {
  const { company, integrationId } = given;
  const sources = new Map<string, Promise<{ sourceId: number }>>();
  let nextOffset = 0;
  const target = async (topic: string) => {
    const name = topic === 'SIGN_UPS_ALL' ? topic : `${topic}_${company.shortName}`;
    let source = sources.get(name);
    if (!source) sources.set(name, (source = openInboxSource(store, { integrationId, topic: name })));
    return { sourceId: (await source).sourceId, partition: 0, companyId: company.id };
  };
  const record = () => {
    const offset = nextOffset++;
    return { offset: BigInt(offset), hash: offset, payload: '{}' };
  };

  return {
    ...given,
    messages: async (texts, more = {}) => {
      const rows = texts.map((text) => ({
        ...record(),
        abonentRosdomofonId: 1,
        phone: phoneOf(more.abonentRosdomofonId ?? 1),
        channel: 'support',
        text,
        sentAt: atSecond(nextOffset),
        ...more,
      }));
      await recordIncomingMessages(store, await target('MESSAGES_IN'), rows);
      await notifyChanges(store);
    },
    signUps: async (numbers, more = {}, scope = 'company', work) => {
      const rows = numbers.map((number) => ({
        ...signUpRow(number),
        seenAt: atSecond(nextOffset),
        ...record(),
        ...more,
      }));
      await recordSignUps(
        store,
        await target(scope === 'network' ? 'SIGN_UPS_ALL' : 'SIGN_UPS'),
        scope,
        rows,
        work,
      );
      await notifyChanges(store);
    },
    messageCommittedLate: async (text) => {
      const written = Promise.withResolvers<void>();
      const gate = Promise.withResolvers<void>();
      const committed = store.transaction(async (tx) => {
        await tx.execute(`with message as (
          insert into messages (company_id, conversation_id, direction, state, text, sent_at)
          select company_id, id, 'in', 'received', '${text}', now() from conversations where company_id = ${company.id}
          order by id limit 1 returning id
        ) insert into changes (company_id, entity, entity_id, op) select ${company.id}, 'message', id, 'added' from message`);
        written.resolve();
        await gate.promise;
      });
      await Promise.race([written.promise, committed]);
      return async () => {
        gate.resolve();
        await committed;
        await notifyChanges(store);
      };
    },
    deadEvents: async (values, reason = 'not JSON') => {
      const rows = values.map((raw) => ({ ...record(), raw, reason }));
      await recordDeadEvents(store, await target('MESSAGES_IN'), rows);
    },
  };
}

const signUpRow = (number: number) => ({
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
});
