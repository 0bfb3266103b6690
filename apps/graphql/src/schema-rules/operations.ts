import {
  type GraphQLField,
  type GraphQLNamedType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { removalOf } from '../changelog/deprecation.ts';
import { membersOf, type Rule } from './members.ts';

type Field = GraphQLField<unknown, unknown>;

/** A look, or a change that is the same when it is made twice; its delivery only checks an access. */
const MAY_BE_REPEATED = new Set([
  'testIntegration',
  'reconnectIntegration',
  'updateIntegration',
  'cancelDelivery',
]);

const pascal = (name: string) => name.charAt(0).toUpperCase() + name.slice(1);
const fieldsOf = (type: GraphQLNamedType | null | undefined): Field[] =>
  isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];

/** `approveSignUp(input: ApproveSignUpInput!): ApproveSignUpResult!`, a union of a payload and of errors. */
export const mutations: Rule = (schema) =>
  fieldsOf(schema.getMutationType()).flatMap(({ name, args, type }) => {
    const path = `Mutation.${name}`;
    const [input] = args;
    const told: string[] = [];
    if (
      args.length > 1 ||
      (input && `${input.name}: ${String(input.type)}` !== `input: ${pascal(name)}Input!`)
    )
      told.push(`${path}: its only argument is input: ${pascal(name)}Input!`);
    const result = getNamedType(type);
    if (String(type) !== `${pascal(name)}Result!` || !isUnionType(result))
      return [...told, `${path}: it answers ${pascal(name)}Result!, a union`];
    const payload = result.getTypes().find((member) => member.name === `${pascal(name)}Payload`);
    const others = result.getTypes().filter((member) => member !== payload);
    if (!payload) told.push(`${path}: no member of its result is ${pascal(name)}Payload`);
    for (const other of others)
      if (!other.getInterfaces().some((one) => one.name === 'UserError'))
        told.push(`${path}: ${other.name} in its result is no UserError`);
    const inputType = input && getNamedType(input.type);
    const key = isInputObjectType(inputType) ? inputType.getFields()['idempotencyKey'] : undefined;
    if (key && String(key.type) !== 'ID!') told.push(`${path}: idempotencyKey is an ID!`);
    if ((key !== undefined) !== others.some((other) => other.name === 'IdempotencyConflictError'))
      told.push(`${path}: an idempotencyKey and an IdempotencyConflictError belong together`);
    const leavesTheHouse = fieldsOf(payload).some((field) =>
      ['Delivery', 'Job'].includes(getNamedType(field.type).name),
    );
    if (leavesTheHouse && !key && !MAY_BE_REPEATED.has(name) && !name.startsWith('cancel'))
      told.push(`${path}: its effect leaves the house, so it needs an idempotencyKey`);
    return told;
  });

/** What is true only now: nothing of it is kept, so nobody can go on from a place in it. */
const OF_THE_MOMENT = new Set(['presenceChanged', 'healthChanged', 'deliveryCounters']);

/** `xChanged(since: Cursor): XChangedEvent!`, an interface that Gap and Heartbeat have as well. */
export const subscriptions: Rule = (schema) =>
  fieldsOf(schema.getSubscriptionType()).flatMap(({ name, args, type }) => {
    const path = `Subscription.${name}`;
    const event = getNamedType(type);
    const told: string[] = [];
    const goesOn = !OF_THE_MOMENT.has(name);
    if (goesOn && !args.some((argument) => argument.name === 'since' && String(argument.type) === 'Cursor'))
      told.push(`${path}: it goes on from since: Cursor`);
    if (!isInterfaceType(event) || String(type) !== `${event.name}!` || !event.name.endsWith('Event'))
      return [...told, `${path}: it tells of an interface …Event!`];
    const members = schema.getImplementations(event).objects.map((member) => member.name);
    for (const member of goesOn ? ['Gap', 'Heartbeat'] : ['Heartbeat'])
      if (!members.includes(member)) told.push(`${path}: ${member} is no ${event.name}`);
    return told;
  });

/** `@deprecated(reason: "Use x. Removal 2027-06-01")` */
export const deprecations: Rule = (schema) =>
  membersOf(schema).flatMap(({ path, node }) => {
    const reason = 'deprecationReason' in node ? node.deprecationReason : null;
    return typeof reason === 'string' && removalOf(reason) === null
      ? [`${path}: a deprecation says "Use <what>. Removal <YYYY-MM-DD>"`]
      : [];
  });
