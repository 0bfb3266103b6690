import { type Params, param, toInt, toList } from '../transport/params.ts';

/**
 * Seconds that a call takes in a real portal (facts §14, single documented samples): nobody waits for them here, they
 * are charged and shown. An update costs what the reported block after 900–1000 of them means.
 */
const COST_S: Readonly<Record<string, number>> = {
  'crm.lead.add': 3.31,
  'crm.deal.add': 1.83,
  'crm.contact.add': 1.14,
  'crm.company.add': 1.14,
  'crm.timeline.comment.add': 0.088,
  'crm.duplicate.findbycomm': 0.018,
  'imconnector.send.messages': 1.19,
  'telephony.externalcall.finish': 1.41,
  'crm.item.update': 0.5,
  'crm.item.get': 0.05,
};
const ADDED_ITEM_S: Readonly<Record<number, number>> = { 1: 3.31, 2: 1.83, 3: 1.14, 4: 1.14 };
const IMPORTED_ITEM_S = 0.35;
const COUNTED_PAGE_S = 0.245;
const UNCOUNTED_PAGE_S = 0.0685;
/** What `select: *` adds to a page. */
const ALL_FIELDS_S = 0.15;
const WRITE_S = 0.3;
const READ_S = 0.02;

export function costOf(method: string, params: Params): number {
  const known = COST_S[method];
  if (known !== undefined) return known;
  if (method === 'crm.item.add') return ADDED_ITEM_S[toInt(param(params, 'entityTypeId'))] ?? 1.83;
  if (method === 'crm.item.batchimport') return IMPORTED_ITEM_S * toList(param(params, 'data')).length;
  if (/^crm\..*\.list$/.test(method)) return costOfPage(params);
  if (/\.(add|update|delete|set|import|mergebatch|register|activate|messages|bind)$/.test(method))
    return WRITE_S;
  return READ_S;
}

function costOfPage(params: Params): number {
  const select = toList(param(params, 'select'));
  const isWide = select.length === 0 || select.some((name) => name === '*' || name === 'UF_*');
  const page = String(param(params, 'start')) === '-1' ? UNCOUNTED_PAGE_S : COUNTED_PAGE_S;
  return page + (isWide ? ALL_FIELDS_S : 0);
}
