import { type Executor, findFieldMapping } from '@domovoy/store';
import { CrmMapping, DEFAULT_MAPPING } from './crm-mapping.ts';

export interface ReadMapping {
  /** 0: nobody has saved one, the default counts. */
  readonly version: number;
  readonly mapping: CrmMapping;
}

/** The mapping that counts. One that an older version wrote gets what came later by default. */
export async function readMapping(db: Executor, integrationId: bigint): Promise<ReadMapping> {
  const row = await findFieldMapping(db, integrationId);
  if (row === null) return { version: 0, mapping: DEFAULT_MAPPING };
  return { version: row.version, mapping: CrmMapping.parse(row.mapping) };
}
