/** What earlier examples of the page answered, by their names, and what the page's preparation made. */
export type Known = Readonly<Record<string, unknown>>;

const REFERENCE = /^<([\w.-]+)>$/;

/** Variables with `"<Operation.path.in.its.data>"` replaced by what that operation answered there. */
export function fillVariables(variables: unknown, known: Known): unknown {
  if (typeof variables === 'string') {
    const [, path] = REFERENCE.exec(variables) ?? [];
    return path === undefined ? variables : lookUp(path, known);
  }
  if (Array.isArray(variables)) return variables.map((entry) => fillVariables(entry, known));
  if (typeof variables === 'object' && variables !== null)
    return Object.fromEntries(
      Object.entries(variables).map(([key, value]) => [key, fillVariables(value, known)]),
    );
  return variables;
}

function lookUp(path: string, known: Known): unknown {
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Object(value)[key] : undefined),
      known,
    );
  if (found === undefined || found === null)
    throw new TypeError(
      `<${path}> is nothing: neither an earlier example of the page nor its preparation gave it`,
    );
  return found;
}
