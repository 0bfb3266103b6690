import { CONTACT } from '../../crm/entity-types.ts';
import { type ItemRow, itemsOf } from '../../crm/items/item-row.ts';
import { type Html, html } from '../html.ts';
import { type Page, shownText, shownTime, type View } from '../view.ts';
import { communicationsOf, nameOf, pathOf } from './item-names.ts';

const PAGE_ROWS = 50;

/** The newest first. */
export function contactsPage(view: View): Page {
  const { words, query, context, link } = view;
  const wanted = (query['find'] ?? '').trim();
  const start = Math.max(0, Number.parseInt(query['start'] ?? '0', 10) || 0);
  const rows = itemsOf(context.state, CONTACT);
  const found: ItemRow[] = [];
  let count = 0;
  for (let place = rows.ids.length - 1; place >= 0; place -= 1) {
    const row = rows.get(rows.ids[place] as number) as ItemRow;
    if (wanted !== '' && !isMeant(row, wanted)) continue;
    if (count >= start && found.length < PAGE_ROWS) found.push(row);
    count += 1;
  }
  const pages = (from: number) => link(`/crm/contact/list/?start=${from}&find=${encodeURIComponent(wanted)}`);
  const body = html`<form class="search" method="get" role="search">
${query['lang'] && html`<input type="hidden" name="lang" value="${words.lang}">`}
<input type="search" name="find" value="${wanted}" placeholder="${words.search}" aria-label="${words.search}"><button>${words.find}</button>
</form>
<div class="card">${found.length === 0 ? html`<p class="empty">${words.noContacts}</p>` : tableOf(view, found)}
<div class="pages">${start > 0 && html`<a href="${pages(Math.max(0, start - PAGE_ROWS))}">← ${words.later}</a>`}${
    start + PAGE_ROWS < count && html`<a href="${pages(start + PAGE_ROWS)}">${words.earlier} →</a>`
  }</div></div>`;
  return { title: words.contacts, section: '/crm/contact/list/', body };
}

function isMeant(row: ItemRow, wanted: string): boolean {
  const digits = wanted.replaceAll(/\D/g, '');
  return (
    nameOf(row).toLowerCase().includes(wanted.toLowerCase()) ||
    (digits.length >= 4 && (row.fm ?? []).some(({ value }) => value.replaceAll(/\D/g, '').includes(digits)))
  );
}

const tableOf = (view: View, rows: readonly ItemRow[]): Html => {
  const { words, link } = view;
  return html`<table><thead><tr><th>ID</th><th>${words.name}</th><th>${words.phone}</th><th>${words.email}</th><th>${words.origin}</th><th>${words.created}</th></tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr><td class="soft">${row.id}</td><td class="wide"><a href="${link(pathOf(CONTACT, row.id))}">${nameOf(row)}</a></td>
<td class="wide">${communicationsOf(row, 'PHONE').join(', ')}</td><td class="wide">${communicationsOf(row, 'EMAIL').join(', ')}</td>
<td class="soft wide">${shownText(row['originId'])}</td><td class="soft nowrap">${shownTime(view, row['createdTime'])}</td></tr>`,
  )}</tbody></table>`;
};
