import { expect, test } from 'vitest';
import { fillVariables } from './fill-variables.ts';
import { differences } from './match-answer.ts';
import { readExamples } from './read-examples.ts';

const page = (...lines: string[]) => readExamples('docs/api/page.md', lines.join('\n'));

test('an example is an operation with its variables, its answer, and who asks', () => {
  expect(
    page(
      '# Page',
      '```graphql as viewer refused FORBIDDEN',
      'mutation Do($id: ID!) { cancelJob(input: { id: $id }) { __typename } }',
      '```',
      'with',
      '```json variables',
      '{ "id": "<Jobs.jobs.0.id>" }',
      '```',
      '```json answer',
      '{ "cancelJob": {} }',
      '```',
      '```sh',
      'npm start',
      '```',
    ),
  ).toEqual([
    {
      place: 'docs/api/page.md:2',
      name: 'Do',
      kind: 'mutation',
      text: 'mutation Do($id: ID!) { cancelJob(input: { id: $id }) { __typename } }',
      role: 'viewer',
      refusedWith: 'FORBIDDEN',
      variables: { id: '<Jobs.jobs.0.id>' },
      answer: { cancelJob: {} },
    },
  ]);
});

test.each([
  [['```graphql', '{ viewer { permissions } }', '```'], 'docs/api/page.md:1: the operation needs a name'],
  [
    ['```graphql', 'query A { a } query B { b }', '```'],
    'one operation is expected in each fence, here are 2',
  ],
  [['', '```graphql', 'query A {', '```'], 'docs/api/page.md:2: Syntax Error'],
  [['```graphql quickly', 'query A { a }', '```'], 'nobody knows what "quickly" means here'],
  [
    ['```graphql', 'query A { a }', '```', '```json answer', '{', '```'],
    'docs/api/page.md:4: this is no JSON',
  ],
  [
    ['```sh', 'ls', '```', '```json variables', '{}', '```'],
    '"json variables" has no operation right before it',
  ],
  [['```graphql', 'query A { a }'], 'docs/api/page.md:1: the fence is never closed'],
  [
    ['```graphql', 'query A { a }', '```', '```graphql', 'query A { a }', '```'],
    'docs/api/page.md:4: there is another operation A on this page',
  ],
])('%j is told as wrong', (lines, problem) => {
  expect(() => page(...lines)).toThrow(problem);
});

test('variables take what was answered before, with its type', () => {
  const known = { List: { nodes: [{ id: 'sup_1', version: 3 }] } };
  expect(
    fillVariables({ input: { id: '<List.nodes.0.id>', all: ['<List.nodes.0.version>', 'x <y>'] } }, known),
  ).toEqual({ input: { id: 'sup_1', all: [3, 'x <y>'] } });
  expect(() => fillVariables({ id: '<List.nodes.1.id>' }, known)).toThrow('<List.nodes.1.id> is nothing');
});

test('an answer agrees with what is shown, or the place where it does not is named', () => {
  const answered = { nodes: [{ id: 'sup_018f', version: 3, flat: null, isOld: true }, { id: 'sup_2' }] };
  const shown = { nodes: [{ id: 'sup_…', version: 1, flat: null, isOld: true }] };
  expect(differences(shown, answered)).toEqual([]);
  expect(differences({}, answered)).toEqual([]);
  expect(differences({ nodes: [] }, answered)).toEqual([]);
  expect(differences({ nodes: [{ ...shown.nodes[0], flat: '7' }] }, answered)).toEqual([
    'data.nodes.0.flat: the page shows "7", the API answers null',
  ]);
  expect(differences({ nodes: [{ id: 'sup_…', version: 1, flat: null }] }, answered)).toEqual([
    'data.nodes.0.isOld: the API answers true, the page leaves it out',
  ]);
  expect(differences({ nodes: [{}, {}, {}] }, answered)).toHaveLength(1);
  expect(differences({ ...shown, pageInfo: {} }, answered)).toEqual([
    'data.pageInfo: the page shows {}, the API answers nothing',
  ]);
  expect(differences('a+b…', 'aab')).toHaveLength(1);
});
