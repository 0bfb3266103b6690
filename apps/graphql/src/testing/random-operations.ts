import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isRequiredArgument,
} from 'graphql';

export interface RandomOperation {
  readonly text: string;
  readonly variables: Record<string, unknown>;
}

/** Values from which arguments are drawn, by the name of their type. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

type Field = GraphQLField<unknown, unknown>;

const MAX_DEPTH = 5;

/** What variables are given now and then, whatever their type. */
const WRONG: readonly unknown[] = [{ not: 'this' }, 'never', 1.5, [[1]], true];

/**
 * Queries of all that executors do: aliases, fragments of both kinds, conditions, variables with defaults, left out, null
 * and wrong, lists in lists, errors in places that may be null and in those that may not. The same seed, the same queries.
 */
export function randomOperations(
  schema: GraphQLSchema,
  { seed, count, values }: { seed: number; count: number; values: Values },
): RandomOperation[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => new Writer(schema, random, values).operation());
}

/** Mulberry32. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

class Writer {
  readonly #schema: GraphQLSchema;
  readonly #random: () => number;
  readonly #values: Values;
  readonly #declared: string[] = [];
  readonly #fragments: string[] = [];
  readonly #variables: Record<string, unknown> = {};
  #aliases = 0;

  constructor(schema: GraphQLSchema, random: () => number, values: Values) {
    this.#schema = schema;
    this.#random = random;
    this.#values = values;
  }

  operation(): RandomOperation {
    const query = this.#schema.getQueryType();
    if (!query) throw new TypeError('a schema has queries');
    const selection = this.#selection(query, 1);
    const declared = this.#declared.length > 0 ? `(${this.#declared.join(', ')})` : '';
    return {
      text: [`query ${declared} ${selection}`, ...this.#fragments].join('\n'),
      variables: this.#variables,
    };
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }

  #pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.#random() * from.length)];
  }

  #selection(type: GraphQLNamedType, depth: number): string {
    const parts = this.#chance(0.3) ? ['__typename'] : [];
    const fields = 'getFields' in type ? (Object.values(type.getFields()) as Field[]) : [];
    const wanted = depth === 1 ? 3 : 4;
    for (let i = 0; i < wanted; i++) {
      const field = this.#pick(
        fields.filter((one) => depth < MAX_DEPTH || !isCompositeType(getNamedType(one.type))),
      );
      if (field) parts.push(this.#wrapped(type, this.#field(field, depth)));
    }
    if (isAbstractType(type))
      for (const possible of this.#schema.getPossibleTypes(type).slice(0, 30))
        if (this.#chance(0.5)) parts.push(`... on ${possible.name} ${this.#selection(possible, depth + 1)}`);
    return `{ ${parts.length === 0 ? '__typename' : parts.join(' ')} }`;
  }

  /** By itself, in a fragment, or in one that is spread twice. */
  #wrapped(type: GraphQLNamedType, field: string): string {
    if (this.#chance(0.15)) return `... on ${type.name} ${this.#condition()} { ${field} }`;
    if (!isObjectType(type) || !this.#chance(0.15)) return field;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type.name} { ${field} }`);
    const again = this.#chance(0.4) ? ` ...${name} ${this.#condition()}` : '';
    return `...${name} ${this.#condition()}${again}`;
  }

  /** Each has a name of its own, so that any two can stand beside each other. */
  #field(field: Field, depth: number): string {
    const type = getNamedType(field.type);
    const alias = `a${this.#aliases++}: `;
    const given = field.args.flatMap((arg) => {
      const isPage = arg.name === 'first';
      if (!isPage && !isRequiredArgument(arg) && !this.#chance(0.3)) return [];
      return [`${arg.name}: ${this.#argument(arg)}`];
    });
    const args = given.length > 0 ? `(${given.join(', ')})` : '';
    const inner = isCompositeType(type) ? this.#selection(type, depth + 1) : '';
    return `${alias}${field.name}${args} ${this.#condition()} ${inner}`;
  }

  #condition(): string {
    if (!this.#chance(0.2)) return '';
    const directive = this.#chance(0.5) ? '@skip' : '@include';
    if (this.#chance(0.3)) return `${directive}(if: ${String(this.#chance(0.5))})`;
    const name = this.#declare('Boolean!', { value: this.#chance(0.5), fallback: String(this.#chance(0.5)) });
    return `${directive}(if: $${name})`;
  }

  #argument(arg: GraphQLArgument): string {
    const literal = this.#literal(arg.type);
    if (this.#chance(0.5)) return literal;
    const value = this.#chance(0.03) ? this.#pick(WRONG) : this.#json(arg.type);
    return `$${this.#declare(String(arg.type), { value, fallback: literal })}`;
  }

  /** With a default or without; given or, sometimes, not. */
  #declare(type: string, { value, fallback }: { value: unknown; fallback: string }): string {
    const name = `v${this.#declared.length}`;
    const hasDefault = this.#chance(0.5);
    this.#declared.push(`$${name}: ${type}${hasDefault ? ` = ${fallback}` : ''}`);
    if (!this.#chance(hasDefault ? 0.5 : 0.02)) this.#variables[name] = value;
    return name;
  }

  #json(type: GraphQLInputType): unknown {
    if (isNonNullType(type)) return this.#json(type.ofType);
    if (this.#chance(0.05)) return null;
    if (isListType(type))
      return Array.from({ length: Math.floor(this.#random() * 3) }, () => this.#json(type.ofType));
    if (isEnumType(type)) return this.#pick(type.getValues())?.name;
    if (isInputObjectType(type))
      return Object.fromEntries(
        Object.values(type.getFields())
          .filter((field) => isNonNullType(field.type) || this.#chance(0.3))
          .map((field) => [field.name, this.#json(field.type)]),
      );
    return this.#pick(this.#values[type.name] ?? [null]);
  }

  #literal(type: GraphQLInputType): string {
    if (isNonNullType(type)) return this.#literal(type.ofType);
    if (isListType(type)) return `[${this.#literal(type.ofType)}]`;
    if (isEnumType(type)) return this.#pick(type.getValues())?.name ?? 'null';
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || this.#chance(0.3),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#literal(field.type)}`).join(', ')} }`;
    }
    return JSON.stringify(this.#pick(this.#values[type.name] ?? [null]));
  }
}
