import { STATUSES } from '../../crm/directories/statuses.ts';
import { CONTACT, DEAL, LEAD } from '../../crm/entity-types.ts';
import { USER_FIELDS } from '../../crm/fields/user-field.ts';
import { type ItemRow, itemsOf } from '../../crm/items/item-row.ts';
import { CHATS } from '../../open-lines/tables.ts';
import { USERS } from '../../system/users.ts';
import { type Html, html } from '../html.ts';
import { type Page, shownMoney, shownText, shownTime, type View } from '../view.ts';
import { chatPath } from './chats.ts';
import { boardOf, nameOf, pathOf } from './item-names.ts';
import { productTable } from './product-table.ts';
import { timelineOf } from './timeline.ts';

/** A contact, deal, lead or item of a smart process. Null: there is none. */
export function itemPage(view: View, entityTypeId: number, id: number): Page | null {
  const row = itemsOf(view.context.state, entityTypeId).get(id);
  if (!row) return null;
  const isContact = entityTypeId === CONTACT;
  const left = html`${facts(view, entityTypeId, row)}${
    !isContact && card(view.words.products, productTable(view, entityTypeId, id, row['currencyId']))
  }`;
  const timeline = card(view.words.timeline, timelineOf(view, entityTypeId, id));
  const right = html`${isContact ? ofContact(view, row) : contactsOf(view, row)}${timeline}`;
  return {
    title: nameOf(row),
    section: isContact ? '/crm/contact/list/' : boardOf(entityTypeId),
    body: html`<div class="two"><div>${left}</div><div>${right}</div></div>`,
  };
}

const card = (title: string, content: Html): Html =>
  html`<section class="card"><h2>${title}</h2>${content}</section>`;
const entry = (name: string, value: Html | string | false): Html | false =>
  value !== '' && value !== false && html`<dt>${name}</dt><dd>${value}</dd>`;

function facts(view: View, entityTypeId: number, row: ItemRow): Html {
  const { words, context } = view;
  const user = context.state.rows(USERS).get(Number(row['assignedById']));
  const hasMoney = entityTypeId !== CONTACT;
  return card(
    words.fields,
    html`<dl>${entry('ID', String(row.id))}
${entry(words.stage, stageName(view, entityTypeId, row))}
${hasMoney && entry(words.amount, shownMoney(view, row['opportunity'], row['currencyId']))}
${(row.fm ?? []).map(({ typeId, valueType, value }) => entry(`${kindOfCommunication(view, typeId)} · ${valueType.toLowerCase()}`, value))}
${entry(words.responsible, user ? `${user.name} ${user.lastName}` : '')}
${entry(words.origin, [row['originatorId'], row['originId']].filter(Boolean).join(' · '))}
${entry(words.comments, shownText(row['comments']))}
${userFields(view, entityTypeId, row)}
${entry(words.created, shownTime(view, row['createdTime']))}
${entry(words.changed, shownTime(view, row['updatedTime']))}</dl>`,
  );
}

const kindOfCommunication = ({ words }: View, typeId: string) =>
  ({ PHONE: words.phone, EMAIL: words.email })[typeId] ?? typeId;

function stageName({ context: { state } }: View, entityTypeId: number, row: ItemRow): string {
  const stageId = row['stageId'];
  if (typeof stageId !== 'string') return '';
  for (const status of state.rows(STATUSES).values())
    if (status.statusId === stageId && (entityTypeId === LEAD) === (status.entityId === 'STATUS'))
      return status.name;
  return stageId;
}

function userFields({ context, words }: View, entityTypeId: number, row: ItemRow): (Html | false)[] {
  const fields = context.state.rows(USER_FIELDS);
  return fields.idsBy('entityTypeId', entityTypeId).map((id) => {
    const field = fields.get(id);
    const value = field && row[field.fieldName];
    if (!field || value === undefined || value === null || value === '') return false;
    const label = field.editFormLabel[words.lang] || field.editFormLabel['ru'] || field.fieldName;
    const shown = (Array.isArray(value) ? value : [value]).map(
      (one) =>
        field.list.find(({ ID }) => ID === String(one))?.VALUE ??
        (typeof one === 'object' ? JSON.stringify(one) : String(one)),
    );
    return entry(label, shown.join(', '));
  });
}

/** What a contact has: deals, leads, chats. */
function ofContact(view: View, { id }: ItemRow): Html {
  const { words, context, link } = view;
  const { state } = context;
  const items = [DEAL, LEAD].flatMap((type) => {
    const rows = itemsOf(state, type);
    return rows.idsBy('contactId', id).flatMap((one) => {
      const row = rows.get(one);
      return row ? [{ type, row }] : [];
    });
  });
  const chats = state.rows(CHATS);
  const talks = chats.idsBy('contactId', id).flatMap((chatId) => chats.get(chatId) ?? []);
  return html`${card(
    words.dealsOf,
    items.length === 0
      ? html`<p class="empty">${words.noDeals}</p>`
      : html`${items.map(
          ({ type, row }) => html`<a class="deal" href="${link(pathOf(type, row.id))}"><b>${nameOf(row)}</b>
<small><span>${stageName(view, type, row)}</span><span>${shownMoney(view, row['opportunity'], row['currencyId'])}</span></small></a>`,
        )}`,
  )}${
    talks.length > 0 &&
    card(
      words.chatsOf,
      html`${talks.map((chat) => html`<a class="deal" href="${link(chatPath(chat.id))}">${chat.title}</a>`)}`,
    )
  }`;
}

function contactsOf(view: View, { contactIds = [], ...row }: ItemRow): Html {
  const { words, context, link } = view;
  const contactId = row['contactId'];
  const ids =
    contactIds.length > 0 ? contactIds : typeof contactId === 'number' && contactId > 0 ? [contactId] : [];
  const rows = ids.flatMap((id) => itemsOf(context.state, CONTACT).get(id) ?? []);
  if (rows.length === 0) return html``;
  return card(
    words.contact,
    html`${rows.map(
      (contact) => html`<a class="deal" href="${link(pathOf(CONTACT, contact.id))}"><b>${nameOf(contact)}</b>
<small>${(contact.fm ?? []).map(({ value }) => value).join(', ')}</small></a>`,
    )}`,
  );
}
