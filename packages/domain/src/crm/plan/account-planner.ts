import { listOwnersInCrm } from '@domovoy/store';
import { CRM_KINDS } from '../crm-kinds.ts';
import { tellsAccounts } from '../mapping/crm-mapping.ts';
import { enqueueUnlessPending } from './enqueue-unless-pending.ts';
import { type CrmPlanner, causeOf, changedIds } from './planner.ts';

/** An account was blocked, paid, gone into debt: its owner's contact says so, when the mapping wants it. */
export const accountPlanner: CrmPlanner = {
  entities: ['account'],
  async plan(tx, { target, mapping, changes }) {
    if (!tellsAccounts(mapping)) return 0;
    const owners = await listOwnersInCrm(tx, { ...target, ids: changedIds(changes) });
    const toTell = owners.map((abonentId) => ({
      kind: 'crm.contact',
      payload: { abonentId: String(abonentId), signUpId: null },
    }));
    return enqueueUnlessPending(tx, CRM_KINDS, target, { cause: causeOf(changes), toTell });
  },
};
