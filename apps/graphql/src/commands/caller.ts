import type { ApiKeyIdentity } from '@domovoy/domain';

/** Who asks, as the API key says. */
export type Caller = Pick<ApiKeyIdentity, 'companyId' | 'apiKeyId' | 'publicId' | 'permissions'>;

/** As rows say it that tell who did something. */
export const actorOf = ({ publicId }: Caller): string => `api-key:${publicId}`;
