import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

// The README is the first thing that a newcomer trusts: what it names has to exist.

const root = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const pages = ['README.md', 'AGENTS.md', 'CONTRIBUTING.md', ...markdownBelow('docs')];

function markdownBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

const missingLinks = (page: string) =>
  [...read(page).matchAll(/\]\((?!https?:)([^)#]+)/g)]
    .map(([, target = '']) => target)
    .filter((target) => !existsSync(join(root, dirname(page), target)));

test.each(pages)('every link of %s leads somewhere', (page) => {
  expect(missingLinks(page)).toEqual([]);
});

test.each(pages)('every npm script that %s names is there', (page) => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const named = [...read(page).matchAll(/npm (?:run )?(start|test|(?<=run )[\w:]+)/g)].map(
    ([, name = '']) => name,
  );
  expect(named.filter((name) => !(name in scripts))).toEqual([]);
});

test('every promise names a test that exists', () => {
  const paths = [...read('docs/guarantees.md').matchAll(/`((?:faults|packages|apps)\/[^`]+)`/g)].map(
    ([, path = '']) => path,
  );
  expect(paths.length).toBeGreaterThan(5);
  expect(paths.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});

test('every setting of the README is read by an environment of the processes', () => {
  const sources = [
    'apps/cli/src/settings/dev-settings.ts',
    'apps/cli/src/settings/ports.ts',
    'apps/consumer/src/env.ts',
    'apps/graphql/src/env.ts',
    'apps/graphql/src/oidc-env.ts',
    'apps/hooks/src/env.ts',
  ];
  const kit = readdirSync(join(root, 'packages/service-kit/src/env')).map(
    (name) => `packages/service-kit/src/env/${name}`,
  );
  const written = [...sources, ...kit].map(read).join('\n');
  const built = [...written.matchAll(/httpAccessEnv\('(\w+)'\)/g)].map(
    ([, prefix = '']) => `${prefix}_URL ${prefix}_USERNAME ${prefix}_PASSWORD`,
  );
  const code = [written, ...built].join('\n');
  const table = read('README.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const settings = table.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name = '']) => name),
  );
  expect(settings.length).toBeGreaterThan(5);
  expect(settings.filter((name) => !code.includes(name))).toEqual([]);
});
