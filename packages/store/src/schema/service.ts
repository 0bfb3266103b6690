import { boolean, index, numeric, pgTable, text, unique } from 'drizzle-orm/pg-core';
import { createdAt, id, reference } from './_columns.ts';
import { mirrored, rosdomofonReference } from './_mirror.ts';

/** What the company sells: a gate, a camera, an intercom. */
export const services = pgTable(
  'services',
  {
    id: id(),
    ...mirrored(),
    name: text().notNull(),
    customName: text(),
    /** RosDomofon's word; seen are Gate, VideoSurveillance, HouseChat, HardwareIntercom, SoftwareIntercom. */
    type: text().notNull(),
    tariff: numeric({ precision: 14, scale: 2 }),
    createdAt: createdAt(),
  },
  (t) => [unique('services_rosdomofon').on(t.companyId, t.rosdomofonId)],
);

/** A service that a flat has. */
export const serviceConnections = pgTable(
  'service_connections',
  {
    id: id(),
    ...mirrored(),
    serviceRosdomofonId: reference(),
    accountRosdomofonId: rosdomofonReference(),
    flatRosdomofonId: rosdomofonReference(),
    isBlocked: boolean().notNull(),
    tariff: numeric({ precision: 14, scale: 2 }),
    currency: text(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('service_connections_rosdomofon').on(t.companyId, t.rosdomofonId),
    index('service_connections_service').on(t.companyId, t.serviceRosdomofonId, t.id),
    index('service_connections_account').on(t.companyId, t.accountRosdomofonId, t.id),
    index('service_connections_flat').on(t.companyId, t.flatRosdomofonId, t.id),
  ],
);
