import type { MutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';

export const accessMutations = ({
  member,
  apiKey,
  ask,
}: MutationWorld): Record<string, PreparedMutation> => ({
  createApiKey: {
    input: () => ({ name: 'CRM', permissions: ['READ_AUDIT'], networks: ['10.0.0.0/8'] }),
    action: 'api_key.create',
    after: { name: 'CRM', permissions: ['READ_AUDIT'] },
  },
  rotateApiKey: { input: async () => ({ id: await apiKey('rotated') }), action: 'api_key.rotate' },
  revokeApiKey: {
    input: async () => ({ id: await apiKey('revoked') }),
    action: 'api_key.revoke',
    before: { revokedAt: null },
  },
  inviteStaff: {
    input: () => ({ email: 'new@example.org', role: 'AGENT' }),
    action: 'invitation.create',
    after: { email: 'new@example.org', role: 'agent' },
  },
  withdrawInvitation: {
    input: async () => ({
      id: (await ask('{ invitations(first: 1) { nodes { id } } }')).invitations.nodes[0].id,
    }),
    action: 'invitation.withdraw',
    before: { email: 'new@example.org' },
  },
  setRole: {
    input: () => ({ id: member, role: 'MANAGER' }),
    action: 'staff.set_role',
    before: { role: 'viewer' },
    after: { role: 'manager' },
  },
  removeStaff: { input: () => ({ id: member }), action: 'staff.remove', before: { role: 'manager' } },
  revokeSession: {
    input: async () => {
      const { viewer } = await ask('{ viewer { person { sessions { id isCurrent } } } }');
      return { id: viewer.person.sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent).id };
    },
    action: 'session.end',
  },
});
