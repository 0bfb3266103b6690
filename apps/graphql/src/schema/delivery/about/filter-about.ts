import { deliveriesOfJob } from '@domovoy/domain';
import type { DeliveryFilter } from '@domovoy/store';
import { decodeNodeId, type NumberedType } from '../../../ids/node-id.ts';
import type { Loaders } from '../../../loaders.ts';

type About = Pick<DeliveryFilter, 'subjects' | 'payload' | 'keys'>;

/** Of no object, or of one that there are no deliveries about. */
const NOTHING: About = { subjects: [] };

/** What is done about an abonent's sign-ups, and what is written to them about those. */
const subjectsOfAbonent = (rosdomofonId: bigint) => [
  `abonent:${rosdomofonId}`,
  `abonent:${rosdomofonId}:messages`,
];

const BY_TYPE: Partial<Record<NumberedType, (loaders: Loaders, id: bigint) => Promise<About>>> = {
  Abonent: async ({ abonents }, id) => {
    const abonent = await abonents.load(id);
    return abonent ? { subjects: subjectsOfAbonent(abonent.rosdomofonId) } : NOTHING;
  },
  Account: async ({ accounts }, id) => {
    const account = await accounts.load(id);
    return account?.number ? { subjects: [`account:${account.number}`] } : NOTHING;
  },
  Conversation: async (_loaders, id) => ({ subjects: [`conversation:${id}`] }),
  Flat: async ({ flats }, id) => {
    const flat = await flats.load(id);
    return flat ? { subjects: [`flat:${flat.rosdomofonId}`] } : NOTHING;
  },
  Job: async ({ jobs }, id) => {
    const job = await jobs.load(id);
    const keys = job && deliveriesOfJob(job);
    return keys ? { keys } : NOTHING;
  },
  Message: async ({ messages }, id) => {
    const message = await messages.load(id);
    return message
      ? { subjects: [`conversation:${message.conversationId}`], payload: { messageId: String(id) } }
      : NOTHING;
  },
  ServiceConnection: async ({ serviceConnections }, id) => {
    const connection = await serviceConnections.load(id);
    return connection ? { subjects: [`service_connection:${connection.rosdomofonId}`] } : NOTHING;
  },
  SignUp: async ({ signUps }, id) => {
    const signUp = await signUps.load(id);
    return signUp
      ? { subjects: subjectsOfAbonent(signUp.abonentRosdomofonId), payload: { signUpId: String(id) } }
      : NOTHING;
  },
};

/** Which deliveries are about the object of this id. */
export async function filterAbout(loaders: Loaders, text: string): Promise<About> {
  const reference = decodeNodeId(text);
  if (reference === null || !('id' in reference)) return NOTHING;
  return (await BY_TYPE[reference.type]?.(loaders, reference.id)) ?? NOTHING;
}
