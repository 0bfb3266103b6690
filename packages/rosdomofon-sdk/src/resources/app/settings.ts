import { AbonentSettings } from '@domovoy/models';
import { z } from 'zod';
import type { Api } from '../../call/api.ts';

const SETTINGS = '/abonents-service/api/v1/abonents/settings';
const SettingsChange = z
  .strictObject({ callsMuted: z.boolean().optional(), chatsMuted: z.boolean().optional() })
  .refine((change) => Object.values(change).some((value) => value !== undefined), {
    error: 'expected something to change',
  });

/** What the abonent wants to be disturbed by. */
export const settings = (api: Api) => ({
  get: api.json({
    operation: 'settings.get',
    call: `GET ${SETTINGS}`,
    params: z.strictObject({}),
    answer: AbonentSettings,
  }),

  /** Changes what is given, and nothing else. */
  update: api.nothing({
    operation: 'settings.update',
    call: `PATCH ${SETTINGS}`,
    params: SettingsChange,
    json: (change) => change,
  }),
});
