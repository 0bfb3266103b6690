import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SandboxEndpoints } from '../../sandbox.ts';
import { startReady } from '../../testing/sandbox-process.ts';
import { temporaryFolder } from '../../testing/test-sandbox.ts';
import { type AnyJson, ask, postJson } from '../testing/test-portal.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder[Symbol.dispose]());
const start = () => startReady(['--data', folder.path, '--accounts', '10', '--bitrix24-limits', 'off']);
const journal = () => join(folder.path, 'bitrix24', 'portal-1.jsonl');

interface Written {
  name: string;
  contactId?: number;
  dealId?: number;
  commentId?: number;
  stage?: 'WON';
}

const callerOf =
  ({ bitrix24 }: SandboxEndpoints) =>
  async (method: string, params: object): Promise<AnyJson> => {
    const { status, body, text } = await postJson(`${bitrix24.webhookUrl}${method}`, params);
    if (status !== 200) throw new Error(text);
    return body.result;
  };
type Caller = ReturnType<typeof callerOf>;

/** Mirrors sign-ups, one after the other, until the portal is gone. What was acknowledged is on record. */
async function mirror(call: Caller, first: number, written: Written[]) {
  for (let n = first; ; n += 1) {
    const one: Written = { name: `Абонент ${n}` };
    written.push(one);
    const fields = { NAME: one.name, ORIGIN_ID: String(n), PHONE: [{ VALUE: `+7900000${n}` }] };
    one.contactId = await call('crm.contact.add', { fields });
    const batch = await call('batch', {
      halt: 1,
      cmd: {
        deal: `crm.item.add?entityTypeId=2&fields[title]=${n}&fields[contactIds][]=${one.contactId}`,
        comment:
          'crm.timeline.comment.add?fields[ENTITY_TYPE]=deal&fields[ENTITY_ID]=$result[deal][item][id]&fields[COMMENT]=x',
      },
    });
    one.dealId = batch.result.deal.item.id;
    one.commentId = batch.result.comment;
    await call('crm.item.update', { entityTypeId: 2, id: one.dealId, fields: { stageId: 'WON' } });
    one.stage = 'WON';
  }
}

/** What is missing of what was acknowledged, and ids that were given twice. */
async function differences(call: Caller, written: readonly Written[]): Promise<string[]> {
  const found: string[] = [];
  const missing = (what: string) => () => void found.push(what);
  for (const { name, contactId, dealId, commentId, stage } of written) {
    if (contactId !== undefined) {
      const contact = await call('crm.contact.get', { id: contactId }).catch(missing(`contact ${contactId}`));
      if (contact && (contact.NAME !== name || contact.PHONE?.length !== 1))
        found.push(`contact ${contactId} is another`);
    }
    if (commentId !== undefined)
      await call('crm.timeline.comment.get', { id: commentId }).catch(missing('comment'));
    if (dealId === undefined) continue;
    const deal = await call('crm.deal.get', { id: dealId }).catch(missing(`deal ${dealId}`));
    if (deal && (deal.CONTACT_ID !== String(contactId) || (stage && deal.STAGE_ID !== stage)))
      found.push(`deal ${dealId}`);
  }
  const ids = written.flatMap(({ contactId }) => contactId ?? []);
  if (new Set(ids).size < ids.length) found.push('an id was given twice');
  return found;
}

test('what was acknowledged is there after a kill -9, and no id is given twice', async () => {
  const written: Written[] = [];
  for (const round of [0, 1, 2]) {
    await using program = await start();
    const call = callerOf(program.endpoints);
    const before = written.length;
    const writers = [0, 1, 2].map((writer) =>
      mirror(call, 1000 + round * 3000 + writer * 1000, written).catch(() => {}),
    );
    const done = () => written.slice(before).filter(({ stage }) => stage).length;
    await expect.poll(done, { interval: 5, timeout: 30_000 }).toBeGreaterThan(10 + round * 4);
    program.child.kill('SIGKILL');
    await program.exited;
    await Promise.all(writers);
    // A kill in the middle of a write leaves half a line; so that it is seen in every round, here is one.
    if (round > 0) appendFileSync(journal(), '{"changes":[["items-3",9');
  }
  await using program = await start();
  expect(written.length).toBeGreaterThan(30);
  expect(await differences(callerOf(program.endpoints), written)).toEqual([]);
  program.child.kill('SIGKILL');
  await program.exited;

  // Control: a journal that lost its last acknowledged lines is noticed.
  const lines = readFileSync(journal(), 'utf8').trimEnd().split('\n');
  writeFileSync(journal(), `${lines.slice(0, -12).join('\n')}\n`);
  await using poorer = await start();
  expect(await differences(callerOf(poorer.endpoints), written)).not.toEqual([]);
});

test('addresses, secrets, tokens and seeded contacts survive; a refresh token that was used stays used', async () => {
  const first = await start();
  const { bitrix24, control } = first.endpoints;
  await postJson(`${control}/bitrix24/contacts`, { count: 5000 });
  const { clientId, clientSecret, authorizeUrl } = bitrix24.oauth;
  const consent = await fetch(`${authorizeUrl}?client_id=${clientId}`, { redirect: 'manual' });
  const code = new URL(consent.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const token = (form: Record<string, string>) =>
    ask(
      `${bitrix24.portalUrl}/oauth/token/?${new URLSearchParams({ client_id: clientId, client_secret: clientSecret, ...form }).toString()}`,
    );
  const renew = (refreshToken: string) => token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  const { refresh_token: used } = (await token({ grant_type: 'authorization_code', code })).body;
  const { access_token: auth, refresh_token: fresh } = (await renew(used)).body;
  first.child.kill('SIGKILL');
  await first.exited;

  await using second = await start();
  expect(second.endpoints.bitrix24).toEqual(bitrix24);
  const { body } = await postJson(`${bitrix24.portalUrl}/rest/crm.contact.list`, {
    auth,
    filter: { '>ID': 4999 },
  });
  expect([body.total, body.result[0].ORIGIN_ID]).toEqual([1, 'seeded-4999']);
  expect((await renew(used)).body.error).toBe('invalid_grant');
  expect((await renew(fresh)).status).toBe(200);
});
