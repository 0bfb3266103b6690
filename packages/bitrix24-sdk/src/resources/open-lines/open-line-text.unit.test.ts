import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBbCode, encodeBbCode } from './bb-code.ts';
import { openLineName } from './open-line-name.ts';
import { readOperatorMessage } from './operator-message.ts';

describe('a name that an open line takes', () => {
  test.each([
    ['Иван', 'Иван'],
    ['Иван кв. 12', 'Иван'],
    ['Иван, кв.12', 'Иван'],
    ['Анна-Мария О’Нил', "Анна-Мария О'Нил"],
    ['Әлия Қасымова', 'Әлия Қасымова'],
    ['Иван (сосед) 2', 'Иван сосед'],
    ['  —  Иван —', 'Иван'],
    ["Иван' 'Петров", 'Иван Петров'],
    ['Константин Константинопольский', 'Константин'],
    ['Константинопольскийбезпробелов', 'Константинопольскийбезпро'],
    ['12', undefined],
    ['😀', undefined],
    ["-'-", undefined],
    [null, undefined],
  ])('of %j is %j', (name, clean) => {
    expect(openLineName(name)).toBe(clean);
  });

  test('is one, whatever it is made of, and stays itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const clean = openLineName(name);
        if (clean === undefined) return;
        expect(clean).toMatch(/^[\p{L}][\p{L} '-]*$/u);
        expect(clean.length).toBeLessThanOrEqual(25);
        expect(openLineName(clean)).toBe(clean);
      }),
    );
  });
});

describe('BB-code', () => {
  test.each([
    ['Добрый день![br]Мастер придёт в 18:00', 'Добрый день!\nМастер придёт в 18:00'],
    ['[b]Важно[/b], [i]очень[/i] [COLOR=#ff0000]красно[/COLOR]', 'Важно, очень красно'],
    ['[url=https://example.test/a?b=1]сюда[/url]', 'сюда (https://example.test/a?b=1)'],
    ['[url=https://example.test]https://example.test[/url]', 'https://example.test'],
    ['[url]https://example.test[/url]', 'https://example.test'],
    ['[url=https://example.test][b]сюда[/b][/url]', 'сюда (https://example.test)'],
    ['[img]https://example.test/a.jpg[/img]', 'https://example.test/a.jpg'],
    ['[user=27]Анна[/user], [call=+79000000001]позвоните[/call]', 'Анна, позвоните'],
    ['[icon=https://example.test/i.png title=широкая улыбка size=20]!', 'широкая улыбка!'],
    ['[list][*]раз[br][*]два[/list]', '• раз\n• два'],
    ['a[1] = [ошибка] [unknown=1]', 'a[1] = [ошибка] [unknown=1]'],
    ['[url=https://example.test]без конца', 'без конца (https://example.test)'],
    ['нет начала[/url][/b]', 'нет начала'],
  ])('%s is read as %j', (code, plain) => {
    expect(decodeBbCode(code)).toBe(plain);
  });

  test('what a person writes is not read as code', () => {
    const written = encodeBbCode('[b]x[/b] [url=https://evil.test]bank[/url] [1] a\r\nb');
    expect(written).not.toMatch(/\[\/?(b|url)/);
    expect(written).toContain('[1]');
  });

  test('plain text comes back as it was', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 10 }),
      fc.constantFrom(
        '[b]',
        '[/b]',
        '[br]',
        '[url=',
        ']',
        '[',
        '[/url]',
        '[*]',
        '[img]',
        '\n',
        '[user=1]',
        '[icon=x title=y]',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('').replaceAll('\u200B', '').replaceAll('\r', '');
        expect(decodeBbCode(encodeBbCode(text))).toBe(text);
      }),
    );
  });

  test.each(['[url=x]', '[b', ' ', '[icon=x title=', '[br]', '[url=a][', '\n '])(
    'is read once: 200 KB of %j',
    (piece) => {
      const text = piece.repeat(200_000 / piece.length);
      const before = process.cpuUsage();
      decodeBbCode(text);
      readOperatorMessage(message(`[b]${text}`));
      openLineName(text);
      const { user, system } = process.cpuUsage(before);
      expect(user + system).toBeLessThan(2_000_000);
    },
  );

  test('and the control: without the encoding it does not', () => {
    expect(decodeBbCode('[b]x[/b]')).not.toBe('[b]x[/b]');
  });
});

const message = (text: string | null, more = {}) => ({
  im: { chat_id: 1767, message_id: 86497 },
  message: { text, user_id: 27, ...more },
  chat: { id: 'abonent-42' },
});

describe("an operator's message", () => {
  test.each([
    ['[b]Анна Петрова:[/b] [br]Добрый день![br]Ждём', 'Анна Петрова', 'Добрый день!\nЖдём'],
    ['[b]Сергей "Второй":[/b][br] Здравствуйте', 'Сергей "Второй"', 'Здравствуйте'],
    ['[b]Важно:[/b] сегодня', null, 'Важно: сегодня'],
    ['Просто текст', null, 'Просто текст'],
    [null, null, ''],
  ])('%j is by %j: %j', (text, author, plain) => {
    expect(readOperatorMessage(message(text))).toMatchObject({
      author,
      text: plain,
      portalChatId: 1767,
      portalMessageId: 86497,
      chatId: 'abonent-42',
      userId: 27,
    });
  });

  test('without signatures a bold first line is text', () => {
    expect(readOperatorMessage(message('[b]Важно:[/b] [br]сегодня'), { isSigned: false })).toMatchObject({
      author: null,
      text: 'Важно:\nсегодня',
    });
  });

  test('brings files and our own ids', () => {
    const files = [
      { name: 'a.jpg', url: 'https://example.test/a.jpg' },
      { link: 'https://example.test/b' },
      {},
    ];
    expect(readOperatorMessage(message('', { files, id: ['m1'] }))).toMatchObject({
      files: [
        { name: 'a.jpg', url: 'https://example.test/a.jpg' },
        { name: null, url: 'https://example.test/b' },
      ],
      ownIds: ['m1'],
    });
  });

  test('of a deletion has no text', () => {
    const { message: _, ...deleted } = message('');
    expect(readOperatorMessage(deleted)).toMatchObject({ text: '', author: null, files: [], ownIds: [] });
  });
});
