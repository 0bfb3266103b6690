import { randomUUID } from 'node:crypto';
import type { MutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';

export const accountMutations = ({
  ask,
  keyed,
  account,
  flat,
  entrance,
  services,
  serviceConnection,
}: MutationWorld): Record<string, PreparedMutation> => ({
  blockAccount: {
    input: () => keyed({ number: 'A-1', reason: 'долг' }),
    action: 'account.block',
    causes: ['delivery'],
  },
  unblockAccount: {
    input: () => keyed({ number: 'A-1' }),
    action: 'account.unblock',
    causes: ['delivery'],
  },
  blockServiceConnection: {
    input: () => keyed({ id: serviceConnection }),
    action: 'service_connection.block',
    causes: ['delivery'],
  },
  unblockServiceConnection: {
    input: () => keyed({ id: serviceConnection }),
    action: 'service_connection.unblock',
    causes: ['delivery'],
  },
  createAccount: {
    input: () => keyed({ number: 'A-2', phone: '+79000000002' }),
    action: 'account.create',
    causes: ['delivery'],
  },
  createFlat: {
    input: () => keyed({ accountId: account, entranceId: entrance, flatNumber: 5, isVirtual: false }),
    action: 'flat.create',
    causes: ['delivery'],
  },
  connectService: {
    input: () => keyed({ flatId: flat, accountId: account, serviceId: services[1]?.id }),
    action: 'service.connect',
    causes: ['delivery'],
  },
  connectServiceToEntrance: {
    input: () => ({
      entranceId: entrance,
      serviceId: services[0]?.id,
      expectedCount: 1,
      idempotencyKey: randomUUID(),
    }),
    action: 'service.connect_to_entrance',
    causes: ['job'],
  },
  importAccounts: { input: () => ({}), action: 'mirror.import', causes: ['sync_run'] },
  refreshAccount: {
    input: () => ({ id: account, waitMs: 0 }),
    action: 'account.refresh',
    causes: ['sync_run'],
  },
  // Behind the two that ask for one.
  cancelSyncRun: {
    input: async () => {
      const { syncRuns } = await ask('{ syncRuns(first: 1, filter: { state: QUEUED }) { nodes { id } } }');
      return { id: syncRuns.nodes[0].id };
    },
    action: 'sync_run.cancel',
    after: { state: 'cancelled' },
    causes: ['sync_run'],
  },
});
