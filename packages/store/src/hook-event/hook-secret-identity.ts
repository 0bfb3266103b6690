/** Whose secret it is that lies sealed beside an event: worth nothing beside one of another integration. */
export const hookSecretIdentity = ({
  companyId,
  integrationId,
}: {
  readonly companyId: bigint;
  readonly integrationId: bigint;
}): string => `hook:${companyId}:${integrationId}`;
