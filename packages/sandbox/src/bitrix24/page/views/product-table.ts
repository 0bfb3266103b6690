import { productRowsOf } from '../../crm/products/product-rows.ts';
import { type Html, html } from '../html.ts';
import { shownMoney, type View } from '../view.ts';

/** What is sold with a deal. */
export function productTable(view: View, entityTypeId: number, id: number, currency: unknown): Html {
  const { words, context } = view;
  const rows = productRowsOf(context.state, entityTypeId, id);
  if (rows.length === 0) return html`<p class="empty">${words.noProducts}</p>`;
  const total = rows.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const money = (amount: number) => shownMoney(view, amount, currency);
  return html`<table><thead><tr><th>${words.product}</th><th class="number">${words.price}</th><th class="number">${words.quantity}</th><th class="number">${words.sum}</th></tr></thead>
<tbody>${rows.map(
    ({ productName, price, quantity }) =>
      html`<tr><td class="wide">${productName}</td><td class="number">${money(price)}</td><td class="number">${quantity}</td><td class="number">${money(price * quantity)}</td></tr>`,
  )}</tbody>
<tfoot><tr><td colspan="3">${words.total}</td><td class="number">${money(total)}</td></tr></tfoot></table>`;
}
