import type { ApprovalPreviewResolvers } from '../../types.generated.ts';
import { approvalRefusal } from '../approval-refusal.ts';

export const ApprovalPreview: ApprovalPreviewResolvers = {
  refusal: ({ refusal }) => (refusal === null ? null : approvalRefusal(refusal)),
  entranceRosdomofonId: ({ decided }) => decided?.place.entranceId ?? null,
  entrance: ({ decided }, _args, { loaders }) =>
    decided === null ? null : loaders.entrancesByRosdomofonId.load(BigInt(decided.place.entranceId)),
  addressLine: ({ decided }) => decided?.place.addressLine ?? null,
  flat: ({ decided }) => decided?.flat ?? null,
  services: ({ decided }) => [...(decided?.services ?? [])],
  connectedServiceRosdomofonIds: ({ connectedServiceIds }) => [...connectedServiceIds],
  existingFlat: ({ flat }) => flat,
  deliveries: ({ deliveries }) => [...deliveries],
  warnings: ({ warnings }) => [...warnings],
};
