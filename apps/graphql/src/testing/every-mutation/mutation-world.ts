import { randomUUID } from 'node:crypto';
import type { TestApi } from '../api.ts';
import { createDeliveries } from '../deliveries.ts';
import { createMirror } from '../mirror.ts';
import { createTestPerson, signedIn } from '../person.ts';
import type { Tenant } from '../tenant.ts';

export type MutationWorld = Awaited<ReturnType<typeof createMutationWorld>>;

/** A company with one of everything that mutations are about, and its owner, signed in. */
export async function createMutationWorld(api: TestApi, demo: Tenant) {
  const owner = await createTestPerson(api.store, demo.company.id, 'owner');
  const { accessToken } = await signedIn(api.url, owner);
  const other = await createTestPerson(api.store, demo.company.id, 'viewer');
  await signedIn(api.url, owner);
  await demo.signUps([1, 2, 3, 4, 5, 6], { requestedAt: new Date() });
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

  return {
    accessToken,
    signUp,
    conversation,
    keyed,
    account,
    flat,
    entrance,
    services,
    serviceConnection,
    member,
    apiKey,
    portal,
    application,
    portalRow,
    failedMessage,
    rows,
    deliveries,
    dead,
    ask,
    api,
    demo,
  };
}
