import { z } from 'zod';
import { APPLICATIONS, applicationOf } from '../../../bitrix24/auth/applications.ts';
import type { Happening } from '../../../bitrix24/happenings.ts';
import { put } from '../../../bitrix24/state/change.ts';
import { defineCall } from '../../call.ts';
import { ControlError } from '../../control-error.ts';

export const changeApplication = defineCall({
  method: 'POST',
  path: '/bitrix24/application',
  summary: "Changes the portal's local application. Installing it sends ONAPPINSTALL to its handler.",
  accepts: z.strictObject({
    redirectUrl: z.url().nullable().optional().describe('where somebody who consents is sent'),
    handlerUrl: z.url().nullable().optional().describe('its installation path: ONAPPINSTALL goes there'),
    scopes: z.array(z.string()).optional().describe('of tokens that are made from now on'),
    isInstalled: z
      .boolean()
      .optional()
      .describe('true: it is installed (again); false: it is removed, with its tokens'),
  }),
  run(changes, { bitrix24 }) {
    const { clientId } = bitrix24.credentials;
    const before = applicationOf(bitrix24.state, clientId);
    if (!before) throw new ControlError(404, 'UNKNOWN_APPLICATION', 'The portal has no application');
    const wished = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const installed = changes.isInstalled ? { installedAtMs: bitrix24.now() } : {};
    const application = { ...before, ...wished, ...installed };
    const happenings: Happening[] =
      changes.isInstalled === undefined
        ? []
        : [{ of: 'application', clientId, what: changes.isInstalled ? 'installed' : 'uninstalled' }];
    bitrix24.save([put(APPLICATIONS, clientId, application)], happenings);
    if (changes.isInstalled === false) bitrix24.tokens.revoke((grant) => grant.clientId === clientId);
    const { clientSecret: _secret, applicationToken: _token, ...shown } = application;
    return shown;
  },
});
