import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { startApi } from '../testing/api.ts';
import type { Known } from './fill-variables.ts';
import { readExamples } from './read-examples.ts';
import { runPage } from './run-page.ts';
import { createWorld, type ExampleWorld } from './world.ts';

// A front-end developer copies these: every example of docs/api is asked of the real API, and answers as its page shows.
// docs/api/README.md, "How these pages are kept true", says how an example is written.

const folder = new URL('../../../../docs/api/', import.meta.url);
const pages = readdirSync(folder).filter((name) => name.endsWith('.md'));
const examplesOf = (page: string) =>
  readExamples(`docs/api/${page}`, readFileSync(new URL(page, folder), 'utf8'));

/** What a page needs besides the world of all. */
async function prepare(page: string, world: ExampleWorld): Promise<Known> {
  const file = new URL(`./prepare/${page.replace(/\.md$/, '.ts')}`, import.meta.url);
  if (!existsSync(file)) return {};
  const module = (await import(pathToFileURL(file.pathname).href)) as {
    prepare: (given: ExampleWorld) => Promise<Known>;
  };
  return module.prepare(world);
}

async function answersAsShown(examples: ReturnType<typeof readExamples>, page: string): Promise<void> {
  await using api = await startApi();
  const world = await createWorld(api);
  await runPage(examples, world, await prepare(page, world));
}

test.each(pages.filter((page) => examplesOf(page).length > 0))(
  'each example of %s answers as shown',
  (page) => answersAsShown(examplesOf(page), page),
);

describe('control', () => {
  const asked = (...lines: string[]) => answersAsShown(readExamples('page.md', lines.join('\n')), 'none.md');
  const query = ['```graphql', 'query Q { viewer { company { shortName } } }', '```'];

  test('an answer that is not as shown is told with its place', async () => {
    await asked(...query, '```json answer', '{ "viewer": { "company": { "shortName": "de…" } } }', '```');
    const other = ['```json answer', '{ "viewer": { "company": { "shortName": "other" } } }', '```'];
    await expect(asked('# Page', ...query, ...other)).rejects.toThrow(
      'page.md:2: Q\ndata.viewer.company.shortName: the page shows "other", the API answers "demo"',
    );
  });

  test('so are errors, a refusal that does not come, and an event that does not', async () => {
    await expect(asked('```graphql', 'query Q { viewer { colour } }', '```')).rejects.toThrow(
      'page.md:1: Q\nGRAPHQL_VALIDATION_FAILED',
    );
    await expect(asked('```graphql refused FORBIDDEN', ...query.slice(1))).rejects.toThrow(
      'it is to be refused with FORBIDDEN',
    );
    const cancel = 'mutation M { cancelJob(input: { id: "job_0000000000000" }) { __typename } }';
    await expect(asked('```graphql', cancel, '```')).rejects.toThrow('cancelJob answers NotFoundError');
  });
});
