import { randomUUID } from 'node:crypto';
import { askCrmReview } from '@domovoy/store';
import type { TestApi } from './api.ts';
import { createDeliveries } from './deliveries.ts';
import { createMirror } from './mirror.ts';
import { createTestPerson, signedIn } from './person.ts';
import type { Tenant } from './tenant.ts';

/** An input that the mutation can do something with, made when its turn comes. */
export interface PreparedMutation {
  readonly input: () => Promise<Record<string, unknown>> | Record<string, unknown>;
  /** As the trail calls it. */
  readonly action: string;
  /** Of the row, what the trail has to say at least; left out: it changes nothing of a row that was there. */
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  /** What has to be among what it caused. */
  readonly causes?: readonly string[];
}

/** A company in which every mutation of the schema finds something to do. */
export async function prepareEveryMutation(
  api: TestApi,
  demo: Tenant,
): Promise<{ accessToken: string; mutations: Readonly<Record<string, PreparedMutation>> }> {
  const owner = await createTestPerson(api.store, demo.company.id, 'owner');
  const { accessToken } = await signedIn(api.url, owner);
  const other = await createTestPerson(api.store, demo.company.id, 'viewer');
  await signedIn(api.url, owner);
  await demo.signUps([1, 2, 3, 4], { requestedAt: new Date() });
  await demo.messages(['Здравствуйте', 'Не работает']);
  await (await createMirror(api.store, demo)).import({
    services: [{ rosdomofonId: 1 }, { rosdomofonId: 2 }],
    entrances: [{ rosdomofonId: 11, services: [1, 2], ranges: [{ flatStart: 1, flatEnd: 20 }] }],
    accounts: [{ rosdomofonId: 1, number: 'A-1', phone: '79000000001', ownerAbonentRosdomofonId: 1 }],
    flats: [{ rosdomofonId: 1, number: '1', entranceRosdomofonId: 11, accountRosdomofonId: 1 }],
    connections: [{ rosdomofonId: 1, accountRosdomofonId: 1, flatRosdomofonId: 1 }],
  });
  await api.store.run(`update sign_ups set state = 'needs_review', state_reason = null`, []);
  const deliveries = await createDeliveries(api.store, demo);
  const [dead = ''] = await deliveries.bury({}, {});

  // any: answers are looked at by tests, which know their shape
  const ask = async (text: string, variables: Record<string, unknown> = {}): Promise<any> => {
    const { data, errors } = await api.query(accessToken, text, variables);
    if (errors.length > 0) throw new AggregateError(errors.map(({ message }) => new Error(message)));
    return data;
  };
  const rows = await ask(`{
    signUps(first: 10) { nodes { id } } conversations(first: 1) { nodes { id messages(first: 2) { nodes { id } } } }
    accounts(first: 1) { nodes { id } } flats(first: 1) { nodes { id } } entrances(first: 1) { nodes { id } }
    services(first: 2) { nodes { id serviceConnections(first: 1) { nodes { id } } } }
    staff(first: 10) { nodes { id actor } } deliveryTargets { id } abonents(first: 1) { nodes { rosdomofonId } }
  }`);
  const signUp = async (at: number) => {
    const { id } = rows.signUps.nodes[at];
    const { signUp: now } = await ask('query ($id: ID!) { signUp(id: $id) { version } }', { id });
    return { id, expectedVersion: now.version, idempotencyKey: randomUUID() };
  };
  const conversation = rows.conversations.nodes[0];
  const keyed = (more: object = {}) => ({ idempotencyKey: randomUUID(), waitMs: 0, ...more });
  const [account, flat, entrance] = [rows.accounts, rows.flats, rows.entrances].map(
    ({ nodes }) => nodes[0].id,
  );
  const services: { id: string; serviceConnections: { nodes: { id: string }[] } }[] = rows.services.nodes;
  const serviceConnection = services.flatMap((one) => one.serviceConnections.nodes)[0]?.id;
  const member = rows.staff.nodes.find(({ actor }: { actor: string }) => actor === other.actor).id;
  const made: Record<string, string> = {};
  const make = async (name: string, text: string) => {
    made[name] ??= (await ask(text)).outcome.made.id;
    return made[name] ?? '';
  };
  const apiKey = (name: string) =>
    make(
      name,
      `mutation { outcome: createApiKey(input: { name: "${name}", permissions: [READ_EVENTS] }) {
      ... on CreateApiKeyPayload { made: apiKey { id } } } }`,
    );
  const portal = () =>
    make(
      'portal',
      `mutation { outcome: createIntegration(input: { waitMs: 0, idempotencyKey: "portal", name: "A",
      webhookUrl: "https://a.example/rest/1/secret/" }) { ... on CreateIntegrationPayload { made: integration { id } } } }`,
    );
  const application = () =>
    make(
      'application',
      `mutation { outcome: createIntegration(input: { waitMs: 0, idempotencyKey: "application",
      application: { portal: "https://b.example", clientId: "local.1", clientSecret: "secret" } }) {
      ... on CreateIntegrationPayload { made: integration { id } } } }`,
    );
  const portalRow = async () => {
    await portal();
    const [row] = await api.store.run<{ id: bigint }>(
      `select id from integrations where config ->> 'portal' = 'https://a.example'`,
      [],
    );
    return row?.id ?? 0n;
  };
  const failedMessage = async () => {
    const { outcome } = await ask(
      `mutation ($input: SendMessageInput!) { outcome: sendMessage(input: $input) { ... on SendMessagePayload { made: message { id } } } }`,
      { input: { conversationId: conversation.id, text: 'Ответ', idempotencyKey: randomUUID() } },
    );
    await deliveries.bury({});
    await api.store.run(`update messages set state = 'failed' where state = 'queued'`, []);
    return outcome.made.id;
  };

  const mutations: Record<string, PreparedMutation> = {
    retryMessage: {
      input: async () => ({ id: await failedMessage(), idempotencyKey: randomUUID() }),
      action: 'message.retry',
      before: { state: 'failed' },
      after: { state: 'queued' },
      causes: ['message', 'delivery'],
    },
    redeliver: {
      input: () => ({ id: dead, idempotencyKey: randomUUID() }),
      action: 'delivery.redeliver',
      before: { state: 'dead' },
      after: { state: 'dead' },
      causes: ['delivery'],
    },
    redeliverMatching: {
      input: async () => {
        const { previewRedelivery } = await ask('{ previewRedelivery(filter: {}) { totalCount { count } } }');
        return {
          filter: {},
          expectedCount: previewRedelivery.totalCount.count,
          idempotencyKey: randomUUID(),
        };
      },
      action: 'delivery.redeliver_matching',
      after: { state: 'queued' },
      causes: ['job'],
    },
    cancelJob: {
      input: async () => ({ id: (await ask('{ jobs(first: 1) { nodes { id } } }')).jobs.nodes[0].id }),
      action: 'job.cancel',
      after: { state: 'cancelled' },
      causes: ['job'],
    },
    cancelDelivery: {
      input: async () => ({ id: (await deliveries.enqueue({}))[0] }),
      action: 'delivery.cancel',
      before: { state: 'pending' },
      after: { state: 'skipped' },
      causes: ['delivery'],
    },
    pauseTarget: {
      input: () => ({ id: rows.deliveryTargets[0].id, reason: 'ремонт' }),
      action: 'delivery_target.pause',
      before: { isPaused: false },
      after: { isPaused: true },
    },
    resumeTarget: {
      input: () => ({ id: rows.deliveryTargets[0].id }),
      action: 'delivery_target.resume',
      before: { isPaused: true },
      after: { isPaused: false },
    },
    approveSignUp: {
      input: async () => ({ ...(await signUp(0)), entranceRosdomofonId: 11, flat: '7' }),
      action: 'sign_up.approve',
      before: { state: 'needs_review' },
      after: { state: 'provisioning' },
      causes: ['sign_up', 'delivery'],
    },
    assignSignUp: {
      input: async () => ({ ...(await signUp(1)), assignee: 'Анна' }),
      action: 'sign_up.assign',
      before: { assignee: null },
      after: { assignee: 'Анна' },
      causes: ['sign_up'],
    },
    rejectSignUp: {
      input: async () => ({ ...(await signUp(2)), reason: 'нет такой квартиры', tellsAbonent: true }),
      action: 'sign_up.reject',
      before: { state: 'needs_review' },
      after: { state: 'rejected' },
      causes: ['sign_up', 'delivery'],
    },
    retrySignUp: { input: () => signUp(3), action: 'sign_up.retry', causes: ['delivery'] },
    saveSignUpPolicy: {
      input: () => ({ mode: 'AUTOMATIC', expectedVersion: 0 }),
      action: 'sign_up_policy.save',
      after: { mode: 'automatic' },
    },
    saveMessagingPolicy: {
      input: () => ({ sendBy: 'REST', expectedVersion: 0 }),
      action: 'messaging_policy.save',
      after: { sendBy: 'rest' },
    },
    sendMessage: {
      input: () => ({ conversationId: conversation.id, text: 'Ответ', idempotencyKey: randomUUID() }),
      action: 'message.send',
      after: { state: 'queued' },
      causes: ['message', 'delivery'],
    },
    assignConversation: {
      input: () => ({ id: conversation.id, assignee: 'Анна' }),
      action: 'conversation.assign',
      before: { assignee: null },
      after: { assignee: 'Анна' },
      causes: ['conversation'],
    },
    markRead: {
      input: () => ({ conversationId: conversation.id, upToMessageId: conversation.messages.nodes[0].id }),
      action: 'conversation.read',
      before: { unread: 2 },
      causes: ['conversation'],
    },
    setConversationState: {
      input: () => ({ id: conversation.id, state: 'RESOLVED' }),
      action: 'conversation.resolve',
      after: { state: 'resolved' },
      causes: ['conversation'],
    },
    blockAccount: {
      input: () => keyed({ number: 'A-1', reason: 'долг' }),
      action: 'account.block',
      causes: ['delivery'],
    },
    unblockAccount: {
      input: () => keyed({ number: 'A-1' }),
      action: 'account.unblock',
      causes: ['delivery'],
    },
    blockServiceConnection: {
      input: () => keyed({ id: serviceConnection }),
      action: 'service_connection.block',
      causes: ['delivery'],
    },
    unblockServiceConnection: {
      input: () => keyed({ id: serviceConnection }),
      action: 'service_connection.unblock',
      causes: ['delivery'],
    },
    createAccount: {
      input: () => keyed({ number: 'A-2', phone: '+79000000002' }),
      action: 'account.create',
      causes: ['delivery'],
    },
    createFlat: {
      input: () => keyed({ accountId: account, entranceId: entrance, flatNumber: 5, isVirtual: false }),
      action: 'flat.create',
      causes: ['delivery'],
    },
    connectService: {
      input: () => keyed({ flatId: flat, accountId: account, serviceId: services[1]?.id }),
      action: 'service.connect',
      causes: ['delivery'],
    },
    importAccounts: { input: () => ({}), action: 'mirror.import', causes: ['sync_run'] },
    refreshAccount: {
      input: () => ({ id: account, waitMs: 0 }),
      action: 'account.refresh',
      causes: ['sync_run'],
    },
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
  };
  return { accessToken, mutations };
}
