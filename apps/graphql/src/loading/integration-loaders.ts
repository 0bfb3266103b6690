import { type IntegrationHealth, readIntegrationHealth } from '@domovoy/domain';
import type {
  CompanyScope,
  CrmCursorRow,
  ExternalRefRow,
  HookRefusalRow,
  IntegrationRow,
} from '@domovoy/store';
import type DataLoader from 'dataloader';
import { byKey, groupsByKey } from './by-key.ts';

export interface IntegrationLoaders {
  readonly integrations: DataLoader<bigint, IntegrationRow | null>;
  readonly integrationHealths: DataLoader<bigint, IntegrationHealth | null>;
  /** Up to where the feed was told there; null: it is no CRM. */
  readonly crmCursors: DataLoader<bigint, CrmCursorRow | null>;
  readonly hookRefusals: DataLoader<bigint, readonly HookRefusalRow[]>;
  /** Integrations (by id) by whose tokens events are told from forged ones. */
  readonly hookTokens: DataLoader<bigint, readonly bigint[]>;
  /** By RosDomofon's id of the abonent. */
  readonly abonentRefs: DataLoader<bigint, readonly ExternalRefRow[]>;
  readonly signUpRefs: DataLoader<bigint, readonly ExternalRefRow[]>;
}

export const createIntegrationLoaders = (company: CompanyScope): IntegrationLoaders => ({
  integrations: byKey(company.loadIntegrations, (row) => row.id),
  integrationHealths: byKey(
    (ids: readonly bigint[]) => readIntegrationHealth(company, ids),
    (health) => health.integrationId,
  ),
  crmCursors: byKey(company.loadCrmCursors, (row) => row.integrationId),
  hookRefusals: groupsByKey(company.loadHookRefusals, (row) => row.integrationId),
  hookTokens: groupsByKey(company.listBelievedIntegrations, (id) => id),
  abonentRefs: refsOf(company, 'abonent'),
  signUpRefs: refsOf(company, 'sign_up'),
});

const refsOf = (company: CompanyScope, entity: string) =>
  groupsByKey(
    (entityIds: readonly bigint[]) => company.loadRefsOfEntities({ entity, entityIds }),
    (row: ExternalRefRow) => row.entityId,
  );
