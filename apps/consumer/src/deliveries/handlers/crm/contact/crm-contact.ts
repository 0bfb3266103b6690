import { multiFieldChanges, NotFoundError } from '@domovoy/bitrix24-sdk';
import {
  accountFacts,
  ContactDetail,
  type ContactWanted,
  contactWanted,
  delivered,
  linkRemote,
  type Outcome,
  skipped,
  tellsAccounts,
} from '@domovoy/domain';
import {
  askCrmReview,
  findAccountOfAbonent,
  findExternalRef,
  isInCrmReview,
  setExternalRef,
} from '@domovoy/store';
import type { Delivery, DeliveryHandler } from '../../../handler.ts';
import { crmHandler } from '../crm-handler.ts';
import { type CrmTools, type CrmWork, crmWork, signUpInFacts } from '../crm-work.ts';
import { findContact } from './find-contact.ts';

interface Payload {
  readonly abonentId: bigint;
  readonly signUpId: bigint | null;
  readonly isNeeded?: boolean | undefined;
}

/** The abonent is a contact of the portal, with the phone and what the mapping says of them. */
export const crmContact = (tools: CrmTools): DeliveryHandler<Payload> =>
  crmHandler(tools, {
    async handle(delivery, context) {
      const { store } = tools;
      const { abonentId } = delivery.payload;
      const work = await crmWork(tools, delivery, context);
      const key = {
        integrationId: work.target.integrationId,
        entity: 'abonent',
        entityId: abonentId,
        remoteKind: 'contact',
      } as const;
      const ref = await findExternalRef(store.db, key);
      const known = ref?.state === 'linked' && ref.remoteId !== null ? Number(ref.remoteId) : null;
      const detail = ContactDetail.parse(ref?.detail ?? {});
      const { isNeeded } = delivery.payload;
      if (known === null && delivery.payload.signUpId === null && !isNeeded)
        return skipped('CONTACT_UNKNOWN');
      if (known === null && (await isInCrmReview(store.db, key))) return skipped('CONTACT_IN_REVIEW');

      const signUpId =
        delivery.payload.signUpId ?? (detail.signUpId === null ? null : BigInt(detail.signUpId));
      const wanted =
        signUpId === null
          ? await wantedByPhone(tools, delivery, work)
          : await wantedOf(tools, delivery, work, signUpId);
      if (wanted === null) return skipped(signUpId === null ? 'PHONE_UNKNOWN' : 'SIGN_UP_GONE');
      if (known !== null && wanted.hash === detail.hash)
        return delivered({ contactId: known, isWritten: false });

      const link = (contactId: number, isMade: boolean) =>
        delivered({ contactId, isMade }, (tx) =>
          linkRemote(tx, {
            ...key,
            target: work.target,
            remoteId: contactId,
            detail: {
              signUpId: signUpId === null ? null : String(signUpId),
              hash: wanted.hash,
            } satisfies ContactDetail,
          }),
        );
      if (known !== null && (await keepInStep(work, known, wanted))) return link(known, false);
      const found = await findContact(work, { abonentId, phone: wanted.phone });
      if (found.kind === 'one' && (await keepInStep(work, found.contactId, wanted)))
        return link(found.contactId, false);
      if (found.kind === 'several') return askForReview(work, abonentId, found.contactIds);
      // It was there, somebody deleted it, and it is about nothing new.
      if (known !== null && delivery.payload.signUpId === null && !isNeeded)
        return skipped('CONTACT_GONE', async (tx) => void (await setExternalRef(tx, key, { state: 'gone' })));
      const made = await work.portal.contacts.add(
        {
          fields: {
            ...wanted.created,
            ...wanted.kept,
            fm: [{ typeId: 'PHONE', valueType: 'MOBILE', value: wanted.phone }],
          },
        },
        work.call,
      );
      return link(made.id, true);
    },
  });

async function wantedOf(
  tools: CrmTools,
  { companyId, payload: { abonentId } }: Delivery<Payload>,
  { mapping }: CrmWork,
  signUpId: bigint,
): Promise<ContactWanted | null> {
  const signUp = await signUpInFacts(tools, { companyId, signUpId });
  if (signUp === null) return null;
  const account = tellsAccounts(mapping)
    ? await findAccountOfAbonent(tools.store.db, { companyId, abonentId })
    : null;
  const facts = { ...signUp.facts, ...accountFacts(account) };
  return contactWanted(mapping, { abonentId, phone: `+${signUp.signUp.phone}`, facts });
}

/** Of somebody who never asked to be connected: what events and the mirror tell. Null: not even a phone. */
async function wantedByPhone(
  { store }: CrmTools,
  { companyId, payload: { abonentId } }: Delivery<Payload>,
  { mapping }: CrmWork,
): Promise<ContactWanted | null> {
  const [abonent] = await store.company(companyId).loadAbonentsByRosdomofonId([abonentId]);
  if (!abonent?.phone) return null;
  const phone = `+${abonent.phone}`;
  const account = tellsAccounts(mapping)
    ? await findAccountOfAbonent(store.db, { companyId, abonentId })
    : null;
  return contactWanted(mapping, { abonentId, phone, facts: { phone, ...accountFacts(account) } });
}

/** Writes what differs; a phone only when the contact has it in no spelling. False: there is no such contact. */
async function keepInStep(
  { portal, call }: CrmWork,
  contactId: number,
  { kept, phone }: ContactWanted,
): Promise<boolean> {
  try {
    const { fm } = await portal.contacts.get({ id: contactId }, call);
    const changes = multiFieldChanges(fm, {
      ensure: [{ typeId: 'PHONE', valueType: 'MOBILE', value: phone }],
    });
    const fields = { ...kept, ...(changes ? { fm: changes } : {}) };
    if (Object.keys(fields).length > 0) await portal.contacts.update({ id: contactId, fields }, call);
    return true;
  } catch (error) {
    if (error instanceof NotFoundError) return false;
    throw error;
  }
}

const askForReview = ({ target }: CrmWork, abonentId: bigint, contactIds: readonly number[]): Outcome =>
  skipped('SEVERAL_CONTACTS', (tx) =>
    askCrmReview(tx, {
      integrationId: target.integrationId,
      companyId: target.companyId,
      entity: 'abonent',
      entityId: abonentId,
      reason: 'SEVERAL_CONTACTS',
      candidates: contactIds,
    }),
  );
