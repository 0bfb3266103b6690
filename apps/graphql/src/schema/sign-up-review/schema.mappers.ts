import type { ApprovalPreview, CompensationItem, PlannedDelivery } from '@domovoy/domain';

export type ApprovalPreviewMapper = ApprovalPreview;
export type PlannedDeliveryMapper = PlannedDelivery;
export type CompensationItemMapper = CompensationItem;
