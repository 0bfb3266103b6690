import { decodeNodeId, encodeId, type NumberedType } from '../../ids/node-id.ts';

/** By the first word of a subject: which type of the API has the number behind it. */
const TYPES = {
  account: 'Account',
  conversation: 'Conversation',
  flat: 'Flat',
  message: 'Message',
  service_connection: 'ServiceConnection',
  sign_up: 'SignUp',
} as const satisfies Readonly<Record<string, NumberedType>>;

const WORDS: ReadonlyMap<string, string> = new Map(Object.entries(TYPES).map(([word, type]) => [type, word]));
const isKnown = (word: string): word is keyof typeof TYPES => Object.hasOwn(TYPES, word);

/** The id of the object that a subject names (`sign_up:7`, or `sign_up:7#…`); null when it is none of the API's. */
export function idOfSubject(subject: string): string | null {
  const [, word, id] = /^([a-z_]+):(\d{1,18})(?:#|$)/.exec(subject) ?? [];
  return word !== undefined && id !== undefined && isKnown(word) ? encodeId(TYPES[word], BigInt(id)) : null;
}

/** The subject of deliveries about the object of this id; null when there are none about such. */
export function subjectOfId(text: string): string | null {
  const reference = decodeNodeId(text);
  if (reference === null || reference.type === 'InboxEvent') return null;
  const word = WORDS.get(reference.type);
  return word === undefined ? null : `${word}:${reference.id}`;
}
