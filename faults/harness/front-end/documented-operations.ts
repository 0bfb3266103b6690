import { readFileSync } from 'node:fs';
import type { Operation } from '@domovoy/graphql-client';

// any: what a page documents has no types; the tests look at what they know of it
type Documented = Operation<any, any>;

/** The operations of a page of docs/api by their names, as a front-end developer would copy them. */
export function documentedOperations(page: string): (name: string) => Documented {
  const text = readFileSync(new URL(`../../../docs/api/${page}`, import.meta.url), 'utf8');
  const operations = new Map(
    [...text.matchAll(/```graphql\n(\w+ (\w+)[^]*?)```/g)].map(([, operation = '', name = '']) => [
      name,
      operation,
    ]),
  );
  return (name) => {
    const operation = operations.get(name);
    if (operation === undefined) throw new Error(`docs/api/${page} has no operation ${name}`);
    return { toString: () => operation } as Documented;
  };
}
