import { CONTACT, DEAL, LEAD, SMART_PROCESSES } from '../crm/entity-types.ts';
import { itemsOf } from '../crm/items/item-row.ts';
import { CHATS } from '../open-lines/tables.ts';
import { type Html, html } from './html.ts';
import { stateOf } from './live-changes.ts';
import type { Page, View } from './view.ts';

interface Section {
  path: string;
  title: string;
  count?: number | undefined;
}

/** A speech bubble. */
const ICON =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"%3E' +
  '%3Cpath fill="%231c6dd0" d="M4 4h24v18H15l-7 7v-7H4z"/%3E%3C/svg%3E';

/** The parts with `data-live` are replaced when something has changed. */
export function layout(view: View, { title, section, body }: Page): Html {
  const { words, query, context, link } = view;
  const inLanguage = (lang: string) => {
    const chosen = new URLSearchParams({ lang });
    for (const [name, value] of Object.entries(query)) if (value && name !== 'lang') chosen.set(name, value);
    return `?${chosen.toString()}`;
  };
  return html`<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · ${words.portal}</title>
<link rel="icon" href="${ICON}">
<link rel="stylesheet" href="/portal.css">
${
  // Without scripts a page is read again as a whole, and an answer that somebody is writing would be gone.
  section !== '/online/' && html`<noscript><meta http-equiv="refresh" content="5"></noscript>`
}
<script type="module" src="/portal.js"></script>
</head>
<body data-state="${stateOf(context)}">
<div class="shell">
<nav class="side" data-live="side">
<div class="brand"><b>${words.portal}</b><small>${words.subtitle}<br>${context.address.host}</small></div>
${sectionsOf(view).map(
  ({ path, title: name, count }) =>
    html`<a href="${link(path)}"${path === section && html` aria-current="page"`}><span>${name}</span>${
      count !== undefined && html`<span class="count">${count}</span>`
    }</a>\n`,
)}<div class="foot">${words.live}<br><a href="${inLanguage('ru')}" lang="ru">Русский</a> · <a href="${inLanguage('en')}" lang="en">English</a></div>
</nav>
<main><h1>${title}</h1><div data-live="body">${body}</div></main>
</div>
</body>
</html>
`;
}

/** Kinds that nobody uses are not in the way. */
function sectionsOf({ context: { state }, words }: View): Section[] {
  const sizeOf = (entityTypeId: number) => itemsOf(state, entityTypeId).size;
  const processes = [...state.rows(SMART_PROCESSES).values()].filter(
    ({ entityTypeId }) => sizeOf(entityTypeId) > 0,
  );
  return [
    { path: '/crm/deal/kanban/', title: words.deals, count: sizeOf(DEAL) },
    { path: '/crm/contact/list/', title: words.contacts, count: sizeOf(CONTACT) },
    ...(sizeOf(LEAD) > 0 ? [{ path: '/crm/lead/kanban/', title: words.leads, count: sizeOf(LEAD) }] : []),
    ...processes.map(({ entityTypeId, title }) => ({
      path: `/crm/type/${entityTypeId}/kanban/`,
      title,
      count: sizeOf(entityTypeId),
    })),
    { path: '/online/', title: words.chats, count: state.rows(CHATS).size },
    { path: '/devops/', title: words.connections },
  ];
}
