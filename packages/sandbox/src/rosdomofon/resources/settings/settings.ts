import { z } from 'zod';
import { abonentOf } from '../../auth/caller.ts';
import { parsed } from '../../problem.ts';
import { ABONENTS_V1, type Resource } from '../../resource.ts';

const PATH = `${ABONENTS_V1}/abonents/settings`;
const AT_FIRST = { callsMuted: false, chatsMuted: false };
const SettingsChange = z.object({ callsMuted: z.boolean().optional(), chatsMuted: z.boolean().optional() });

/** What an abonent wants to hear of; only what is given is changed, and the whole is answered. */
export const settings: Resource = (app, { state }) => {
  const of = (abonentId: number) => state.current().settings.get(abonentId) ?? AT_FIRST;
  app.get(PATH, (request) => of(abonentOf(request).id));
  app.patch(PATH, (request) => {
    const { id: abonentId } = abonentOf(request);
    const change = parsed(SettingsChange, request.body ?? {});
    const { callsMuted, chatsMuted } = of(abonentId);
    state.commit({
      what: 'settings changed',
      abonentId,
      callsMuted: change.callsMuted ?? callsMuted,
      chatsMuted: change.chatsMuted ?? chatsMuted,
    });
    return of(abonentId);
  });
};
