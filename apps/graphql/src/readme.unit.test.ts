import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';

// A newcomer copies these: a field that was renamed must not survive in them.

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = buildSchema(read('./schema/schema.generated.graphqls'));

const documentsIn = (page: string) => [
  ...[...page.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text),
  ...[...page.matchAll(/"query":"([^"]*)"/g)].map(([, text = '']) => text),
  ...[...page.matchAll(/`((?:subscription|query|mutation) \{[^`]*)`/g)].map(([, text = '']) => text),
];

describe.each([
  ['README.md', 3],
  ['docs/bitrix24.md', 5],
])('%s', (page, atLeast) => {
  const documents = documentsIn(read(`../../../${page}`));

  test('has its examples', () => {
    expect(documents.length).toBeGreaterThanOrEqual(atLeast);
  });

  test.each(documents)('the schema answers %s', (text) => {
    expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
  });
});

test('control: a field that is not there is found', () => {
  expect(validate(schema, parse('{ accounts(first: 1) { nodes { colour } } }'))).toHaveLength(1);
});
