import { vi } from 'vitest';
import type { Random } from '../parts/seeded.ts';
import { type Load, type LoadWish, prepareLoad, sendMixed, signUp } from '../sign-ups/load.ts';
import type { CrmStack } from './crm-stack.ts';

/** A service of RosDomofon as it was last changed. */
export interface SentService {
  readonly id: string;
  readonly name: string;
  readonly price: string;
}

/** What one round sends to the portal, and by which its effects are found. */
export interface CrmLoad extends Load {
  readonly services: Map<string, SentService>;
  /** User fields that the mapping has asked for. */
  readonly fields: string[];
}

export interface CrmWish extends LoadWish {
  /** People who sign up a second time, for another flat. */
  readonly returning: readonly [number, number];
  /** Services that are new, or have another tariff. */
  readonly services: readonly [number, number];
  /** Does the mapping ask for one more user field? */
  readonly hasNewField: boolean;
  /** RosDomofon takes its time, so that deals are made before their sign-ups are completed. */
  readonly isSlow: boolean;
}

export const ORDINARY_CRM: CrmWish = {
  way: 'kafka',
  pauseMs: 40,
  signUps: [2, 4],
  answers: [0, 0],
  ends: ['completed'],
  returning: [0, 1],
  services: [0, 0],
  hasNewField: false,
  isSlow: false,
};

export async function prepareCrmLoad(stack: CrmStack, wish: CrmWish): Promise<CrmLoad> {
  const load = await prepareLoad(stack, wish);
  return { ...load, services: new Map(), fields: [] };
}

/** People sign up, some of them twice, the mirror finds services, somebody wants one more field; mixed, with pauses. */
export async function sendCrmLoad(
  stack: CrmStack,
  load: CrmLoad,
  random: Random,
  wish: CrmWish,
): Promise<void> {
  const slow = { kind: 'latency', method: 'POST', path: 'accounts', delayMs: 2_500, times: 3 };
  if (wish.isSlow) await stack.control('POST', '/faults', slow);
  const endOf = () => (wish.ends.length === 1 ? wish.ends[0] : random.pick(wish.ends));
  const people = Array.from({ length: random.int(...wish.signUps) }, (_, at) => {
    const comesAgain = at < random.int(...wish.returning);
    const [ends, endsAgain] = [endOf(), endOf()];
    const phone = stack.newPhone();
    return [
      () => signUp(stack, load, { ends, phone }),
      ...(comesAgain ? [() => signUp(stack, load, { ends: endsAgain, phone })] : []),
    ];
  });
  const services = Array.from({ length: random.int(...wish.services) }, () => [
    () => tellOfService(stack, load),
    ...(random.int(0, 1) === 1 ? [() => changeTariff(stack, load, random)] : []),
  ]);
  const fields = wish.hasNewField ? [() => askForField(stack, load)] : [];
  await sendMixed([...people.flat(), ...services.flat(), ...fields], random, wish);
}

/** Above all ids of the sandbox's RosDomofon, which is asked for all of its services once, before the first round. */
let lastService = 990_000_000;

/** As the mirror does it: the row and its change, in one transaction. */
async function tellOfService({ sql, companyId }: CrmStack, load: CrmLoad): Promise<void> {
  lastService += 1;
  const service = { id: String(lastService), name: `service ${lastService}`, price: '100.00' };
  load.services.set(service.id, service);
  await vi.waitFor(
    () => sql`
      with service as (
        insert into services (company_id, rosdomofon_id, name, type, tariff, synced_at, changed_at)
        values (${String(companyId)}, ${service.id}, ${service.name}, 'Gate', ${service.price}, now(), now())
        on conflict do nothing returning id)
      insert into changes (company_id, entity, entity_id, op) select ${String(companyId)}, 'service', id, 'added' from service`,
    { timeout: 60_000 },
  );
}

async function changeTariff({ sql, companyId }: CrmStack, load: CrmLoad, random: Random): Promise<void> {
  const [service] = random.shuffled([...load.services.values()]);
  if (service === undefined) return;
  const price = `${Number(service.price) + 50}.00`;
  load.services.set(service.id, { ...service, price });
  await vi.waitFor(
    () => sql`
      with service as (
        update services set tariff = ${price}, changed_at = now()
        where company_id = ${String(companyId)} and rosdomofon_id = ${service.id} returning id)
      insert into changes (company_id, entity, entity_id, op) select ${String(companyId)}, 'service', id, 'changed' from service`,
    { timeout: 60_000 },
  );
}

let fieldCount = 0;

async function askForField(stack: CrmStack, load: CrmLoad): Promise<void> {
  fieldCount += 1;
  const field = `UF_CRM_ROUND_${fieldCount}`;
  load.fields.push(field);
  await stack.saveMapping(mappingWith(field));
}

/** The contact is written to again when its person comes again, and each service is a product. */
export const mappingWith = (field: string): object => ({
  hasProducts: true,
  contact: {
    fields: [{ field, value: '{{address}}, {{flat}}', label: { ru: field, en: field } }],
  },
});
