/** A document that is made to keep the API busy, and the code with which it is refused. */
export interface HostileDocument {
  readonly name: string;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly code: string;
}

const many = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const nested = (depth: number, open: string, inside: string, close = '}') =>
  `${open.repeat(depth)} ${inside} ${close.repeat(depth)}`;
const page = (inner: string) => `{ conversations(first: 1) { nodes { ${inner} } } }`;

/** Every two spreads of one fragment are two of the next. */
const doubling = (count: number) =>
  `{ ...F0 } ${many(count, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Query { __typename }`;

const TOO_LARGE: readonly Omit<HostileDocument, 'code'>[] = [
  {
    name: 'objects in circles',
    query: page(nested(6, 'messages(first: 1) { nodes { conversation {', 'id', '} } }')),
  },
  {
    name: 'aliases of one field at the root',
    query: `{ ${many(100, (i) => `a${i}: viewer { feedCursor }`)} }`,
  },
  { name: 'aliases of one field below a row', query: page(many(60, (i) => `a${i}: id`)) },
  { name: 'aliases of __typename', query: `{ viewer { ${many(60, (i) => `a${i}: __typename`)} } }` },
  { name: 'one field 600 times', query: `{ viewer { ${'__typename '.repeat(600)} } }` },
  { name: 'one field 1,900 times', query: `{ viewer { ${'feedCursor '.repeat(1_900)} } }` },
  {
    name: 'one field 150 times, below the limit of fields',
    query: `{ viewer { ${'feedCursor '.repeat(150)} } }`,
  },
  { name: 'one object 150 times', query: `{ ${'viewer { feedCursor } '.repeat(150)} }` },
  {
    name: 'one inline fragment 300 times',
    query: `{ viewer { ${'... on Viewer { feedCursor } '.repeat(300)} } }`,
  },
  { name: 'fragments that double', query: doubling(30) },
  { name: 'fragments that double, without an end of fields', query: doubling(50) },
  {
    name: 'fifty fragments with the same fields, all spread',
    query: `{ viewer { ${many(50, (i) => `...F${i}`)} } } ${many(50, (i) => `fragment F${i} on Viewer { feedCursor __typename a: feedCursor }`)}`,
  },
  {
    name: 'more fragments than anybody needs',
    query: `{ ${many(80, (i) => `...F${i}`)} } ${many(80, (i) => `fragment F${i} on Query { __typename }`)}`,
  },
  { name: 'a hundred operations', query: many(100, (i) => `query Q${i} { __typename }`) },
  {
    name: 'directives on one field',
    query: `{ viewer { feedCursor ${'@include(if: true) '.repeat(200)} } }`,
  },
  { name: 'unknown directives', query: `{ viewer { feedCursor ${many(200, (i) => `@d${i}`)} } }` },
  {
    name: 'pages within pages',
    query: page(
      'messages(first: 100) { nodes { conversation { messages(first: 100) { nodes { id conversation { messages(first: 100) { nodes { id } } } } } } } }',
    ),
  },
  {
    name: 'pages within pages, sizes by variables',
    query:
      'query ($n: Int!) { conversations(first: $n) { nodes { messages(first: $n) { nodes { id conversation { messages(first: $n) { nodes { id } } } } } } } }',
    variables: { n: 100 },
  },
  {
    name: 'pages within pages, sizes by the defaults of variables',
    query:
      'query ($n: Int = 100) { conversations(first: $n) { nodes { messages(first: $n) { nodes { id conversation { messages(first: $n) { nodes { id } } } } } } } }',
  },
  {
    name: 'lists without a page, with pages in them',
    query:
      '{ entrances(first: 100) { nodes { services { serviceConnections(first: 100) { nodes { id text: id number: id } } } } } }',
  },
  {
    name: 'totals under many rows',
    query:
      '{ conversations(first: 100) { nodes { messages(first: 1) { totalCount { count } a: totalCount { count } b: totalCount { count } pageInfo { endCursor } } messagesAgain: messages(last: 1) { totalCount { count } a: totalCount { count } b: totalCount { count } c: totalCount { count } d: totalCount { count } e: totalCount { count } f: totalCount { count } g: totalCount { count } h: totalCount { count } i: totalCount { count } j: totalCount { count } k: totalCount { count } l: totalCount { count } m: totalCount { count } n: totalCount { count } o: totalCount { count } p: totalCount { count } q: totalCount { count } } } } }',
  },
  {
    name: 'unknown variables',
    query: `{ signUps(first: 1, filter: { state: [${many(400, (i) => `$v${i}`)}] }) { nodes { id } } }`,
  },
  { name: 'variables that nobody uses', query: `query (${many(400, (i) => `$v${i}: Int`)}) { __typename }` },
  { name: 'a page of a billion', query: '{ conversations(first: 1000000000) { nodes { id } } }' },
  { name: 'a long list of ids', query: `{ nodes(ids: [${many(600, (i) => `"sup_${i}"`)}]) { id } }` },
  {
    name: 'a long list of ids in a variable',
    query: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
    variables: { ids: Array.from({ length: 5_000 }, (_, i) => `sup_${i}`) },
  },
];

const INVALID: readonly Omit<HostileDocument, 'code'>[] = [
  { name: 'a fragment that spreads itself', query: '{ ...A } fragment A on Query { __typename ...A }' },
  {
    name: 'fragments that spread each other, with no field between',
    query: '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
  },
  {
    name: 'fragments that nobody spreads, full of fields',
    query: `{ __typename } ${many(40, (i) => `fragment F${i} on Viewer { ${'feedCursor '.repeat(30)} }`)}`,
  },
  {
    name: 'introspection in circles',
    query: `{ __schema { types { ${nested(4, 'fields { type {', 'name', '} }')} } } }`,
  },
  { name: 'unknown fields', query: `{ viewer { ${many(400, (i) => `feedCurso${i}`)} } }` },
  { name: 'unknown types', query: `{ ${many(20, (i) => `... on Conversatio${i} { id }`)} }` },
  {
    name: 'unknown arguments',
    query: `{ conversations(${many(400, (i) => `firs${i}: 1`)}) { nodes { id } } }`,
  },
  {
    name: 'unknown variables, below the limit',
    query: `{ signUps(first: 1, filter: { state: [${many(180, (i) => `$v${i}`)}] }) { nodes { id } } }`,
  },
  {
    name: 'variables that nobody uses, below the limit',
    query: `query (${many(180, (i) => `$v${i}: Int`)}) { __typename }`,
  },
  {
    name: 'one argument many times',
    query: `{ conversations(${'first: 1 '.repeat(300)}) { nodes { id } } }`,
  },
  {
    name: 'an input object with unknown fields',
    query: `{ signUps(first: 1, filter: { ${many(400, (i) => `stat${i}: 1`)} }) { nodes { id } } }`,
  },
];

const UNREADABLE: readonly Omit<HostileDocument, 'code'>[] = [
  { name: 'more tokens than are read', query: `{ viewer { ${'feedCursor '.repeat(2_100)} } }` },
  { name: 'five thousand levels', query: `${'{ a '.repeat(5_000)}${'}'.repeat(5_000)}` },
  {
    name: 'five thousand brackets in a value',
    query: `{ nodes(ids: ${'['.repeat(5_000)}${']'.repeat(5_000)}) { id } }`,
  },
  {
    name: 'a type that is wrapped five thousand times',
    query: `query ($a: ${'['.repeat(5_000)}Int${']'.repeat(5_000)}) { __typename }`,
  },
  {
    name: 'nine hundred brackets in a value',
    query: `{ nodes(ids: ${'['.repeat(900)}${']'.repeat(900)}) { id } }`,
  },
  { name: 'a string without an end', query: `{ nodes(ids: ["${'x'.repeat(90_000)}` },
  { name: 'nothing but quotes', query: '"'.repeat(40_000) },
];

/** What the gate has to refuse, quickly, over HTTP and over WebSocket alike. */
export const HOSTILE_DOCUMENTS: readonly HostileDocument[] = [
  ...TOO_LARGE.map((one) => ({ ...one, code: 'QUERY_TOO_LARGE' })),
  ...INVALID.map((one) => ({ ...one, code: 'GRAPHQL_VALIDATION_FAILED' })),
  ...UNREADABLE.map((one) => ({ ...one, code: 'GRAPHQL_PARSE_FAILED' })),
];
