import type { DeliveryRow } from '@domovoy/store';
import type { Loaders } from '../../../loaders.ts';
import { type LoadedNode, named } from '../../node/load-node.ts';

type LoadAbout = (loaders: Loaders, key: string) => Promise<LoadedNode | null>;

/** RosDomofon's id, or that of a row: the rest of a subject, up to what follows it. */
const idOf = (key: string): bigint => BigInt(/^\d{1,18}/.exec(key)?.[0] ?? 0);

/** By the first word of a subject: what the rest of it names. */
const BY_WORD: ReadonlyMap<string, LoadAbout> = new Map<string, LoadAbout>([
  [
    'abonent',
    async ({ abonentsByRosdomofonId }, key) => named('Abonent', await abonentsByRosdomofonId.load(idOf(key))),
  ],
  ['account', async ({ accountsByNumber }, key) => named('Account', await accountsByNumber.load(key))],
  [
    'conversation',
    async ({ conversations }, key) => named('Conversation', await conversations.load(idOf(key))),
  ],
  [
    'entrance',
    async ({ entrancesByRosdomofonId }, key) =>
      named('Entrance', await entrancesByRosdomofonId.load(idOf(key))),
  ],
  ['flat', async ({ flatsByRosdomofonId }, key) => named('Flat', await flatsByRosdomofonId.load(idOf(key)))],
  [
    'service_connection',
    async ({ serviceConnectionsByRosdomofonId }, key) =>
      named('ServiceConnection', await serviceConnectionsByRosdomofonId.load(idOf(key))),
  ],
]);

/** What a delivery is about: the sign-up that its payload names, or else what its subject does. */
export async function aboutOf(
  loaders: Loaders,
  { subject, payload }: DeliveryRow,
): Promise<LoadedNode | null> {
  const signUpId = memberOf(payload, 'signUpId');
  if (signUpId !== null) return named('SignUp', await loaders.signUps.load(idOf(signUpId)));
  const [word = ''] = subject.split(':', 1);
  const load = BY_WORD.get(word);
  return load === undefined ? null : load(loaders, subject.slice(word.length + 1));
}

const memberOf = (payload: unknown, name: string): string | null => {
  if (typeof payload !== 'object' || payload === null) return null;
  const value: unknown = Reflect.get(payload, name);
  return typeof value === 'string' ? value : null;
};
