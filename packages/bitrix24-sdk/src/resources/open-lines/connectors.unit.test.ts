import { expect, test } from 'vitest';
import { createFakeBitrix24, type FakeRequest } from '../../testing/index.ts';

const registration = {
  id: 'rosdomofon',
  name: 'РосДомофон',
  icon: { dataImage: 'data:image/svg+xml,x' },
  placementHandler: 'https://hub.test/settings',
};

test('a registration that was refused with status 200 is an error', async () => {
  const { client, answer } = createFakeBitrix24();
  answer('imconnector.register', { result: false, error: 'CONNECTOR_ID_REQUIRED' });
  await expect(client.connectors.register(registration)).rejects.toMatchObject({
    code: 'BITRIX24_API',
    apiCode: 'CONNECTOR_ID_REQUIRED',
  });
});

test('a message that the portal says nothing about was not sent', async () => {
  const { client, answer } = createFakeBitrix24();
  answer('imconnector.send.messages', { SUCCESS: false, DATA: { RESULT: [{ user: [] }] } });
  const outcomes = await client.connectorMessages.send({
    connector: 'rosdomofon',
    line: 107,
    messages: [{ user: { id: 'u' }, message: { id: 'm', sentAt: new Date(), text: 'x' }, chat: { id: 'c' } }],
  });
  expect(outcomes).toEqual([{ isSent: false, errors: [] }]);
});

test('more lines than a page has are all there', async () => {
  const { client, answer } = createFakeBitrix24();
  const lines = Array.from({ length: 410 }, (_, at) => ({ ID: String(at + 1) }));
  answer('imopenlines.config.list.get', ({ params }: FakeRequest) => {
    const { offset, limit } = params['PARAMS'] as { offset: number; limit: number };
    return lines.slice(offset, offset + limit);
  });
  expect((await client.openLines.list()).map(({ ID }) => ID)).toEqual(lines.map(({ ID }) => Number(ID)));
});
