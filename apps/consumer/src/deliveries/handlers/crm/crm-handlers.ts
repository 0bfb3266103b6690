import type { CRM_KINDS } from '@domovoy/domain';
import type { DeliveryHandlers } from '../../handler.ts';
import { crmCatalogue } from './catalogue/crm-catalogue.ts';
import { crmComment } from './comment/crm-comment.ts';
import { crmContact } from './contact/crm-contact.ts';
import type { CrmTools } from './crm-work.ts';
import { crmDeal } from './deal/crm-deal.ts';
import { crmProduct } from './product/crm-product.ts';
import { crmRead } from './read/crm-read.ts';

/** Who tells a CRM what. */
export const crmHandlers = (tools: CrmTools): DeliveryHandlers<typeof CRM_KINDS> => ({
  'crm.catalogue': crmCatalogue(tools),
  'crm.comment': crmComment(tools),
  'crm.contact': crmContact(tools),
  'crm.deal': crmDeal(tools),
  'crm.product': crmProduct(tools),
  'crm.read': crmRead(tools),
});
