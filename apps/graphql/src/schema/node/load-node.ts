import { decodeNodeId, type NodeReference } from '../../ids/node-id.ts';
import type { Loaders } from '../../loaders.ts';
import type { ResolversTypes } from '../types.generated.ts';

type Node = Awaited<ResolversTypes['Node']>;

/** Any object of the caller's company by its id; null for everything else. */
export async function loadNode(loaders: Loaders, text: string): Promise<Node | null> {
  const reference = decodeNodeId(text);
  return reference && load(loaders, reference);
}

async function load(loaders: Loaders, reference: NodeReference): Promise<Node | null> {
  if (reference.type === 'InboxEvent')
    return named('InboxEvent', await loaders.inboxEvents.load(reference.at));
  const { type, id } = reference;
  switch (type) {
    case 'Abonent':
      return named(type, await loaders.abonents.load(id));
    case 'Account':
      return named(type, await loaders.accounts.load(id));
    case 'Company': {
      const company = await loaders.company();
      return company.id === id ? named(type, company) : null;
    }
    case 'Conversation':
      return named(type, await loaders.conversations.load(id));
    case 'Entrance':
      return named(type, await loaders.entrances.load(id));
    case 'Flat':
      return named(type, await loaders.flats.load(id));
    case 'Message':
      return named(type, await loaders.messages.load(id));
    case 'Service':
      return named(type, await loaders.services.load(id));
    case 'ServiceConnection':
      return named(type, await loaders.serviceConnections.load(id));
    case 'SignUp':
      return named(type, await loaders.signUps.load(id));
    case 'SyncRun':
      return named(type, await loaders.syncRuns.load(id));
  }
}

/** By `__typename` the executor knows which type of the interface a row is. */
const named = <Type extends string, Row extends object>(__typename: Type, row: Row | null) =>
  row && { ...row, __typename };
