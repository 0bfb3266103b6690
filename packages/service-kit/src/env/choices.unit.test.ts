import { expect, it } from 'vitest';
import { choiceEnv, fileEnv, originsEnv } from './choices.ts';
import { EnvironmentError } from './environment-error.ts';
import { networksEnv } from './networks-env.ts';
import { readEnv } from './read-env.ts';

const read = (source: Record<string, string>) =>
  readEnv(
    {
      mode: choiceEnv('MODE', { choices: ['on', 'off'], fallback: 'on' }),
      origins: originsEnv('ORIGINS'),
      file: fileEnv('FILE'),
      proxies: networksEnv('PROXIES'),
    },
    source,
  );

it('what is absent is the fallback, nothing or null', () => {
  expect(read({})).toEqual({ mode: 'on', origins: [], file: null, proxies: [] });
});

it('what is given is read', () => {
  expect(
    read({
      MODE: 'off',
      ORIGINS: 'https://a.example, http://b.example:8080',
      FILE: 'x.json',
      PROXIES: 'loopback, 10.0.0.0/8,2001:db8::1',
    }),
  ).toEqual({
    mode: 'off',
    origins: ['https://a.example', 'http://b.example:8080'],
    file: 'x.json',
    proxies: ['loopback', '10.0.0.0/8', '2001:db8::1'],
  });
});

it.each([
  { MODE: 'perhaps' },
  { ORIGINS: 'https://a.example/path' },
  { ORIGINS: '*' },
  { PROXIES: '10.0.0.0/33' },
  { PROXIES: 'proxy.example' },
])('what makes no sense is refused: %o', (source) => {
  expect(() => read(source)).toThrow(EnvironmentError);
});
