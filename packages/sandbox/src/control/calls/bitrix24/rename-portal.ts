import { z } from 'zod';
import { defineCall } from '../../call.ts';

export const renamePortal = defineCall({
  method: 'POST',
  path: '/bitrix24/rename',
  summary:
    'The portal gets another name: localhost instead of 127.0.0.1, or back. The old one answers 302 from now on, the ' +
    'authorisation server stays where it is.',
  accepts: z.strictObject({}),
  run(_nothing, { bitrix24 }) {
    bitrix24.address.rename();
    return { portalUrl: bitrix24.address.origin };
  },
});
