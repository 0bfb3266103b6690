import type { Bitrix24, CallOptions } from '@domovoy/bitrix24-sdk';
import {
  type CrmMapping,
  type CrmTarget,
  loadSignUpWork,
  type PortalFields,
  readMapping,
  type SignUpWork,
  signUpFacts,
} from '@domovoy/domain';
import type { Delivery, HandlerContext } from '../../handler.ts';
import type { PortalTools } from '../integration/portal-handler.ts';

/** What handlers of a CRM work with. */
export interface CrmTools extends PortalTools {
  /** How long a portal may still be at work on a call that was not answered: it cuts it after that. */
  readonly portalCutMs: number;
}

/** What every one of them begins with. */
export interface CrmWork {
  readonly target: CrmTarget;
  readonly mapping: CrmMapping;
  readonly portal: Bitrix24;
  /** Of every call: it may join others in one request of the portal. */
  readonly call: CallOptions;
}

export async function crmWork(
  { store, bitrix24Of }: CrmTools,
  { companyId }: Delivery,
  { integration, signal }: HandlerContext,
): Promise<CrmWork> {
  const { mapping } = await readMapping(store.db, integration.id);
  return {
    target: { integrationId: integration.id, companyId, kind: 'bitrix24' },
    mapping,
    portal: bitrix24Of(integration),
    call: { gather: true, signal },
  };
}

/** A sign-up with its facts; null: there is none (any more). */
export async function signUpInFacts(
  { store }: CrmTools,
  given: { companyId: bigint; signUpId: bigint },
): Promise<(SignUpWork & { readonly facts: ReturnType<typeof signUpFacts> }) | null> {
  const [work, company] = await Promise.all([
    loadSignUpWork(store, given),
    store.company(given.companyId).loadCompany(),
  ]);
  return work === null ? null : { ...work, facts: signUpFacts(work, company?.name ?? '') };
}

type ItemFields = Parameters<Bitrix24['items']['add']>[0]['fields'];

/** The mapping names fields of the portal that no type knows; the SDK refuses names that the portal would ignore. */
// eslint-disable-next-line typescript/no-unsafe-type-assertion -- see above
export const itemFields = (fields: PortalFields): ItemFields => fields as ItemFields;
