import type { InboxPayloadResolvers } from '../../types.generated.ts';

export const InboxPayload: InboxPayloadResolvers = {
  isTruncated: ({ sizeBytes, preview }) => sizeBytes > preview.length,
  text: ({ preview }) => preview.toString('utf8'),
  base64: ({ preview }) => preview.toString('base64'),
};
