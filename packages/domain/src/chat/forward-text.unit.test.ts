import { describe, expect, test } from 'vitest';
import { plainText } from './bb-code.ts';
import {
  answeredText,
  answerInComment,
  chatCommentText,
  incomingText,
  isOwnText,
  messageOfComment,
} from './forward-text.ts';

const message = {
  id: 7n,
  conversationId: 3n,
  direction: 'in' as const,
  state: 'received' as const,
  text: 'Не работает [домофон]',
  sentAt: new Date(0),
  author: null,
  authorName: null,
  abonentRosdomofonId: 42n,
  channel: 'support',
  phone: '79000000012',
};
const home = { address: 'Город, Улица, 1', flat: '12' };

describe('a message of an abonent', () => {
  test('tells where the abonent lives when it is the first one, and only then', () => {
    expect(plainText(incomingText(message, { home }))).toBe(
      'Город, Улица, 1, кв. 12, +79000000012\nНе работает [домофон]',
    );
    expect(plainText(incomingText(message, null))).toBe('Не работает [домофон]');
  });
});

describe('a comment', () => {
  test('of ours is known as ours, and tells which message it shows', () => {
    const comment = plainText(chatCommentText(message, home));
    expect(messageOfComment(comment)).toBe(7n);
    expect(isOwnText(comment)).toBe(true);
    expect(answerInComment(comment)).toBeNull();
    const answered = plainText(chatCommentText({ ...message, direction: 'out', author: 'api-key:x' }, home));
    expect(messageOfComment(answered)).toBe(7n);
    expect(answered).toContain('сотрудник');
  });

  test.each([
    ['Абоненту: Мастер придёт завтра', 'Мастер придёт завтра'],
    ['ответ : да', 'да'],
    ['Reply: yes', 'yes'],
    ['Абоненту:', null],
    ['Позвонить абоненту: завтра', null],
    ['[Домовой] #7 Абоненту: да', null],
  ])('%j answers %j', (comment, answer) => {
    expect(answerInComment(comment)).toBe(answer);
  });
});

test('an answer given elsewhere says so, and is never taken for an operator’s', () => {
  const text = plainText(answeredText({ ...message, author: 'api-key:x', authorName: 'Анна' }));
  expect(text).toBe('[Домовой] Анна:\nНе работает [домофон]');
  expect(isOwnText(text)).toBe(true);
});
