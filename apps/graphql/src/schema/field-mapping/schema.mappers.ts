import type { CrmMapping } from '@domovoy/domain';

export interface FieldMappingMapper {
  readonly integrationId: bigint;
  readonly version: number;
  readonly mapping: CrmMapping;
}
