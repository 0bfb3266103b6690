import type { AuditFilter } from '@domovoy/store';
import { userInputError } from '../../errors/public-error.ts';
import type { AuditFilterInput } from '../types.generated.ts';
import { textValue, textValues, timeRangeValue } from '../values/filter-value.ts';
import { entityOfId } from './audited-id.ts';

const MOST_ACTORS = 20;
const MOST_ACTIONS = 50;

export function auditFilter(input: AuditFilterInput | null | undefined): AuditFilter {
  const { actor, action, entity, entityId, at } = input ?? {};
  if ((actor?.length ?? 0) > MOST_ACTORS) throw userInputError(`At most ${MOST_ACTORS} actors at once.`);
  if ((action?.length ?? 0) > MOST_ACTIONS) throw userInputError(`At most ${MOST_ACTIONS} actions at once.`);
  const one = typeof entityId === 'string' ? entityOfId(entityId) : null;
  if (one !== null && typeof entity === 'string' && entity !== one.entity)
    throw userInputError('`entity` and `entityId` contradict each other.');
  return {
    actors: textValues(actor),
    actions: textValues(action),
    entity: one?.entity ?? textValue(entity),
    entityIds: one === null ? undefined : [one.id],
    at: timeRangeValue(at),
  };
}
