import { z } from 'zod';

/** What the consumer logs about its reading of RosDomofon. */
const MirrorLine = z.looseObject({
  event: z.enum(['sync-started', 'sync-resumed', 'sync-progress', 'sync-completed']),
  kind: z.enum(['full', 'account', 'preview']),
  phase: z.string().nullish(),
  done: z.number().nullish(),
  total: z.number().nullish(),
  perSecond: z.number().nullish(),
});

const WHAT = { full: 'RosDomofon', account: 'an account', preview: 'RosDomofon, as a preview,' } as const;

/** `mirror  accounts 3,000 of 5,000, 2,953/s`; null for any other line. */
export function renderMirror(line: object): string | null {
  const parsed = MirrorLine.safeParse(line);
  if (!parsed.success) return null;
  const { event, kind, phase, done, total, perSecond } = parsed.data;
  const what = WHAT[kind];
  const texts: Record<typeof event, string> = {
    'sync-started': `reading ${what}`,
    'sync-resumed': `reading ${what} goes on where it stopped`,
    'sync-progress': `${phase ?? ''} ${amount(done)}${total ? ` of ${amount(total)}` : ''}, ${amount(perSecond)}/s`,
    'sync-completed': `${what} is read`,
  };
  return `mirror  ${texts[event]}`;
}

const amount = (n: number | null | undefined): string => (n ?? 0).toLocaleString('en');
