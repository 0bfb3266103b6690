import { readFileSync } from 'node:fs';
import { buildSchema, parse, validate } from 'graphql';
import { expect, test } from 'vitest';

// A newcomer copies these: a field that was renamed must not survive in the README.

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const schema = buildSchema(read('./schema/schema.generated.graphqls'));
const readme = read('../../../README.md');

const documents = [
  ...[...readme.matchAll(/```graphql\n([\s\S]*?)```/g)].map(([, text = '']) => text),
  ...[...readme.matchAll(/"query":"([^"]*)"/g)].map(([, text = '']) => text),
  ...[...readme.matchAll(/`((?:subscription|query|mutation) \{[^`]*)`/g)].map(([, text = '']) => text),
];

test('the README has a query, a search and a subscription', () => {
  expect(documents.length).toBeGreaterThanOrEqual(3);
});

test.each(documents)('the schema answers %s', (text) => {
  expect(validate(schema, parse(text)).map(({ message }) => message)).toEqual([]);
});

test('control: a field that is not there is found', () => {
  expect(validate(schema, parse('{ accounts(first: 1) { nodes { colour } } }'))).toHaveLength(1);
});
