import type { ViewerResolvers } from '../../types.generated.ts';
import { upperCase } from '../../values/enum-value.ts';

export const Viewer: Pick<ViewerResolvers, 'actor' | 'person' | 'role'> = {
  person: (_viewer, _args, { commands }) => commands.readPerson(),
  role: async ({ session }, _args, { loaders }) => {
    const member = session && (await loaders.staff.load(session.userId));
    return member && upperCase(member.role);
  },
  actor: ({ actor }) => actor,
};
