import type { Company } from '../../city-plan/companies.ts';
import { maybe, type View } from './fields.ts';

export function companyWire(view: View, { id, shortName, licenseeShort }: Company) {
  return { id, shortName, ...maybe(view, id, 'licenseeShort', licenseeShort) };
}

export function companyDetailedWire(view: View, company: Company) {
  const { id, name, supportPhone } = company;
  return {
    ...companyWire(view, company),
    ...maybe(view, id, 'name', name),
    ...maybe(view, id, 'paymentLink', `https://pay.example/${id}`),
    ...maybe(view, id, 'personalAccountLink', `https://lk.example/${id}`),
    ...maybe(view, id, 'supportChatEnabled', true),
    ...maybe(view, id, 'supportPhone', supportPhone),
  };
}
