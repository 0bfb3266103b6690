import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isFromThisMachine } from '../../http/is-from-this-machine.ts';
import { CONTACT, DEAL, LEAD } from '../crm/entity-types.ts';
import { finish, reply as replyAsOperator } from '../open-lines/operator/operator.ts';
import { CHATS, type Chat } from '../open-lines/tables.ts';
import type { PortalContext } from '../portal-context.ts';
import { textParam } from '../transport/params.ts';
import { paramsOf } from '../transport/read-body.ts';
import { html } from './html.ts';
import { layout } from './layout.ts';
import { addLiveChanges } from './live-changes.ts';
import { SCRIPT, STYLE } from './style.ts';
import type { Page, View } from './view.ts';
import { boardPage } from './views/board.ts';
import { chatPath, chatsPage } from './views/chats.ts';
import { connectionsPage } from './views/connections.ts';
import { contactsPage } from './views/contacts.ts';
import { itemPage } from './views/item.ts';
import { wordsFor } from './words.ts';

type Numbers = Record<string, string>;
type MakePage = (view: View, numbers: Readonly<Record<string, number>>) => Page | null;

const PAGES: readonly [path: string, make: MakePage][] = [
  ['/crm/deal/kanban', (view) => boardPage(view, DEAL)],
  ['/crm/lead/kanban', (view) => boardPage(view, LEAD)],
  ['/crm/type/:type/kanban', (view, { type = 0 }) => boardPage(view, type)],
  ['/crm/deal/details/:id', (view, { id = 0 }) => itemPage(view, DEAL, id)],
  ['/crm/lead/details/:id', (view, { id = 0 }) => itemPage(view, LEAD, id)],
  ['/crm/contact/details/:id', (view, { id = 0 }) => itemPage(view, CONTACT, id)],
  ['/crm/type/:type/details/:id', (view, { type = 0, id = 0 }) => itemPage(view, type, id)],
  ['/crm/contact/list', contactsPage],
  ['/online', chatsPage],
  ['/devops', connectionsPage],
];

/** Nothing from elsewhere, and no script but our own, whatever a name or a message contains. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The portal for a person: what programs did to it, and a chat to answer in. */
export function addPortalPages(app: FastifyInstance, context: PortalContext): void {
  for (const [path, make] of PAGES)
    app.get<{ Params: Numbers }>(path, (request, reply) => {
      const view = viewOf(context, request);
      const numbers = Object.entries(request.params).map(([name, text]) => [name, Number(text)]);
      return sendPage(reply, view, make(view, Object.fromEntries(numbers)));
    });
  app.get('/', (request, reply) => reply.redirect(viewOf(context, request).link('/crm/deal/kanban/'), 302));
  app.get('/portal.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(STYLE));
  app.get('/portal.js', (_request, reply) => reply.type('text/javascript; charset=utf-8').send(SCRIPT));
  addLiveChanges(app, context);
  addChatForms(app, context);
}

function addChatForms(app: FastifyInstance, context: PortalContext): void {
  const onChat = (path: string, act: (chat: Chat, request: FastifyRequest) => void) =>
    app.post<{ Params: { id: string } }>(path, (request, reply) => {
      const view = viewOf(context, request);
      const chat = context.state.rows(CHATS).get(Number(request.params.id));
      // A page of another site must not write to somebody's abonents.
      if (!isFromThisMachine(request.headers)) return reply.code(403).send();
      if (!chat) return sendPage(reply, view, null);
      act(chat, request);
      return reply.redirect(view.link(chatPath(chat.id)), 303);
    });
  onChat('/online/:id/reply', (chat, request) => {
    const text = textParam(paramsOf(request.url, request.body), 'text')?.trim();
    if (text) replyAsOperator(context, chat, { text });
  });
  onChat('/online/:id/finish', (chat) => {
    if (chat.isOpen) finish(context, chat);
  });
}

function sendPage(reply: FastifyReply, view: View, page: Page | null): FastifyReply {
  const { words } = view;
  const missing = { title: words.nothingHere, section: '', body: html`` };
  return reply
    .code(page ? 200 : 404)
    .headers({
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      vary: 'accept-language',
    })
    .type('text/html; charset=utf-8')
    .send(layout(view, page ?? missing).source);
}

function viewOf(context: PortalContext, request: FastifyRequest): View {
  const given = request.query as Readonly<Record<string, unknown>>;
  const query = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );
  const lang = query['lang'];
  return {
    context,
    words: wordsFor(lang, request.headers['accept-language']),
    query,
    link: (path) =>
      lang ? `${path}${path.includes('?') ? '&' : '?'}lang=${encodeURIComponent(lang)}` : path,
  };
}
