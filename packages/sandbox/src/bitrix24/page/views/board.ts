import {
  CATEGORIES,
  categoriesOf,
  type Status,
  stageDirectoryOf,
  statusesOf,
} from '../../crm/directories/statuses.ts';
import { CONTACT } from '../../crm/entity-types.ts';
import { type ItemRow, itemsOf } from '../../crm/items/item-row.ts';
import { type Html, html } from '../html.ts';
import { type Page, shownMoney, shownText, shownTime, type View } from '../view.ts';
import { boardOf, kindOf, nameOf, pathOf } from './item-names.ts';

/** Of one stage, the newest first. */
const SHOWN = 30;

/** The items of a pipeline by their stage. Null: there is no such pipeline. */
export function boardPage(view: View, entityTypeId: number): Page | null {
  const { words, query, context, link } = view;
  const { state } = context;
  const pipelines = categoriesOf(state, entityTypeId);
  const wish = query['category'] ?? String(pipelines.find(({ isDefault }) => isDefault)?.id ?? 0);
  const categoryId = Number.parseInt(wish, 10) || 0;
  const directory = stageDirectoryOf(entityTypeId, categoryId);
  const isKnown =
    pipelines.length === 0 || state.rows(CATEGORIES).get(categoryId)?.entityTypeId === entityTypeId;
  if (!directory || !isKnown) return null;
  const columns = itemsByStage(view, entityTypeId, pipelines.length === 0 ? null : categoryId);
  const stages = statusesOf(state, directory);
  const board = boardOf(entityTypeId);
  const body = html`${
    pipelines.length > 1 &&
    html`<p>${pipelines.map(
      ({ id, name }) =>
        html`<a href="${link(`${board}?category=${id}`)}" class="tag${id === categoryId && ' good'}">${name}</a> `,
    )}</p>`
  }<div class="board">${stages.map((stage) => columnOf(view, entityTypeId, stage, columns.get(stage.statusId) ?? []))}</div>`;
  return { title: kindOf(state, words, entityTypeId), section: board, body };
}

function itemsByStage(
  { context }: View,
  entityTypeId: number,
  categoryId: number | null,
): Map<string, ItemRow[]> {
  const columns = new Map<string, ItemRow[]>();
  for (const row of itemsOf(context.state, entityTypeId).values()) {
    if (categoryId !== null && row['categoryId'] !== categoryId) continue;
    const stage = shownText(row['stageId']);
    const column = columns.get(stage);
    if (column) column.push(row);
    else columns.set(stage, [row]);
  }
  return columns;
}

function columnOf(view: View, entityTypeId: number, stage: Status, items: readonly ItemRow[]): Html {
  const newest = items.toSorted((a, b) => b.id - a.id).slice(0, SHOWN);
  const outcome = stage.semantics === 'S' ? 'won' : stage.semantics === 'F' ? 'lost' : 'open';
  return html`<section class="stage ${outcome}${items.length === 0 && ' empty'}" data-stage="${stage.statusId}">
<header><span>${stage.name}</span><span class="count">${items.length}</span></header>
${newest.map((row) => cardOf(view, entityTypeId, row))}${
  items.length > SHOWN && html`<p class="soft">… ${items.length - SHOWN}</p>`
}</section>`;
}

function cardOf(view: View, entityTypeId: number, row: ItemRow): Html {
  const { link, context } = view;
  const contactId = row['contactId'];
  const contact = typeof contactId === 'number' ? itemsOf(context.state, CONTACT).get(contactId) : undefined;
  return html`<a class="deal" href="${link(pathOf(entityTypeId, row.id))}"><b>${nameOf(row)}</b>${contact && html`<span>${nameOf(contact)}</span>`}
<small><span>${Number(row['opportunity']) > 0 && shownMoney(view, row['opportunity'], row['currencyId'])}</span><span>${shownTime(view, row['createdTime'])}</span></small></a>`;
}
