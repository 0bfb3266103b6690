import { z } from 'zod';
import { envFragment } from './env-fragment.ts';

/** Where a service is and who we are there. */
export interface HttpAccessEnv {
  readonly url: string;
  readonly username: string;
  readonly password: string;
}

const isHttpUrl = (text: string) => {
  const url = URL.parse(text);
  // A name or password in the address would end up in logs.
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};

/** Three variables, whose names are given: all of them are set, or none, which is null. */
export function httpAccessEnv(names: Readonly<Record<keyof HttpAccessEnv, string>>) {
  const { url, username, password } = names;
  const schema = z
    .object({
      [url]: z.string().refine(isHttpUrl, 'not an address that begins with http:// or https://').optional(),
      [username]: z.string().optional(),
      [password]: z.string().optional(),
    })
    .transform((env): HttpAccessEnv | null => {
      const given = { url: env[url], username: env[username], password: env[password] };
      return given.url && given.username && given.password
        ? { url: given.url, username: given.username, password: given.password }
        : null;
    });
  return envFragment(
    schema,
    {
      [url]: { expected: 'an address like https://example.com, without a user name in it' },
      [username]: { expected: 'a user name' },
      [password]: { expected: 'a password', secret: true },
    },
    { together: [[url, username, password]] },
  );
}
