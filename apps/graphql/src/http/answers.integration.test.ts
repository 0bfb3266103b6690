import { expect, test } from 'vitest';
import { startApi } from '../testing/api.ts';

const VIEWER = '{ viewer { company { shortName } } }';
test('probe', async () => {
  await using api = await startApi({});
  const demo = await api.tenant('demo');
  const out: unknown[] = [];
  const ask = async (label: string, init: RequestInit & { path?: string }) => {
    const r = await fetch(api.url + (init.path ?? ''), {
      ...init,
      headers: { authorization: `Bearer ${demo.key}`, ...(init.headers as any) },
    });
    out.push([
      label,
      r.status,
      r.headers.get('content-type'),
      r.headers.get('cache-control'),
      r.headers.get('allow'),
      r.headers.get('content-length') !== null,
      (await r.text()).slice(0, 500),
    ]);
  };
  const body = JSON.stringify({ query: VIEWER });
  const json = { 'content-type': 'application/json' };
  const p = { 'apollo-require-preflight': '1' };
  for (const accept of [
    'application/json',
    'application/graphql-response+json',
    '*/*',
    'text/html',
    'text/html, */*;q=0.1',
    'application/*',
    'application/graphql-response+json, application/json;q=0.9',
    'application/json;q=0, */*',
    'application/graphql-response+json;charset=utf-8',
    '',
  ])
    await ask(`accept ${accept}`, { method: 'POST', headers: { ...json, accept }, body });
  await ask('get', { headers: p, path: `?query=${encodeURIComponent(VIEWER)}` });
  await ask('get with type text', {
    headers: { ...p, 'content-type': 'text/plain' },
    path: `?query=${encodeURIComponent(VIEWER)}`,
  });
  await ask('head', { method: 'HEAD', headers: p, path: `?query=${encodeURIComponent(VIEWER)}` });
  await ask('put', { method: 'PUT', headers: json, body });
  await ask('bad variables', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ query: 'query Q($id: ID!) { conversation(id: $id) { id } }', variables: {} }),
  });
  await ask('field error', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ query: '{ conversations(first: 1000) { nodes { id } } }' }),
  });
  await ask('charset json', {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
  });
  await ask('plain', { method: 'POST', headers: { 'content-type': 'text/plain' }, body });
  await ask('plain with preflight', {
    method: 'POST',
    headers: { ...p, 'content-type': 'text/plain' },
    body,
  });
  await ask('two queries', {
    headers: p,
    path: `?query=${encodeURIComponent(VIEWER)}&query=${encodeURIComponent(VIEWER)}`,
  });
  console.log(JSON.stringify(out, null, 0).replaceAll('],[', '],\n['));
  expect(out.length).toBeGreaterThan(0);
});
