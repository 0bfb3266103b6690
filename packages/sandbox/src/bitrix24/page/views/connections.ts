import { APPLICATIONS } from '../../auth/applications.ts';
import { EVENT_HANDLERS, EVENT_QUEUE, OUTGOING_WEBHOOKS } from '../../events/tables.ts';
import { OFFLINE_EVENTS } from '../../offline-queue/tables.ts';
import { lineName } from '../../open-lines/lines.ts';
import { CONNECTORS, LINE_CONNECTORS, LINES, type Line } from '../../open-lines/tables.ts';
import { type Html, html } from '../html.ts';
import { type Page, shownTime, type View } from '../view.ts';

const SHOWN_EVENTS = 100;

/** Who is connected to the portal, who is told of what, and what was told. Without tokens. */
export function connectionsPage(view: View): Page {
  const { words } = view;
  const body = html`<div class="two"><div>${sentEvents(view)}${handlers(view)}</div><div>${applications(view)}${connectors(view)}${offlineQueue(view)}</div></div>`;
  return { title: words.connections, section: '/devops/', body };
}

const card = (title: string, content: Html): Html =>
  html`<section class="card"><h2>${title}</h2>${content}</section>`;
const empty = (text: string): Html => html`<p class="empty">${text}</p>`;

function applications({ context, words }: View): Html {
  const rows = [...context.state.rows(APPLICATIONS).values()];
  return card(
    words.applications,
    html`<table><tbody>${rows.map(
      ({ title, clientId, scopes, isInstalled }) =>
        html`<tr><td><b>${title}</b> ${
          isInstalled
            ? html`<span class="tag good">${words.installed}</span>`
            : html`<span class="tag bad">${words.notInstalled}</span>`
        }<br><code class="soft">${clientId}</code><br><span class="soft">${scopes.join(', ')}</span></td></tr>`,
    )}</tbody></table>`,
  );
}

function connectors({ context: { state }, words }: View): Html {
  const rows = [...state.rows(CONNECTORS).values()];
  if (rows.length === 0) return card(words.connectors, empty(words.noConnectors));
  const places = [...state.rows(LINE_CONNECTORS).values()];
  return card(
    words.connectors,
    html`<table><tbody>${rows.map(
      ({ name, code }) =>
        html`<tr><td><b>${name}</b><br><code class="soft">${code}</code></td><td>${places
          .filter((place) => place.code === code)
          .map(
            ({ lineId, isActive }) =>
              html`${nameOfLine(state.rows(LINES).get(lineId), lineId)} ${
                isActive
                  ? html`<span class="tag good">${words.active}</span>`
                  : html`<span class="tag bad">${words.inactive}</span>`
              }<br>`,
          )}</td></tr>`,
    )}</tbody></table>`,
  );
}

const nameOfLine = (line: Line | undefined, id: number) => (line ? lineName(line) : String(id));

function handlers({ context: { state }, words }: View): Html {
  const bound = [...state.rows(EVENT_HANDLERS).values()];
  const webhooks = [...state.rows(OUTGOING_WEBHOOKS).values()];
  const list =
    bound.length === 0
      ? empty(words.noHandlers)
      : html`<table><thead><tr><th>${words.event}</th><th>${words.address}</th></tr></thead><tbody>${bound.map(
          ({ event, url, type, connector }) =>
            html`<tr><td><code>${event}</code></td><td>${
              type === 'offline'
                ? html`<span class="tag">${words.offline}</span> ${connector}`
                : html`<code>${url}</code>`
            }</td></tr>`,
        )}</tbody></table>`;
  return html`${card(words.handlers, list)}${
    webhooks.length > 0 &&
    card(
      words.webhooks,
      html`<table><tbody>${webhooks.map(
        ({ url, events }) =>
          html`<tr><td><code>${url}</code><br><span class="soft">${events.join(', ')}</span></td></tr>`,
      )}</tbody></table>`,
    )
  }`;
}

function offlineQueue({ context, words }: View): Html {
  const rows = [...context.state.rows(OFFLINE_EVENTS).values()].slice(-SHOWN_EVENTS);
  if (rows.length === 0) return card(words.offlineQueue, empty(words.none));
  return card(
    words.offlineQueue,
    html`<table><tbody>${rows.map(
      ({ event, data, processId }) =>
        html`<tr><td><code>${event}</code><br><code class="soft">${JSON.stringify(data)}</code></td><td class="soft number">${
          processId === null ? words.waiting : words.reserved
        }</td></tr>`,
    )}</tbody></table>`,
  );
}

function sentEvents(view: View): Html {
  const { context, words } = view;
  const { history } = context.events;
  const sent = history
    .list({ since: Math.max(0, history.last - SHOWN_EVENTS), limit: SHOWN_EVENTS })
    .toReversed();
  const waiting = context.state.rows(EVENT_QUEUE).size;
  const title = waiting > 0 ? `${words.sentEvents} · ${waiting} ${words.waiting}` : words.sentEvents;
  if (sent.length === 0) return card(title, empty(words.noEvents));
  return card(
    title,
    html`<table><tbody>${sent.map(
      ({
        atMs,
        event,
        data,
        url,
        status,
        did,
        error,
      }) => html`<tr><td class="soft nowrap">${shownTime(view, atMs, 'second')}</td>
<td><code>${event}</code> ${did.map((what) => html`<span class="tag">${what}</span> `)}<br><code class="soft">${shortened(JSON.stringify(data))} → ${url}</code></td>
<td class="number">${outcome(status, error)}</td></tr>`,
    )}</tbody></table>`,
  );
}

const shortened = (text: string) => (text.length > 160 ? `${text.slice(0, 160)}…` : text);

function outcome(status: number | null, error: string | undefined): Html {
  if (status === null) return html`<span class="tag bad">${error ?? '—'}</span>`;
  return html`<span class="tag ${status < 300 ? 'good' : 'bad'}">${status}</span>`;
}
