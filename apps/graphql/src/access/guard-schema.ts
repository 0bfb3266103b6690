import { maskPhones, type Permission } from '@domovoy/domain';
import {
  type GraphQLField,
  type GraphQLFieldResolver,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isObjectType,
} from 'graphql';
import type { Context } from '../context.ts';
import { firstMissing, forbiddenError } from './forbidden-error.ts';
import { hasDirective, neededForField, neededForType } from './needed-permissions.ts';

type Field = GraphQLField<unknown, Context>;
type Resolve = GraphQLFieldResolver<unknown, Context>;
type Watch = (value: unknown, context: Context) => unknown;

/**
 * The one place where permissions are enforced: it stands around the resolvers, so that queries, sockets, each event of
 * a subscription, and both executors pass it. Changes the schema itself. A root field that says neither what it needs
 * nor that it is open stops the start.
 */
export function guardSchema(schema: GraphQLSchema): GraphQLSchema {
  const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const needsOf = new Map<string, readonly Permission[]>();
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  for (const type of objects) needsOf.set(type.name, neededForType(type));
  for (const type of objects) {
    if (type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const needed = neededForField(type, field);
      if (roots.has(type) && needed.length === 0 && !hasDirective(field, 'open'))
        throw new TypeError(`${type.name}.${field.name} says neither @needs nor @open`);
      guardField(field, needed, watchOf(schema, field, needsOf));
    }
  }
  return schema;
}

function guardField(field: Field, needed: readonly Permission[], watch: Watch | null): void {
  if (needed.length === 0 && watch === null) return;
  const { subscribe, name } = field;
  const resolve: Resolve = field.resolve ?? ((source) => (source as Record<string, unknown>)[name]);
  const allowed = (context: Context) => {
    const missing = firstMissing(context.caller, needed);
    if (missing !== null) throw forbiddenError(missing);
  };
  field.resolve = (source, args, context, info) => {
    allowed(context);
    const value: unknown = resolve(source, args, context, info);
    return watch === null ? value : watched(value, watch, context);
  };
  if (subscribe)
    field.subscribe = (source, args, context, info) => {
      allowed(context);
      return subscribe(source, args, context, info);
    };
}

/** Also in lists, and in what comes later; an element that may not be seen is an error in its place alone. */
function watched(value: unknown, watch: Watch, context: Context): unknown {
  if (value instanceof Promise) return value.then((settled: unknown) => watched(settled, watch, context));
  return Array.isArray(value)
    ? value.map((one: unknown) => watched(one, watch, context))
    : watch(value, context);
}

function watchOf(
  schema: GraphQLSchema,
  field: Field,
  needsOf: ReadonlyMap<string, readonly Permission[]>,
): Watch | null {
  const type = getNamedType(field.type);
  if (type.name === 'Phone') return maskPhone;
  if (hasDirective(field, 'mayHoldPhones')) return maskText;
  if (!isAbstractType(type)) return null;
  const isHarmless = schema.getPossibleTypes(type).every(({ name }) => needsOf.get(name)?.length === 0);
  return isHarmless ? null : (value, { caller }) => refuseHidden(value, caller, needsOf);
}

/** As it is stored: 11 digits. The scalar writes its plus before them. */
const maskPhone: Watch = (value, { caller }) =>
  typeof value === 'string' && !caller.permissions.has('SEE_PHONES') ? `*********${value.slice(-2)}` : value;

const maskText: Watch = (value, { caller }) =>
  caller.permissions.has('SEE_PHONES') ? value : maskPhones(value);

/** What an interface or union gives, by the name that the row carries. */
function refuseHidden(
  value: unknown,
  caller: Context['caller'],
  needsOf: ReadonlyMap<string, readonly Permission[]>,
): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  const name: unknown = Reflect.get(value, '__typename');
  const needed = typeof name === 'string' ? needsOf.get(name) : undefined;
  if (needed === undefined) throw new TypeError('a row of an interface has to say its type');
  const missing = firstMissing(caller, needed);
  return missing === null ? value : forbiddenError(missing);
}
