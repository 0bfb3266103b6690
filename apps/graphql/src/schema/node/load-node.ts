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
  if (type === 'Abonent') return named('Abonent', await loaders.abonents.load(id));
  if (type === 'Conversation') return named('Conversation', await loaders.conversations.load(id));
  if (type === 'Message') return named('Message', await loaders.messages.load(id));
  if (type === 'SignUp') return named('SignUp', await loaders.signUps.load(id));
  const company = await loaders.company();
  return company.id === id ? named('Company', company) : null;
}

/** By `__typename` the executor knows which type of the interface a row is. */
const named = <Type extends string, Row extends object>(__typename: Type, row: Row | null) =>
  row && { ...row, __typename };
