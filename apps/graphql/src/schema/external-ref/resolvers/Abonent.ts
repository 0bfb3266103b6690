import type { AbonentResolvers } from '../../types.generated.ts';
import { linkedId } from '../page-at-portal.ts';

export const Abonent: Pick<AbonentResolvers, 'bitrixContactId' | 'externalRefs' | '__isTypeOf'> = {
  bitrixContactId: async ({ rosdomofonId }, _args, { loaders }) =>
    linkedId(await loaders.abonentRefs.load(rosdomofonId), (kind) => kind === 'contact'),
  externalRefs: async ({ rosdomofonId }, _args, { loaders }) => [
    ...(await loaders.abonentRefs.load(rosdomofonId)),
  ],
};
