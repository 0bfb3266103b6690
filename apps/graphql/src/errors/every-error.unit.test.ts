import * as domain from '@domovoy/domain';
import * as models from '@domovoy/models';
import { DomovoyError } from '@domovoy/models';
import * as serviceKit from '@domovoy/service-kit';
import * as store from '@domovoy/store';
import { GraphQLError } from 'graphql';
import { describe, expect, it } from 'vitest';
import { maskError } from './mask-error.ts';

type ErrorClass = new (message: string, options: object) => DomovoyError;

const isErrorClass = (value: unknown): value is ErrorClass =>
  typeof value === 'function' && (value === DomovoyError || value.prototype instanceof DomovoyError);

const CLASSES = [
  ...new Set([models, store, domain, serviceKit].flatMap((all) => Object.values(all)).filter(isErrorClass)),
];
const SECRET = 'select phone from abonents where phone = 79000000012';

/** With all that an error may carry, whatever its constructor makes of it. */
const made = (Class: ErrorClass, retryable: boolean): DomovoyError =>
  Object.assign(Object.create(Class.prototype) as DomovoyError, {
    message: SECRET,
    stack: SECRET,
    code: 'ANY_CODE',
    retryable,
    meta: { sql: SECRET },
  });

it('there are error classes to try', () => {
  expect(CLASSES.length).toBeGreaterThan(5);
});

describe.each(CLASSES.map((Class) => [Class.name, Class] as const))('%s', (_name, Class) => {
  it.each([
    [true, 'SERVICE_UNAVAILABLE'],
    [false, 'INTERNAL'],
  ])(
    'retryable %s: shown as %s, under the id of the request, with nothing of its inside',
    (retryable, code) => {
      const originalError = made(Class, retryable);
      const { error, hidden } = maskError(
        new GraphQLError(SECRET, { originalError, path: ['x'] }),
        'request-1',
      );
      expect(error.toJSON()).toEqual({
        message: expect.any(String),
        path: ['x'],
        extensions: { code, retryable, requestId: 'request-1' },
      });
      expect(JSON.stringify(error)).not.toContain('79000000012');
      expect(error.originalError).toBeUndefined();
      expect(hidden).toBe(originalError);
    },
  );
});
