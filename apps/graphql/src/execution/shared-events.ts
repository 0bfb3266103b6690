import { type DocumentNode, Kind, visit } from 'graphql';
import type { Context } from '../context.ts';
import type { Operation } from './executor.ts';
import { sharedContext } from './shared-context.ts';

/** Executes events in one context, which loads what they refer to in one statement per kind. */
export type RunEvents<Text> = (
  operation: Operation,
  context: Context,
  events: readonly object[],
) => Promise<Text>[];

interface Shared<Text> {
  readonly text: Promise<Text>;
  /** Whose execution it was. */
  readonly by: Operation;
}

/** Those who ask the same with the same rights: an event is executed and written out once for all of them. */
interface Group<Text> {
  memberCount: number;
  /** Something in it depends on who asks: then everybody has his own. */
  isPersonal: boolean;
  readonly texts: WeakMap<object, Shared<Text>>;
}

/** Subscriptions by what they ask. A group lives as long as it has members. */
export class SharedEvents<Text> {
  readonly #groups = new Map<string, Group<Text>>();
  readonly #run: RunEvents<Text>;

  constructor(run: RunEvents<Text>) {
    this.#run = run;
  }

  get groupCount(): number {
    return this.#groups.size;
  }

  join(operation: Operation): {
    texts: (events: readonly object[]) => Promise<Text[]>;
    leave: () => void;
  } {
    const key = keyOf(operation);
    const group: Group<Text> = this.#groups.get(key) ?? {
      memberCount: 0,
      isPersonal: false,
      texts: new WeakMap(),
    };
    this.#groups.set(key, group);
    group.memberCount += 1;
    return {
      texts: (events) => this.#texts(group, operation, events),
      leave: () => {
        group.memberCount -= 1;
        if (group.memberCount === 0) this.#groups.delete(key);
      },
    };
  }

  async #texts(group: Group<Text>, operation: Operation, events: readonly object[]): Promise<Text[]> {
    if (!group.isPersonal) {
      this.#execute(group, operation, events);
      const shared = events.flatMap((event) => group.texts.get(event) ?? []);
      const texts = await Promise.all(shared.map(({ text }) => text));
      // What turned out to be personal is right for the one for whom it was executed.
      if (!group.isPersonal || shared.every(({ by }) => by === operation)) return texts;
    }
    return Promise.all(this.#run(operation, operation.context, events));
  }

  /** Those of the events that nobody had yet. */
  #execute(group: Group<Text>, operation: Operation, events: readonly object[]): void {
    const fresh = events.filter((event) => !group.texts.has(event));
    if (fresh.length === 0) return;
    const context = sharedContext(operation.context, () => {
      group.isPersonal = true;
    });
    const texts = this.#run(operation, context, fresh);
    for (const [at, event] of fresh.entries()) {
      const text = texts[at];
      if (text) group.texts.set(event, { text, by: operation });
    }
  }
}

function keyOf({ document, operationName, variables, context }: Operation): string {
  const { companyId, permissions } = context.caller;
  const place = placeVariable(document);
  const rest = Object.entries(variables ?? {}).filter(([name]) => name !== place);
  return JSON.stringify([
    String(companyId),
    [...permissions].toSorted(),
    operationName ?? null,
    rest.toSorted(([a], [b]) => (a < b ? -1 : 1)),
    document.loc?.source.body ?? null,
  ]);
}

/**
 * The variable that says from where on to tell, when it says nothing else. Subscribers who came back have it, others do
 * not; the events look the same to both.
 */
function placeVariable(document: DocumentNode): string | null {
  const uses = new Map<string, number>();
  let place: string | null = null;
  visit(document, {
    VariableDefinition: () => false,
    Argument: ({ name, value }) => {
      if (name.value === 'since' && value.kind === Kind.VARIABLE) place = value.name.value;
    },
    Variable: ({ name }) => {
      uses.set(name.value, (uses.get(name.value) ?? 0) + 1);
    },
  });
  return place !== null && uses.get(place) === 1 ? place : null;
}
