import {
  addAuditEntry,
  addFieldMapping,
  findCrmCatalogue,
  lockFieldMapping,
  type Store,
} from '@domovoy/store';
import { tell } from '../../deliveries/by-hand/tell.ts';
import { CRM_KINDS, type CrmTarget } from '../crm-kinds.ts';
import { enqueueUnlessPending } from '../plan/enqueue-unless-pending.ts';
import { planServices } from '../plan/service-planner.ts';
import { CrmCatalogue } from './catalogue.ts';
import { CrmMapping, DEFAULT_MAPPING } from './crm-mapping.ts';
import { readMapping } from './read-mapping.ts';
import { type MappingProblem, validateMapping } from './validate-mapping.ts';

export type SaveMappingResult =
  | { readonly kind: 'saved'; readonly version: number; readonly problems: readonly MappingProblem[] }
  | { readonly kind: 'invalid'; readonly problems: readonly MappingProblem[] }
  /** Somebody else has changed it. */
  | { readonly kind: 'conflict'; readonly version: number }
  | { readonly kind: 'not-found' };

/** A mapping as it came from outside. */
export function parseMapping(
  given: unknown,
): { readonly mapping: CrmMapping } | { readonly problems: readonly MappingProblem[] } {
  const parsed = CrmMapping.safeParse(given);
  if (parsed.success) return { mapping: parsed.data };
  const problems = parsed.error.issues.map(
    ({ path, message }): MappingProblem => ({
      code: 'SHAPE',
      path: path.join('.'),
      message,
      severity: 'error',
    }),
  );
  return { problems };
}

export async function readCatalogue(store: Store, integrationId: bigint): Promise<CrmCatalogue | null> {
  const row = await findCrmCatalogue(store.db, integrationId);
  return row === null ? null : (CrmCatalogue.safeParse(row.content).data ?? null);
}

/**
 * How the CRM is told from now on. What is there already changes with the next news of each; fields that the portal
 * lacks are created, and services become products when they did not before.
 */
export async function saveMapping(
  store: Store,
  given: {
    readonly companyId: bigint;
    readonly integrationId: bigint;
    readonly mapping: unknown;
    readonly expectedVersion: number;
    readonly actor: string;
  },
): Promise<SaveMappingResult> {
  const { companyId, integrationId, expectedVersion, actor } = given;
  const parsed = parseMapping(given.mapping);
  if ('problems' in parsed) return { kind: 'invalid', problems: parsed.problems };
  const { mapping } = parsed;
  const problems = validateMapping(mapping, await readCatalogue(store, integrationId));
  if (problems.some(({ severity }) => severity === 'error')) return { kind: 'invalid', problems };

  const target: CrmTarget = { integrationId, companyId, kind: 'bitrix24' };
  const saved = await store.transaction(async (tx): Promise<SaveMappingResult> => {
    const { hasIntegration, row } = await lockFieldMapping(tx, { integrationId, companyId });
    if (!hasIntegration) return { kind: 'not-found' };
    const current = row?.version ?? 0;
    if (current !== expectedVersion) return { kind: 'conflict', version: current };
    const version = current + 1;
    await addFieldMapping(tx, { integrationId, companyId, version, mapping, savedBy: actor });
    await addAuditEntry(tx, {
      companyId,
      actor,
      action: 'integration.save_mapping',
      entity: 'integration',
      entityId: integrationId,
      details: { version },
      before: row && { mapping: row.mapping },
      after: { mapping },
    });
    const cause = `mapping:${version}`;
    const toTell = [{ kind: 'crm.catalogue', payload: { createsFields: true } }];
    await enqueueUnlessPending(tx, CRM_KINDS, target, { cause, toTell });
    const before = row === null ? DEFAULT_MAPPING : CrmMapping.parse(row.mapping);
    if (mapping.hasProducts && !before.hasProducts) await planServices(tx, { target, ids: null, cause });
    return { kind: 'saved', version, problems };
  });
  if (saved.kind === 'saved') tell(store, [integrationId]);
  return saved;
}

/** What the portal, as it was last read, says against the mapping that counts. */
export async function readMappingProblems(
  store: Store,
  integrationId: bigint,
): Promise<readonly MappingProblem[]> {
  const { mapping } = await readMapping(store.db, integrationId);
  return validateMapping(mapping, await readCatalogue(store, integrationId));
}
