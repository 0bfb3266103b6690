import type { AccountRow, SignUpPlanRow, SignUpRow } from '@domovoy/store';
import { findAccountOfAbonent, type Store } from '@domovoy/store';
import { loadSignUpWork } from '../../sign-up/workflow/sign-up-work.ts';
import { timelineComment } from '../comment/comment-text.ts';
import { contactWanted } from '../contact/contact-wanted.ts';
import { dealChanges, dealWanted, NOTHING_TOLD } from '../deal/deal-wanted.ts';
import { dealOrigin } from '../origin.ts';
import type { CrmMapping } from './crm-mapping.ts';
import { accountFacts, servicesOf, signUpFacts } from './facts-of.ts';
import { readMapping } from './read-mapping.ts';
import { parseMapping, readCatalogue } from './save-mapping.ts';
import { type MappingProblem, validateMapping } from './validate-mapping.ts';

export interface PreviewedCall {
  readonly method: string;
  /** Parameters as they would be sent. */
  readonly params: Readonly<Record<string, unknown>>;
  /** When it would be made. */
  readonly when: 'always' | 'not_found';
}

/** What would be called for a sign-up that the portal does not know yet. Nothing is called. */
export function previewCalls(
  mapping: CrmMapping,
  given: {
    readonly signUp: SignUpRow;
    readonly plan: SignUpPlanRow | null;
    readonly account: AccountRow | null;
    readonly companyName: string;
  },
): PreviewedCall[] {
  const { signUp, plan, account, companyName } = given;
  const facts = { ...signUpFacts({ signUp, plan }, companyName), ...accountFacts(account) };
  const phone = `+${signUp.phone}`;
  const contact = contactWanted(mapping, { abonentId: signUp.abonentRosdomofonId, phone, facts });
  const rows = servicesOf(plan).map(({ name }) => ({ productId: null, name, price: '0.00' }));
  const wanted = dealWanted(mapping, { signUp, facts, contactId: null, rows });
  const { fields } = dealChanges(wanted, NOTHING_TOLD);
  const { entityTypeId } = mapping.deal;
  const told =
    mapping.comments.received && timelineComment(mapping, { id: 0n, kind: 'received', details: null }, facts);
  return [
    {
      when: 'always',
      method: 'crm.duplicate.findbycomm',
      params: { type: 'PHONE', values: [phone], entity_type: 'CONTACT' },
    },
    {
      when: 'not_found',
      method: 'crm.item.add',
      params: {
        entityTypeId: 3,
        fields: {
          ...contact.created,
          ...contact.kept,
          fm: [{ typeId: 'PHONE', valueType: 'MOBILE', value: phone }],
        },
      },
    },
    {
      when: 'always',
      method: 'crm.item.list',
      params: { entityTypeId, filter: { '=originId': dealOrigin(signUp.uid) } },
    },
    {
      when: 'not_found',
      method: 'crm.item.add',
      params: { entityTypeId, fields: { ...wanted.created, ...fields } },
    },
    ...(wanted.rows.length === 0
      ? []
      : [
          {
            when: 'always' as const,
            method: 'crm.item.productrow.set',
            params: { productRows: wanted.rows },
          },
        ]),
    ...(told
      ? [
          {
            when: 'not_found' as const,
            method: 'crm.timeline.comment.add',
            params: { fields: { COMMENT: told } },
          },
        ]
      : []),
  ];
}

export type PreviewResult =
  | {
      readonly kind: 'preview';
      readonly calls: readonly PreviewedCall[];
      readonly problems: readonly MappingProblem[];
    }
  | { readonly kind: 'invalid'; readonly problems: readonly MappingProblem[] }
  | { readonly kind: 'not-found' };

/** The same for a sign-up that there is, with the mapping that is given or the one that counts. */
export async function previewMapping(
  store: Store,
  given: {
    readonly companyId: bigint;
    readonly integrationId: bigint;
    readonly signUpId: bigint;
    readonly mapping?: unknown;
  },
): Promise<PreviewResult> {
  const { companyId, integrationId, signUpId } = given;
  const parsed =
    given.mapping === undefined ? await readMapping(store.db, integrationId) : parseMapping(given.mapping);
  if ('problems' in parsed) return { kind: 'invalid', problems: parsed.problems };
  const [work, company, catalogue] = await Promise.all([
    loadSignUpWork(store, { companyId, signUpId }),
    store.company(companyId).loadCompany(),
    readCatalogue(store, integrationId),
  ]);
  if (work === null || company === null) return { kind: 'not-found' };
  const abonentId = work.signUp.abonentRosdomofonId;
  const account = await findAccountOfAbonent(store.db, { companyId, abonentId });
  return {
    kind: 'preview',
    calls: previewCalls(parsed.mapping, { ...work, account, companyName: company.name }),
    problems: validateMapping(parsed.mapping, catalogue),
  };
}
