import { DomovoyError } from '@domovoy/models';
import { describe, expect, test } from 'vitest';
import * as sdk from '../index.ts';
import { createFakeRosDomofon, status } from '../testing/index.ts';

const fake = () => createFakeRosDomofon({ retry: { maxAttempts: 1 } });
const errorOf = async (answer: unknown): Promise<sdk.RosDomofonError> => {
  const { client, answer: set } = fake();
  set('accounts.create', answer);
  return client.accounts
    .create({ number: '100-42', phone: '79000000001' })
    .then(() => expect.unreachable())
    .catch((error: unknown) => error as sdk.RosDomofonError);
};

describe('a status is a class, a code and what may have happened:', () => {
  test.each([
    [400, sdk.RequestRejectedError, 'ROSDOMOFON_REJECTED', false, false],
    [401, sdk.AuthenticationError, 'ROSDOMOFON_AUTHENTICATION', false, false],
    [403, sdk.PermissionError, 'ROSDOMOFON_FORBIDDEN', false, false],
    [404, sdk.NotFoundError, 'ROSDOMOFON_NOT_FOUND', false, false],
    [409, sdk.ConflictError, 'ROSDOMOFON_CONFLICT', false, false],
    [422, sdk.RequestRejectedError, 'ROSDOMOFON_REJECTED', false, false],
    [429, sdk.RateLimitError, 'ROSDOMOFON_RATE_LIMIT', true, false],
    [500, sdk.ServerError, 'ROSDOMOFON_SERVER', true, true],
    [504, sdk.ServerError, 'ROSDOMOFON_SERVER', true, true],
    [302, sdk.ResponseError, 'ROSDOMOFON_RESPONSE', false, false],
    [418, sdk.ResponseError, 'ROSDOMOFON_RESPONSE', false, false],
  ])('%i', async (code, type, errorCode, retryable, unknownOutcome) => {
    const error = await errorOf(status(code));
    expect(error).toBeInstanceOf(type);
    expect(error).toBeInstanceOf(sdk.ResponseError);
    expect(error).toBeInstanceOf(DomovoyError);
    expect(error).toMatchObject({
      code: errorCode,
      retryable,
      unknownOutcome,
      status: code,
      name: type.name,
      meta: {
        operation: 'accounts.create',
        method: 'POST',
        status: code,
        route: '/abonents-service/api/v1/accounts',
      },
    });
  });
});

describe('the service’s own reason', () => {
  test.each([
    [
      'Spring',
      { status: 400, error: 'Bad Request', message: 'Number is taken', path: '/x' },
      'Number is taken',
    ],
    ['OAuth', { error: 'invalid_request', error_description: 'No username' }, 'No username'],
    ['a short one', { error: 'nope' }, 'nope'],
  ])('of %s is in the error', async (_, body, reason) => {
    expect(await errorOf(status(400, body))).toMatchObject({
      reason,
      message: expect.stringContaining(reason),
    });
  });

  test.each(['<html><body>Bad gateway</body></html>', '', '[]', '{"message":7}'])(
    'is absent where there is none: %s',
    async (body) => {
      expect(await errorOf(status(400, body))).toMatchObject({ reason: undefined });
    },
  );

  test('shows no phone and no secret, whatever the service repeats', async () => {
    const message = 'Abonent 79000000001 exists (Bearer abcdef, password=hunter22)';
    const error = await errorOf(status(409, { message }));
    const shown = JSON.stringify([error.message, error.meta, error.stack, Object.entries(error)]);
    expect(shown).toContain('exists');
    expect(shown).not.toMatch(/79000000001|abcdef|hunter22/);
  });
});

test('an answer that cannot be used is named by field, without its values', async () => {
  const error = await errorOf({ id: 'secret-value', owner: {} });
  expect(error).toMatchObject({
    code: 'ROSDOMOFON_RESPONSE_INVALID',
    retryable: false,
    unknownOutcome: true,
    issues: [{ field: 'id' }, { field: 'owner.id' }],
  });
  expect(error.message + JSON.stringify(error.meta)).not.toContain('secret-value');
});

test.each([
  ['a page of HTML', '<html>', /HTML/],
  ['nothing', '', /empty/],
  ['words that hold a phone', 'phone 79000000001 is', /no JSON/],
])('%s instead of JSON is told, and quoted nowhere', async (_, body, message) => {
  const error = await errorOf(status(200, body));
  expect(error).toMatchObject({ message: expect.stringMatching(message), retryable: true });
  expect(`${error.message} ${error.stack}`).not.toContain('79000000001');
  expect(error.cause).toBeUndefined();
});

test('a page of a gateway is no success of a call that answers nothing', async () => {
  const { client, answer } = fake();
  answer('accounts.block', status(200, '<html>maintenance</html>'), '', status(200, { ok: true }));
  const block = () => client.accounts.block({ accountNumber: '7' });
  await expect(block()).rejects.toMatchObject({ code: 'ROSDOMOFON_RESPONSE_INVALID', unknownOutcome: true });
  await block();
  await block();
});

test('everything that is wrong with the options is told at once, and no value of it', () => {
  const options = { baseUrl: 'ftp://secret', username: '', password: 'secret', timeoutMs: -1, typo: 1 };
  expect(() => sdk.createRosDomofon(options as never)).toThrow(
    /^createRosDomofon: (?=.*baseUrl)(?=.*username)(?=.*timeoutMs)(?=.*typo)(?!.*secret)/,
  );
});
