/** Who asks, as the API key says. */
export interface Caller {
  readonly companyId: bigint;
  readonly apiKeyId: bigint;
  readonly publicId: string;
}

/** As rows say it that tell who did something. */
export const actorOf = ({ publicId }: Caller): string => `api-key:${publicId}`;
