import type { Client } from 'graphql-ws';
import { post } from '../testing/api.ts';
import { eventually } from '../testing/eventually.ts';
import { openSocket } from '../testing/socket.ts';
import { fillVariables, type Known } from './fill-variables.ts';
import { differences } from './match-answer.ts';
import { type Example, PageError } from './read-examples.ts';
import type { ExampleWorld } from './world.ts';

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[];
}
interface Followed {
  readonly example: Example;
  readonly answers: Answer[];
  readonly socket: Client;
}

/** Asks a page's examples from top to bottom. Throws at the first that is not as the page says. */
export async function runPage(examples: readonly Example[], world: ExampleWorld, prepared: Known) {
  const known: Record<string, unknown> = { ...prepared };
  const followed: Followed[] = [];
  try {
    for (const example of examples) {
      const request = { query: example.text, variables: variablesOf(example, known) };
      if (example.kind === 'subscription') followed.push(await follow(example, request, world));
      else {
        const answer: Answer = await post(world.api.url, keyOf(example, world), request);
        expectAsShown(example, answer);
        known[example.name] = answer.data;
      }
    }
    for (const { example, answers } of followed) await expectOneAsShown(example, answers);
  } finally {
    for (const { socket } of followed) await socket.dispose();
  }
}

function variablesOf({ place, variables }: Example, known: Known): Record<string, unknown> {
  try {
    return fillVariables(variables, known) as Record<string, unknown>;
  } catch (error) {
    throw new PageError(place, error instanceof Error ? error.message : String(error));
  }
}

function keyOf({ place, role }: Example, { demo, keys }: ExampleWorld): string {
  if (role === null) return demo.key;
  const key = keys.get(role);
  if (key === undefined)
    throw new PageError(place, `there is no role "${role}", but ${[...keys.keys()].join(', ')}`);
  return key;
}

/** Why the answer is not as the page says; null: it is. */
function problemOf({ kind, refusedWith, answer: shown }: Example, answer: Answer): string | null {
  const { data, errors = [] } = answer;
  if (refusedWith !== null) {
    const codes = errors.map(({ extensions }) => extensions?.['code']);
    return codes.includes(refusedWith)
      ? null
      : `it is to be refused with ${refusedWith}, and is answered ${JSON.stringify(answer)}`;
  }
  if (errors.length > 0)
    return errors.map(({ message, extensions }) => `${String(extensions?.['code'])}: ${message}`).join('\n');
  if (shown !== undefined) return differences(shown, data).join('\n') || null;
  if (kind !== 'mutation') return null;
  const results = Object.entries(data ?? {}).map(([field, result]) => [field, Object(result).__typename]);
  const refused = results.find(([, type]) => type === undefined || String(type).endsWith('Error'));
  return refused
    ? `${refused[0]} answers ${refused[1] ?? 'without the __typename that is needed here'}`
    : null;
}

function expectAsShown(example: Example, answer: Answer): void {
  const problem = problemOf(example, answer);
  if (problem !== null) throw new PageError(example.place, `${example.name}\n${problem}`);
}

/** Open until the page's end; resolves when it is live, or was refused. */
async function follow(example: Example, request: { query: string }, world: ExampleWorld): Promise<Followed> {
  const answers: Answer[] = [];
  const socket = openSocket(world.api.wsUrl, keyOf(example, world));
  const begun = Promise.withResolvers<void>();
  socket.subscribe(request, {
    next: (answer) => {
      answers.push(answer as Answer);
      begun.resolve();
    },
    error: (errors) => {
      answers.push({ errors: Array.isArray(errors) ? errors : [{ message: String(errors) }] });
      begun.resolve();
    },
    complete: () => begun.resolve(),
  });
  await begun.promise;
  const [first = {}] = answers;
  if (example.refusedWith !== null || first.errors) expectAsShown(example, first);
  return { example, answers, socket };
}

async function expectOneAsShown(example: Example, answers: readonly Answer[]): Promise<void> {
  if (example.refusedWith !== null) return;
  await eventually(() => {
    const problems = answers.map((answer) => problemOf(example, answer));
    if (problems.length > 0 && !problems.includes(null))
      throw new PageError(
        example.place,
        `${example.name}: none of its ${answers.length} events is as shown\n${problems.at(-1)}`,
      );
  });
}
