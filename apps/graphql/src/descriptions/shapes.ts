type Texts = Readonly<Record<string, string | undefined>>;

/** Arguments that mean the same wherever they stand. */
export const ARGUMENTS: Texts = {
  after: 'With `first`: the page after this cursor.',
  before: 'With `last`: the page before this cursor.',
  filter: 'Only what matches; left out: all.',
  first: 'So many from the beginning, 1 to 100.',
  id: 'Its `id`.',
  input: 'What is wanted.',
  last: 'So many from the end, 1 to 100.',
  since: 'The `cursor` of the last event that was dealt with; left out: from now on.',
};

/** The same of the fields of inputs. */
export const INPUT_FIELDS: Texts = {
  expectedVersion: 'The `version` that the caller saw: with another one there, nothing is changed.',
  id: 'Which one: its `id`.',
  idempotencyKey:
    'Names this one intention: the same key again within 24 hours gives the first result, and with another input an `IdempotencyConflictError`.',
};

export const PAGE_FIELDS: Readonly<Record<string, Texts>> = {
  Connection: {
    edges: 'The rows of this page, each with its cursor.',
    nodes: 'The rows of this page.',
    pageInfo: 'Where this page stands in the list.',
    totalCount: 'How many rows the list has under its filter.',
  },
  Edge: {
    cursor: 'Where the row stands in the list: for `after` and `before`.',
    node: 'The row itself.',
  },
};

const ENDINGS: readonly (readonly [RegExp, (name: string) => string])[] = [
  [/Connection$/, () => 'A page of a list.'],
  [/Edge$/, () => 'A row of a page.'],
  [/Payload$/, (name) => `What was done by \`${fieldOf(name)}\`.`],
  [/Result$/, (name) => `What \`${fieldOf(name)}\` answers: what was done, or why nothing was.`],
  [/Input$/, (name) => `What \`${fieldOf(name)}\` is given.`],
];

/** By how its name ends, which says what kind of type it is. */
export function typeDescription(name: string): string | undefined {
  const [ending, text] = ENDINGS.find(([end]) => end.test(name)) ?? [];
  return ending && text?.(name.replace(ending, ''));
}

const fieldOf = (name: string) => name.charAt(0).toLowerCase() + name.slice(1);
