import { Kind, type OperationDefinitionNode, parse } from 'graphql';

/** One operation of a page of docs/api, with what the page says about it. */
export interface Example {
  /** `docs/api/access.md:41`, for the reader of a failure. */
  readonly place: string;
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  /** The role of whose key it is asked; null: a key that may do all. */
  readonly role: string | null;
  /** The `extensions.code` with which it has to fail; null: it has to work. */
  readonly refusedWith: string | null;
  readonly variables: unknown;
  /** What the page shows as `data`; undefined: nothing. */
  readonly answer: unknown;
}

interface Fence {
  readonly words: readonly string[];
  readonly text: string;
  readonly line: number;
}

/** What a page says wrongly about itself. */
export class PageError extends Error {
  constructor(place: string, problem: string) {
    super(`${place}: ${problem}`);
  }
}

/**
 * The examples of a page in their order. The fences ```json variables and ```json answer belong to the operation right
 * before them.
 */
export function readExamples(page: string, markdown: string): Example[] {
  const examples: Example[] = [];
  let open: Example | null = null;
  for (const { words, text, line } of fencesOf(page, markdown)) {
    const place = `${page}:${line}`;
    const [language, role] = words;
    if (language === 'graphql') {
      open = readOperation({ place, words: words.slice(1), text });
      if (examples.some(({ name }) => name === open?.name))
        throw new PageError(place, `there is another operation ${open.name} on this page`);
      examples.push(open);
    } else if (language === 'json' && (role === 'variables' || role === 'answer')) {
      if (open === null) throw new PageError(place, `"json ${role}" has no operation right before it`);
      const shown: Example = { ...open, [role]: readJson(place, text) };
      examples[examples.length - 1] = shown;
      open = shown;
    } else open = null;
  }
  return examples;
}

function fencesOf(page: string, markdown: string): Fence[] {
  const fences: Fence[] = [];
  let open: { words: string[]; lines: string[]; line: number } | null = null;
  for (const [index, line] of markdown.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line);
    if (open === null && fence)
      open = { words: (fence[1] ?? '').trim().split(/\s+/), lines: [], line: index + 1 };
    else if (open && fence) {
      fences.push({ words: open.words, text: open.lines.join('\n'), line: open.line });
      open = null;
    } else open?.lines.push(line);
  }
  if (open) throw new PageError(`${page}:${open.line}`, 'the fence is never closed');
  return fences;
}

function readOperation(given: { place: string; words: readonly string[]; text: string }): Example {
  const { place, text } = given;
  const operation = operationOf(place, text);
  if (!operation.name) throw new PageError(place, 'the operation needs a name');
  const words = [...given.words];
  const taken = (word: string) => {
    const at = words.indexOf(word);
    return at < 0 ? null : (words.splice(at, 2)[1] ?? null);
  };
  const [role, refusedWith] = [taken('as'), taken('refused')];
  if (words.length > 0) throw new PageError(place, `nobody knows what "${words.join(' ')}" means here`);
  return {
    place,
    name: operation.name.value,
    kind: operation.operation,
    text,
    role,
    refusedWith,
    variables: {},
    answer: undefined,
  };
}

function operationOf(place: string, text: string): OperationDefinitionNode {
  let definitions;
  try {
    ({ definitions } = parse(text));
  } catch (error) {
    throw new PageError(place, String(error));
  }
  const operations = definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [operation] = operations;
  if (!operation || operations.length > 1)
    throw new PageError(place, `one operation is expected in each fence, here are ${operations.length}`);
  return operation;
}

function readJson(place: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PageError(place, `this is no JSON: ${String(error)}`);
  }
}
