// Everything that `search(text)` asks of the store, all six types at once as the API does, on 100,000 accounts and a million
// messages. Data by set-based SQL; documents by the functions that the consumer uses.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  indexFeed,
  migrate,
  openFeed,
  openStore,
  recordIncomingMessages,
  restartSearch,
  type Store,
  sortInDocuments,
} from '@domovoy/store';
import { startPostgres } from '@domovoy/testkit/postgres';
import postgres from 'postgres';
import { percentile, verdict } from './harness/figures.ts';
import { cpuSecondsOfFamily } from './harness/process-usage.ts';

const ACCOUNTS = 100_000;
const ENTRANCES = 4_000;
const MESSAGES = 1_000_000;
const FIRST = 5;
const WANTED_MS = 50;
const COMPANY = 1n;

/** Words as an abonent's message has them; the first ones stand in very many, the last ones in few. */
const WORDS =
  `домофон не работает дверь открыть ключ подъезд камера здравствуйте пожалуйста приложение квартира трубка звонок видео
  код мастер заявка оплата услуга договор абонент телефон адрес двор шлагбаум калитка чат ремонт вечером завтра сломался
  пропал звук экран доступ гость курьер лифт сосед баланс тариф перерасчёт отключили включите подключение установка провод
  щиток антенна ноутбук велосипед библиотека фонарь аквариум ёлка саксофон гербарий`.split(/\s+/);
const STREETS =
  'Ташкентская Ленина Мира Артёма Советская Громобоя Лежневская Куконковых Шубиных Рабфаковская'.split(' ');

/** What people type, by what it finds; `{n}` is another number each time. */
const TYPED: Readonly<Record<string, string>> = {
  'whole phone': '+7 900 {phone}',
  'end of a phone': '{end}',
  'beginning of a phone, as everybody has it': '8 900 00',
  'number of an account': 'ЛС-{account}',
  'street, house, flat': '{street} {house} {flat}',
  'street as it is typed': 'ташк',
  'town of everybody': 'иваново',
  'flat alone': '{flat}',
  'word of nearly every message': 'домофон',
  'beginning of it': 'домоф',
  'two frequent words': 'не работает дверь',
  'word of every twelfth message': 'саксофон',
  'a word of none, beginning of nearly all': 'кракозябра домоф',
  'two words, together in every twelfth': 'домофон гербарий',
  'three words, each in every twelfth': 'саксофон гербарий аквариум',
  'a word that no message has': 'кракозябра',
};

export async function search(rounds = 40): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'domovoy-bench-search-'));
  const settings = {
    shared_buffers: '1GB',
    max_wal_size: '8GB',
    synchronous_commit: 'off',
    maintenance_work_mem: '512MB',
  };
  const server = await startPostgres({ dataDir: join(data, 'postgres'), settings });
  await migrate(server.url);
  const sql = postgres(server.url, { max: 1, onnotice: () => {} });
  const store = openStore(server.url, { applicationName: 'bench', statementTimeoutMs: 60_000 });
  try {
    await fill(sql);
    await measure(store, server.pid, rounds);
    await indexing(store, server.pid);
  } finally {
    await store[Symbol.asyncDispose]();
    await sql.end();
    await server.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function fill(sql: postgres.Sql): Promise<void> {
  const steps: Record<string, () => Promise<unknown>> = {
    entrances: () => sql`
      insert into entrances (company_id, rosdomofon_id, synced_at, changed_at, address_line, address_words)
      select 1, n, now(), now(), 'Иваново, ' || street || ', ' || n / 40 + 1 || ', подъезд ' || n % 4 + 1,
        'иваново ' || replace(lower(street collate "pg_c_utf8"), 'ё', 'е') || ' ' || n / 40 + 1 || ' ' || n % 4 + 1
      from (select n, (${STREETS}::text[])[1 + n % 10] as street from generate_series(1, ${ENTRANCES}::int) n) e`,
    accounts: () => sql`
      insert into accounts (company_id, rosdomofon_id, synced_at, changed_at, number, owner_abonent_rosdomofon_id, phone, is_blocked)
      select 1, n, now(), now(), 'ЛС-' || lpad((n * 7)::text, 7, '0'), n, '7900' || lpad((n::bigint * 7919 % 10000000)::text, 7, '0'), false
      from generate_series(1, ${ACCOUNTS}::int) n`,
    flats: () => sql`
      insert into flats (company_id, rosdomofon_id, synced_at, changed_at, entrance_rosdomofon_id, number, account_rosdomofon_id, is_virtual)
      select 1, n, now(), now(), n % ${ENTRANCES}::int + 1, (n / ${ENTRANCES}::int + 1)::text, n, false from generate_series(1, ${ACCOUNTS}::int) n`,
    abonents: () => sql`
      insert into abonents (company_id, rosdomofon_id, phone, seen_at)
      select company_id, owner_abonent_rosdomofon_id, phone, now() from accounts`,
    'sign-ups': () => sql`
      insert into sign_ups (company_id, uid, rosdomofon_id, wire_status, state, abonent_rosdomofon_id, phone, city, street, house, flat, requested_at, seen_at)
      select 1, gen_random_uuid(), n, 'unprocessed', 'new', n, phone, 'Иваново', (${STREETS}::text[])[1 + n % 10], (n / 40 % 100 + 1)::text, (n % 100)::text, now(), now()
      from (select rosdomofon_id as n, phone from accounts) a`,
    conversations: () => sql`
      insert into conversations (company_id, abonent_rosdomofon_id, channel, last_message_at)
      select 1, n, 'support', now() from generate_series(1, ${ACCOUNTS / 2}::int) n`,
    // The square of a random number: the first words are frequent, the last ones rare.
    messages: () => sql`
      insert into messages (company_id, conversation_id, direction, state, text, sent_at)
      select 1, 1 + n % ${ACCOUNTS / 2}::int, 'in', 'received', (
        select string_agg((${WORDS}::text[])[1 + floor(${WORDS.length}::int * power(random(), 2.5))::int], ' ')
        from generate_series(1, 12) w where n > 0) || case when n % 50 = 0 then ' 8 900 ' || lpad((n % 10000000)::text, 7, '0') else '' end, now()
      from generate_series(1, ${MESSAGES}::int) n`,
    documents: async () => {
      const indexes = await sql<
        { name: string; text: string }[]
      >`select indexname as name, indexdef as text from pg_indexes
        where tablename = 'search_documents' and indexdef like '%gin%'`;
      for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
      await sql`insert into search_documents (entity, entity_id, company_id, words)
        select 'message', id, 1, message_words(text) from messages`;
      await sql`insert into search_documents (entity, entity_id, company_id, words)
        select 'sign_up', id, 1, array_to_tsvector(phone_words(phone) || address_words(concat_ws(' ', city, street, house, flat))) from sign_ups`;
      await sql`insert into search_documents (entity, entity_id, company_id, words)
        select 'conversation', c.id, 1, array_to_tsvector(phone_words(a.phone))
        from conversations c join abonents a on a.company_id = 1 and a.rosdomofon_id = c.abonent_rosdomofon_id`;
      for (const { text } of indexes) await sql.unsafe(text);
    },
    analyze: () => sql`vacuum analyze`,
  };
  for (const [name, step] of Object.entries(steps)) {
    const startedAt = performance.now();
    await step();
    console.error(`  ${name}: ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
}

/** Each of what the API asks for, by itself and all at once. */
const searches = (store: Store, text: string) => {
  const company = store.company(COMPANY);
  const given = { text, searchesPhones: true, limit: FIRST + 1 };
  return {
    accounts: () => company.searchAccounts(given),
    entrances: () => company.searchEntrances(given),
    flats: () => company.searchFlats(given),
    signUps: () => company.searchSignUps(given),
    conversations: () => company.searchConversations(given),
    messages: () => company.searchMessages(given),
  };
};

const pad = (n: number, digits: number) => String(n).padStart(digits, '0');
const typed = (text: string, n: number) =>
  text
    .replace('{phone}', pad((n * 7919) % 10_000_000, 7))
    .replace('{end}', pad((n * 7919) % 10_000, 4))
    .replace('{account}', pad(n * 7, 7))
    .replace('{street}', STREETS[n % 10] ?? '')
    .replace('{house}', String((n % 100) + 1))
    .replace('{flat}', String((n % 25) + 1));

async function measure(store: Store, postgresPid: number, rounds: number): Promise<void> {
  const all: number[] = [];
  const cpu: number[] = [];
  for (const [name, text] of Object.entries(TYPED)) {
    const took: number[] = [];
    const of: Record<string, number[]> = {};
    const counts: Record<string, number> = {};
    // The first ones warm up and do not count.
    for (let round = -5; round < rounds; round++) {
      const now = searches(store, typed(text, 1 + (((round + 5) * 1_237) % ACCOUNTS)));
      const cpuBefore = cpuSecondsOfFamily(postgresPid) + process.cpuUsage().user / 1e6;
      const startedAt = performance.now();
      await Promise.all(
        Object.entries(now).map(async ([type, run]) => {
          counts[type] = (await run()).length;
        }),
      );
      const ms = performance.now() - startedAt;
      if (round < 0) continue;
      took.push(ms);
      cpu.push((cpuSecondsOfFamily(postgresPid) + process.cpuUsage().user / 1e6 - cpuBefore) * 1000);
      if (round % 4 > 0) continue;
      for (const [type, run] of Object.entries(now)) {
        const alone = performance.now();
        await run();
        (of[type] ??= []).push(performance.now() - alone);
      }
    }
    all.push(...took);
    const types = Object.entries(of).map(
      ([type, ms]) => `${type} ${percentile(ms, 0.5).toFixed(1)} (${counts[type]})`,
    );
    console.log(
      `${name.padEnd(42)} p50 ${percentile(took, 0.5).toFixed(1)} p99 ${percentile(took, 0.99).toFixed(1)} ms; alone: ${types.join(', ')}`,
    );
  }
  console.log(
    `all: p50 ${percentile(all, 0.5).toFixed(1)} ms; CPU of server and client, mean ${(cpu.reduce((a, b) => a + b, 0) / cpu.length).toFixed(1)} ms`,
  );
  console.log(verdict('search, ms p99', percentile(all, 0.99), WANTED_MS, true));
}

const CHUNK = 500;
const INDEXED = 10_000;

/**
 * What it costs the database to take a message in, and to make it searchable: one after the other, as the consumer does
 * it, without its rests. In turns, because the neighbours change.
 */
async function indexing(store: Store, postgresPid: number): Promise<void> {
  const epoch = await openFeed(store);
  await restartSearch(store, epoch);
  for (const [name, words] of [
    ['12 words', 12],
    ['75 words, 1 KB', 75],
  ] as const) {
    const cpu = { intake: 0, documents: 0 };
    for (let from = 0; from < INDEXED; from += 2_000) {
      const start = cpuSecondsOfFamily(postgresPid);
      for (let at = from; at < from + 2_000; at += CHUNK) await takeIn(store, words, at);
      const taken = cpuSecondsOfFamily(postgresPid);
      while ((await indexFeed(store, { epoch, limit: 100 }))?.hasMore === true);
      await sortInDocuments(store);
      cpu.intake += taken - start;
      cpu.documents += cpuSecondsOfFamily(postgresPid) - taken;
    }
    const each = (seconds: number) => `${((seconds * 1e6) / INDEXED).toFixed(0)} µs`;
    console.log(
      `a message of ${name}: CPU of the server ${each(cpu.intake)} for its intake, ${each(cpu.documents)} for its documents`,
    );
  }
}

async function takeIn(store: Store, words: number, from: number): Promise<void> {
  const target = { sourceId: 1_000_000 + words, partition: 0, companyId: COMPANY };
  const rows = Array.from({ length: CHUNK }, (_, n) => {
    const text = Array.from({ length: words }, () => WORDS[Math.floor(WORDS.length * Math.random() ** 2.5)]);
    const abonentRosdomofonId = 1 + ((from + n) % (ACCOUNTS / 2));
    return {
      offset: BigInt(from + n),
      hash: from + n,
      payload: JSON.stringify({ message: text.join(' ') }),
      abonentRosdomofonId,
      phone: `7900${pad((abonentRosdomofonId * 7919) % 10_000_000, 7)}`,
      channel: 'support',
      text: text.join(' '),
      sentAt: new Date(),
    };
  });
  await recordIncomingMessages(store, target, rows);
}
