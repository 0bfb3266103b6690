import { describe, expect, test } from 'vitest';
import { previewMessage, unknownFields } from './message-template.ts';

describe('a text with fields', () => {
  test('is filled with what the sign-up says', () => {
    expect(previewMessage('Кв. {{flat}}, {{ address }}', { flat: '7', address: 'Тула, Мира, 1' })).toEqual({
      kind: 'text',
      text: 'Кв. 7, Тула, Мира, 1',
    });
  });

  test('leaves out what the sign-up does not say, with the space beside it', () => {
    expect(previewMessage('Счёт {{account}} открыт', { account: null })).toEqual({
      kind: 'text',
      text: 'Счёт открыт',
    });
  });

  test('can be shown before anybody signed up', () => {
    expect(previewMessage('{{phone}}')).toEqual({ kind: 'text', text: '79000000001' });
  });

  test.each([
    ['{{flatt}} {{flat}} {{flatt}}', ['flatt']],
    ['{{}}', ['']],
    ['{{address}}{{Address}}', ['Address']],
  ])('%s is refused for the fields that nobody knows, each named once', (text, fields) => {
    expect(previewMessage(text)).toEqual({ kind: 'unknown-fields', fields });
    expect(unknownFields(text)).toEqual(fields);
  });

  test('braces that are no field stay as they are', () => {
    expect(previewMessage('{flat} }} {{')).toEqual({ kind: 'text', text: '{flat} }} {{' });
  });

  test('what is filled in is not filled again', () => {
    expect(previewMessage('{{reason}}', { reason: '{{flat}}', flat: '7' })).toEqual({
      kind: 'text',
      text: '{{flat}}',
    });
  });
});
