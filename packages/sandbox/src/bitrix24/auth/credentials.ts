import { randomBytes } from 'node:crypto';
import { z } from 'zod';

/** What a portal is entered with. Made once for each data folder, and kept there. */
export const PortalCredentials = z.object({
  webhookCode: z.string().min(1),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  applicationToken: z.string().min(1),
  memberId: z.string().min(1),
});
export type PortalCredentials = z.infer<typeof PortalCredentials>;

export function newPortalCredentials(): PortalCredentials {
  const hex = (bytes: number) => randomBytes(bytes).toString('hex');
  return {
    webhookCode: randomBytes(12).toString('base64url').replaceAll(/[-_]/g, 'x').toLowerCase(),
    clientId: `local.${hex(7)}.${String(randomBytes(4).readUInt32BE()).padStart(10, '1')}`,
    clientSecret: hex(25),
    applicationToken: hex(16),
    memberId: hex(16),
  };
}
