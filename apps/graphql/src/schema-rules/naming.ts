import { isInputObjectType, isInterfaceType, isNonNullType, isObjectType, isScalarType } from 'graphql';
import { type Member, membersOf, type Rule } from './members.ts';

const SHAPES = {
  type: /^[A-Z][A-Za-z0-9]*$/,
  field: /^[a-z][A-Za-z0-9]*$/,
  argument: /^[a-z][A-Za-z0-9]*$/,
  'input-field': /^[a-z][A-Za-z0-9]*$/,
  value: /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/,
} as const satisfies Record<Member['kind'], RegExp>;

/** Objects that tell of a failure without being the answer of a mutation. */
const NO_USER_ERRORS = new Set(['JobError', 'SyncRunError']);
/** Booleans read as questions, but these as what they do. */
const NO_QUESTIONS =
  /^(is|has|was|may|can|should|prefers|tells|only)(?=[A-Z])|^(ok|force|virtual)$|^(dryRun|required|enabled)$/;

/** PascalCase, camelCase and UPPER_CASE; the end of a name says what kind of type it is. */
export const naming: Rule = (schema) =>
  membersOf(schema).flatMap((member) => [
    ...(SHAPES[member.kind].test(member.path.split('.').at(-1) ?? '')
      ? []
      : [`${member.path}: a ${member.kind} is not written like this`]),
    ...endingOf(member),
    ...questionOf(member),
  ]);

function endingOf({ kind, node }: Member): string[] {
  if (kind !== 'type') return [];
  const { name } = node;
  if (isInputObjectType(node) !== name.endsWith('Input'))
    return [`${name}: inputs, and nothing else, end in Input`];
  if (!isObjectType(node) && !isInterfaceType(node)) return [];
  const isUserError = node.getInterfaces().some((one) => one.name === 'UserError') || name === 'UserError';
  if (isUserError !== name.endsWith('Error') && !NO_USER_ERRORS.has(name))
    return [`${name}: what implements UserError, and nothing else, ends in Error`];
  const fields = node.getFields();
  const isPage = fields['pageInfo'] !== undefined;
  const isComplete = ['edges', 'nodes', 'totalCount'].every((field) => fields[field]);
  // `ServiceConnection` is a service that a flat has.
  if (isPage ? !(name.endsWith('Connection') && isComplete) : name.endsWith('Connection') && fields['edges'])
    return [`${name}: a page has edges, nodes, pageInfo and totalCount, and its name ends in Connection`];
  return [];
}

function questionOf(member: Member): string[] {
  if (member.kind === 'type' || member.kind === 'value') return [];
  const type = isNonNullType(member.node.type) ? member.node.type.ofType : member.node.type;
  const isBoolean = isScalarType(type) && type.name === 'Boolean';
  return isBoolean && !NO_QUESTIONS.test(member.node.name)
    ? [`${member.path}: a Boolean is a question, such as isBlocked or hasFlats`]
    : [];
}
