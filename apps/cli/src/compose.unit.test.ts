import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// Whoever sets a variable of the README and starts docker-compose.yml has to see it work.

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

const settingsOf = (readme: string) =>
  readme
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z][A-Z\d_]+)`/g)])
    .map(([, name = '']) => name);

/** `NAME: ${NAME:-…}`: the variable of that name, whatever it is without one. */
const passedBy = (compose: string) =>
  [...compose.matchAll(/^ +([A-Z][A-Z\d_]+): \$\{([A-Z\d_]+)[:}]/gm)].flatMap(([, name = '', variable]) =>
    name === variable ? [name] : [],
  );

const NOT_PASSED = new Map([
  ['DATABASE_URL', 'the database is a service of its own there'],
  ['PORT', 'of the container it is fixed; outside it is the published port'],
  ['KAFKA_CA_FILE', 'a file has to be brought into the container first'],
  ['TRUSTED_DOCUMENTS', 'likewise'],
  ['TRUSTED_DOCUMENTS_FILE', 'likewise'],
]);

const readme = read('README.md');
const compose = read('docker-compose.yml');

test('every setting of the README is passed on by docker-compose.yml', () => {
  const passed = new Set(passedBy(compose));
  expect(passed.size).toBeGreaterThan(20);
  expect(settingsOf(readme).filter((name) => !passed.has(name) && !NOT_PASSED.has(name))).toEqual([]);
  expect([...NOT_PASSED.keys()].filter((name) => passed.has(name))).toEqual([]);
});

test('every setting that it passes on is one of the README', () => {
  // Postgres itself reads it.
  const known = new Set([...settingsOf(readme), 'POSTGRES_PASSWORD']);
  expect(passedBy(compose).filter((name) => !known.has(name))).toEqual([]);
});

test('control: a setting that is left out, or passed under another name, is found', () => {
  const other = compose.replace(/^ +API_PUBLIC_URL:.*\n/m, '').replace('${OIDC_ISSUER:-}', '${ISSUER:-}');
  const passed = new Set(passedBy(other));
  expect(settingsOf(readme).filter((name) => !passed.has(name) && !NOT_PASSED.has(name))).toEqual([
    'OIDC_ISSUER',
    'API_PUBLIC_URL',
  ]);
});

test('what a file `.env` says is not copied into the image', () => {
  expect(read('Dockerfile')).toContain('COPY . .');
  expect(read('.dockerignore').split('\n')).toEqual(expect.arrayContaining(['.env', '.env.*']));
});
