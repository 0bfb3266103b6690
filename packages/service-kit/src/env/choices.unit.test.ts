import { expect, it } from 'vitest';
import { choiceEnv, fileEnv, originsEnv } from './choices.ts';
import { EnvironmentError } from './environment-error.ts';
import { readEnv } from './read-env.ts';

const read = (source: Record<string, string>) =>
  readEnv(
    {
      mode: choiceEnv('MODE', { choices: ['on', 'off'], fallback: 'on' }),
      origins: originsEnv('ORIGINS'),
      file: fileEnv('FILE'),
    },
    source,
  );

it('what is absent is the fallback, nothing or null', () => {
  expect(read({})).toEqual({ mode: 'on', origins: [], file: null });
});

it('what is given is read', () => {
  expect(read({ MODE: 'off', ORIGINS: 'https://a.example, http://b.example:8080', FILE: 'x.json' })).toEqual({
    mode: 'off',
    origins: ['https://a.example', 'http://b.example:8080'],
    file: 'x.json',
  });
});

it.each([{ MODE: 'perhaps' }, { ORIGINS: 'https://a.example/path' }, { ORIGINS: '*' }])(
  'what makes no sense is refused: %o',
  (source) => {
    expect(() => read(source)).toThrow(EnvironmentError);
  },
);
