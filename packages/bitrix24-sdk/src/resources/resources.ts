import type { Bitrix24Calls } from '../call/calls.ts';
import { application } from './application/application.ts';
import { crmProducts } from './catalog/crm-products.ts';
import { prices } from './catalog/prices.ts';
import { productRows } from './catalog/product-rows.ts';
import { catalogs, products } from './catalog/products.ts';
import { activities } from './crm/activities.ts';
import { duplicates } from './crm/duplicates.ts';
import { contacts, deals, items, leads } from './crm/items.ts';
import { categories, statuses } from './crm/pipelines.ts';
import { timeline } from './crm/timeline.ts';
import { userFields } from './crm/user-fields.ts';
import { eventBindings } from './events/event-bindings.ts';
import { offlineEvents } from './events/offline-events.ts';
import { connectorMessages } from './open-lines/connector-messages.ts';
import { connectors } from './open-lines/connectors.ts';
import { openLines } from './open-lines/open-lines.ts';

/** The typed methods; for everything else there are `call`, `list`, `iterate` and `batch`. */
export const resourcesOf = (calls: Bitrix24Calls) => ({
  activities: activities(calls),
  application: application(calls),
  catalogs: catalogs(calls),
  categories: categories(calls),
  connectorMessages: connectorMessages(calls),
  connectors: connectors(calls),
  contacts: contacts(calls),
  crmProducts: crmProducts(calls),
  deals: deals(calls),
  duplicates: duplicates(calls),
  eventBindings: eventBindings(calls),
  items: items(calls),
  leads: leads(calls),
  offlineEvents: offlineEvents(calls),
  openLines: openLines(calls),
  prices: prices(calls),
  productRows: productRows(calls),
  products: products(calls),
  statuses: statuses(calls),
  timeline: timeline(calls),
  userFields: userFields(calls),
});
