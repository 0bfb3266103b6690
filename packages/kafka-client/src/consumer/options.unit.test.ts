import { describe, expect, it } from 'vitest';
import { createConsumer } from './consumer.ts';

const right = {
  access: { brokers: ['127.0.0.1:9092'] },
  clientId: 'test',
  groupId: 'group',
  topics: ['topic'],
  onChunk: async () => {},
};

describe('createConsumer', () => {
  it.each<[string, object, RegExp]>([
    ['no broker', { access: { brokers: [] } }, /brokers is empty/],
    [
      'a broker without a port',
      { access: { brokers: ['kafka.example'] } },
      /"kafka\.example" is not host:port/,
    ],
    ['a broker with a scheme', { access: { brokers: ['kafka://h:1'] } }, /not host:port/],
    ['a CA that is no PEM', { access: { brokers: ['h:1'], tls: { ca: '/etc/ca.crt' } } }, /PEM/],
    [
      'half a login',
      { access: { brokers: ['h:1'], sasl: { mechanism: 'plain', username: 'u', password: '' } } },
      /sasl/,
    ],
    ['no group', { groupId: '' }, /groupId/],
    ['no topic', { topics: [] }, /topics/],
    ['chunks of nothing', { chunkRecords: 0 }, /chunkRecords/],
    ['a fraction', { partitionsAtOnce: 1.5 }, /partitionsAtOnce/],
  ])('refuses %s at once', (_name, change, message) => {
    expect(() => createConsumer({ ...right, ...change })).toThrow(message);
  });

  it('tells all problems together', () => {
    expect(() => createConsumer({ ...right, groupId: '', topics: [] })).toThrow(/groupId.*topics/);
  });

  it('accepts IPv6, and closes without ever having started', async () => {
    const consumer = createConsumer({ ...right, access: { brokers: ['[::1]:9092'] } });
    expect(consumer.status()).toMatchObject({ state: 'starting', lag: null, partitions: [] });
    await consumer.close();
    expect(await consumer.ended).toBeNull();
    expect(consumer.status().state).toBe('closed');
    await expect(consumer.start()).rejects.toMatchObject({ code: 'KAFKA_CLOSED' });
  });
});
