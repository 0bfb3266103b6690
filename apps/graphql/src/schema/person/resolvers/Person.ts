import type { PersonResolvers } from '../../types.generated.ts';

export const Person: PersonResolvers = {
  actor: ({ user }) => `user:${user.publicId}`,
  name: ({ user }) => user.name,
  email: ({ user }) => user.email,
  hasSecondFactor: ({ user }) => user.totpConfirmedAt !== null,
  memberships: ({ memberships }) => [...memberships],
  // Those of a company that they do not belong to any more open nothing.
  sessions: ({ sessions, memberships }) =>
    sessions.flatMap((session) => {
      const company = memberships.find(({ companyId }) => companyId === session.companyId);
      return company === undefined ? [] : [{ ...session, company: company.shortName }];
    }),
};
