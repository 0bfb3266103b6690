import {
  flatRows,
  mirrorAccountDetails,
  mirrorFlats,
  mirrorServiceConnections,
  serviceConnectionRows,
  WrittenObjects,
} from '@domovoy/domain';
import { countMirrored, markVanished } from '@domovoy/store';
import type { SyncContext } from './sync-context.ts';
import { isNotFound } from './sync-error.ts';

const ENTITIES = ['account', 'flat', 'service_connection'] as const;

/** One account with its balance, its flats and connections. */
export async function runRefresh(context: SyncContext): Promise<void> {
  const { store, session } = context;
  const accountId = Number(session.run.accountRosdomofonId);
  const scope = { of: 'account', rosdomofonId: accountId } as const;
  await session.begin('account', 1, { fresh: true });
  try {
    await read(context, accountId);
    for (const entity of ['flat', 'service_connection'] as const)
      await markVanished(store, session.fence, entity, scope);
  } catch (error) {
    if (!isNotFound(error)) throw error;
    // It is gone. One that the mirror does not know either was never there.
    let vanished = 0;
    for (const entity of ENTITIES) vanished += await markVanished(store, session.fence, entity, scope);
    if (vanished === 0) throw error;
  }
  for (const entity of ENTITIES) await countMirrored(store, session.fence, { entity, scope, unreadable: 0 });
  await session.step(1);
}

async function read({ store, session, rosdomofon, mayCall, signal }: SyncContext, accountId: number) {
  const written = new WrittenObjects();
  await mayCall();
  const account = await rosdomofon.accounts.get({ accountId }, { signal });
  await mayCall();
  const flats = await rosdomofon.accounts.flats({ accountId }, { signal });
  await mayCall();
  const connections = await rosdomofon.accounts.connections({ accountId }, { signal });
  await mirrorAccountDetails(store, session.fence, account);
  const flatsWithTheirs = flats.map((flat) => flatRows(flat, accountId));
  await mirrorFlats(store, session.fence, flatsWithTheirs, written);
  const connectionsWithTheirs = connections.map((one) => serviceConnectionRows(one, accountId));
  await mirrorServiceConnections(store, session.fence, connectionsWithTheirs, written);
}
