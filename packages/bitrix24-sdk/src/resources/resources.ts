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
import type { ResourceContext } from './method.ts';
import { connectorMessages } from './open-lines/connector-messages.ts';
import { connectors } from './open-lines/connectors.ts';
import { openLines } from './open-lines/open-lines.ts';

/** The typed methods; for everything else there are `call`, `list`, `iterate` and `batch`. */
export const resourcesOf = (context: ResourceContext) => ({
  activities: activities(context),
  application: application(context),
  catalogs: catalogs(context),
  categories: categories(context),
  connectorMessages: connectorMessages(context),
  connectors: connectors(context),
  contacts: contacts(context),
  crmProducts: crmProducts(context),
  deals: deals(context),
  duplicates: duplicates(context),
  eventBindings: eventBindings(context),
  items: items(context),
  leads: leads(context),
  offlineEvents: offlineEvents(context),
  openLines: openLines(context),
  prices: prices(context),
  productRows: productRows(context),
  products: products(context),
  statuses: statuses(context),
  timeline: timeline(context),
  userFields: userFields(context),
});
