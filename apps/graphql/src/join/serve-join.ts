import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { chooseLanguage, LANGUAGES } from './choose-language.ts';
import { joinPage } from './join-page.ts';

/** Nothing from elsewhere, no script or style that is written into the page, and nothing that is sent but by the script. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'cache-control': 'no-cache',
  'content-security-policy': POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

/** Beside src and dist alike: what browsers run is not built. */
const file = (name: string) => readFileSync(new URL(`../../join/${name}`, import.meta.url));

/** Where an invitation's link leads: `/join#dmi_…`. The page holds no secret; its script reads the one behind the `#`. */
export function serveJoin(app: FastifyInstance): void {
  const pages = new Map(LANGUAGES.map((language) => [language, joinPage(language)]));
  app.get<{ Querystring: { lang?: unknown } }>('/join', async ({ query, headers }, reply) => {
    const wish = typeof query.lang === 'string' ? query.lang : undefined;
    const language = chooseLanguage(wish, headers['accept-language']);
    return reply
      .type('text/html; charset=utf-8')
      .headers({ ...HEADERS, 'content-language': language, vary: 'Accept-Language' })
      .send(pages.get(language));
  });
  for (const [name, type] of [
    ['join.js', 'text/javascript; charset=utf-8'],
    ['join.css', 'text/css; charset=utf-8'],
  ] as const) {
    const body = file(name);
    app.get(`/join/${name}`, async (_request, reply) => reply.type(type).headers(HEADERS).send(body));
  }
}
