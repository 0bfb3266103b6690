import { askCrmReview } from '@domovoy/store';
import type { MutationWorld } from './mutation-world.ts';
import type { PreparedMutation } from './prepared-mutation.ts';

export const integrationMutations = ({
  keyed,
  portal,
  application,
  portalRow,
  ask,
  api,
  demo,
}: MutationWorld): Record<string, PreparedMutation> => ({
  createIntegration: {
    input: () => keyed({ webhookUrl: 'https://c.example/rest/1/secret/', name: 'C' }),
    action: 'integration.create',
    after: { portal: 'https://c.example', state: 'active' },
    causes: ['integration', 'delivery'],
  },
  testIntegration: {
    input: async () => ({ id: await portal(), waitMs: 0 }),
    action: 'integration.test',
    causes: ['delivery'],
  },
  updateIntegration: {
    input: async () => ({ id: await portal(), name: 'Другое', waitMs: 0 }),
    action: 'integration.update',
    before: { name: 'A' },
    after: { name: 'Другое' },
    causes: ['integration'],
  },
  saveFieldMapping: {
    input: async () => {
      const integrationId = await portal();
      const { fieldMapping } = await ask(
        'query ($id: ID!) { fieldMapping(integrationId: $id) { content version } }',
        { id: integrationId },
      );
      return { integrationId, mapping: fieldMapping.content, expectedVersion: fieldMapping.version };
    },
    action: 'integration.save_mapping',
    causes: ['delivery'],
  },
  resolveCrmReview: {
    input: async () => {
      const integrationId = await portalRow();
      const [abonent] = await api.store.run<{ id: bigint }>(
        'select id from abonents where rosdomofon_id = 1',
        [],
      );
      const candidates = [{ id: 5, name: 'Анна' }];
      await askCrmReview(api.store.db, {
        integrationId,
        companyId: demo.company.id,
        entity: 'abonent',
        entityId: abonent?.id ?? 0n,
        reason: 'several',
        candidates,
      });
      return { integrationId: await portal(), abonentRosdomofonId: 1, contactId: 5 };
    },
    action: 'integration.link_contact',
    after: { contactId: 5 },
  },
  pauseIntegration: {
    input: async () => ({ id: await portal() }),
    action: 'integration.pause',
    before: { state: 'active' },
    after: { state: 'paused' },
    causes: ['integration'],
  },
  resumeIntegration: {
    input: async () => ({ id: await portal() }),
    action: 'integration.resume',
    before: { state: 'paused' },
    after: { state: 'active' },
    causes: ['integration', 'delivery'],
  },
  beginBitrix24Authorization: {
    input: async () => ({ id: await application() }),
    action: 'integration.authorize',
  },
  reconnectIntegration: {
    input: async () => ({ id: await portal(), webhookUrl: 'https://a.example/rest/1/other/', waitMs: 0 }),
    action: 'integration.update',
    causes: ['delivery'],
  },
});
