import { PERMISSIONS_OF_ROLE, ROLES } from '@domovoy/domain';
import type { TestApi } from '../testing/api.ts';
import { createDeliveries } from '../testing/deliveries.ts';
import { createMirror } from '../testing/mirror.ts';
import { testSignUps } from '../testing/sign-ups.ts';
import { type Tenant, uidOf } from '../testing/tenant.ts';

/** What a page's examples are asked of. */
export interface ExampleWorld {
  readonly api: TestApi;
  readonly demo: Tenant;
  /** Of each role one, by its name in lower case. */
  readonly keys: ReadonlyMap<string, string>;
}

/** A company as a reader of the pages may have it after a day: docs/api/README.md lists what is there. */
export async function createWorld(api: TestApi): Promise<ExampleWorld> {
  const demo = await api.tenant('demo');
  const keys = new Map<string, string>();
  for (const role of ROLES)
    keys.set(role.toLowerCase(), await api.key(demo, { permissions: [...PERMISSIONS_OF_ROLE[role]] }));
  await fillMirror(api, demo);
  await takeSignUps(api, demo);
  await demo.messages(['Здравствуйте! Домофон не открывает дверь.', 'Код +7 900 000-00-02 не подходит.']);
  await demo.messages(['Когда подключат камеру?'], { abonentRosdomofonId: 10_002 });
  await demo.deadEvents([new TextEncoder().encode('{"phone":79000000012}')]);
  return { api, demo, keys };
}

async function fillMirror(api: TestApi, demo: Tenant): Promise<void> {
  const mirror = await createMirror(api.store, demo);
  await mirror.import({
    services: [
      { rosdomofonId: 1, name: 'Ворота', type: 'Gate' },
      { rosdomofonId: 2, name: 'Домофон', type: 'SoftwareIntercom' },
    ],
    entrances: [
      { rosdomofonId: 11, number: '1', services: [1, 2], ranges: [{ flatStart: 1, flatEnd: 36 }] },
      {
        rosdomofonId: 12,
        services: [2],
        addressLine: 'Иваново, Ленина, 5',
        street: 'Ленина',
        streetRosdomofonId: 7038,
        house: '5',
        houseRosdomofonId: 65_176,
        ranges: [{ flatStart: 1, flatEnd: 80 }],
      },
    ],
    accounts: [1, 2, 3].map((rosdomofonId) => ({ rosdomofonId })),
    flats: [1, 2, 3].map((number) => ({
      rosdomofonId: 30 + number,
      number: String(number),
      entranceRosdomofonId: 11,
      accountRosdomofonId: number,
      ownerAbonentRosdomofonId: 10_000 + number,
    })),
    connections: [1, 2].map((number) => ({
      rosdomofonId: 40 + number,
      flatRosdomofonId: 30 + number,
      accountRosdomofonId: number,
      serviceRosdomofonId: 1,
    })),
  });
}

/** Newest first: one that waits with its entrance known, one without a flat, and one whose step failed. */
async function takeSignUps(api: TestApi, demo: Tenant): Promise<void> {
  const deliveries = await createDeliveries(api.store, demo);
  const work = testSignUps(api.store, demo);
  const match = { integrationId: demo.integrationId, kind: 'sign_up.match', maxAttempts: 15 };
  const take = async (number: number, flat: string | null) => {
    await demo.signUps([number], { requestedAt: new Date(), flat }, 'company', match);
    for (const claimed of await deliveries.claim()) await deliveries.settle(claimed);
    await work.match(uidOf(number));
  };
  await take(1, '9');
  const [failed] = (await api.query(demo.key, '{ signUps(first: 1) { nodes { id version } } }')).data.signUps
    .nodes;
  await api.query(
    demo.key,
    'mutation ($input: ApproveSignUpInput!) { approveSignUp(input: $input) { __typename } }',
    { input: { id: failed.id, expectedVersion: failed.version, idempotencyKey: 'world-1' } },
  );
  // Nobody takes the decision back: the hold is over.
  await api.store.run(`update deliveries set due_at = now() where state = 'pending'`, []);
  for (const claimed of await deliveries.claim())
    await deliveries.settle(claimed, { state: 'dead', outcome: 'dead', errorCode: 'ROSDOMOFON_REJECTED' });
  await work.fail(uidOf(1), 'account', 'ROSDOMOFON_REJECTED');
  await take(2, null);
  await take(3, '7');
}
