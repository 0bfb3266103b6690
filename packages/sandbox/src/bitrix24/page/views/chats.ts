import { CONTACT } from '../../crm/entity-types.ts';
import { itemsOf } from '../../crm/items/item-row.ts';
import { fullName } from '../../open-lines/conversation/chat-of.ts';
import { lineName } from '../../open-lines/lines.ts';
import { operatorOf } from '../../open-lines/operator/operator.ts';
import {
  CHATS,
  type Chat,
  CONNECTORS,
  LINES,
  MESSAGES,
  type Message,
  VISITORS,
} from '../../open-lines/tables.ts';
import { bbCode } from '../bb-code.ts';
import { type Html, html } from '../html.ts';
import { type Page, shownTime, type View } from '../view.ts';
import { nameOf, pathOf } from './item-names.ts';

const LISTED = 100;
const SHOWN_MESSAGES = 200;

export const chatPath = (chatId: number): string => `/online/?IM_DIALOG=chat${chatId}`;

/** All chats on the left, one of them on the right, with a field for the operator. Null: there is no such chat. */
export function chatsPage(view: View): Page | null {
  const { words, query, context } = view;
  const rows = context.state.rows(CHATS);
  const wish = query['IM_DIALOG']?.replace(/^chat/, '');
  const chosen = wish === undefined ? undefined : rows.get(Number(wish));
  if (wish !== undefined && !chosen) return null;
  const chats = [...rows.values()].toSorted((a, b) => b.atMs - a.atMs || b.id - a.id).slice(0, LISTED);
  const body =
    chats.length === 0
      ? html`<div class="card"><p class="empty">${words.noChats}</p></div>`
      : html`<div class="talk"><div class="card list">${chats.map((chat) => entryOf(view, chat, chosen))}</div>${
          chosen
            ? conversationOf(view, chosen)
            : html`<div class="card"><p class="empty">${words.chooseChat}</p></div>`
        }</div>`;
  return { title: words.chats, section: '/online/', body };
}

function entryOf(view: View, chat: Chat, chosen: Chat | undefined): Html {
  const { context, words, link } = view;
  const last = messagesOf(context, chat).at(-1);
  return html`<a href="${link(chatPath(chat.id))}"${chat.id === chosen?.id && html` aria-current="page"`}>${whoOf(context, chat)}${
    !chat.isOpen && html` <span class="tag">${words.closed}</span>`
  }<small>${shownTime(view, chat.atMs)} · ${last?.text || (last?.files[0]?.name ?? '')}</small></a>`;
}

/** Whom the operator talks to: many visitors have the same name, or none. */
function whoOf({ state }: View['context'], chat: Chat): string {
  const contact = chat.contactId === null ? undefined : itemsOf(state, CONTACT).get(chat.contactId);
  const phone = state.rows(VISITORS).get(chat.visitorId)?.phone;
  return contact ? nameOf(contact) : [shortTitle({ state }, chat), phone].filter(Boolean).join(' ');
}

function conversationOf(view: View, chat: Chat): Html {
  const { context, words, link } = view;
  const { state } = context;
  const visitor = state.rows(VISITORS).get(chat.visitorId);
  const contact = chat.contactId === null ? undefined : itemsOf(state, CONTACT).get(chat.contactId);
  const connector = state.rows(CONNECTORS).get(chat.code)?.name ?? chat.code;
  const messages = messagesOf(context, chat).slice(-SHOWN_MESSAGES);
  const operator = operatorOf(state);
  return html`<section class="card chat"><header><b>${visitor ? fullName(visitor) : chat.title}</b>
<span class="soft">${visitor?.phone}</span><span class="soft">${connector}</span>
<span>${words.contact}: ${
    contact
      ? html`<a href="${link(pathOf(CONTACT, contact.id))}">${nameOf(contact)}</a>`
      : html`<span class="soft">${words.noContact}</span>`
  }</span>
<form class="push" method="post" action="${link(`/online/${chat.id}/finish`)}">${
    chat.isOpen
      ? html`<button class="plain">${words.finish}</button>`
      : html`<span class="tag">${words.closed}</span>`
  }</form></header>
<div class="messages" role="log">${messages.map((message) => messageOf(view, message, operator.name))}</div>
<form class="reply" method="post" action="${link(`/online/${chat.id}/reply`)}"><textarea name="text" rows="1" required placeholder="${words.reply}" aria-label="${words.reply}"></textarea><button>${words.send}</button></form>
</section>`;
}

function messageOf(view: View, message: Message, operatorName: string): Html {
  const { words } = view;
  const { from, text, files, isDeleted, isEdited, isDelivered, atMs } = message;
  if (isDeleted) return html`<div class="message gone ${from}">${words.deleted}</div>`;
  const state = from === 'operator' ? ` · ${isDelivered ? words.delivered : words.sent}` : '';
  return html`<div class="message ${from}">${from === 'operator' && html`<small>${operatorName}</small>`}${
    from === 'operator' ? bbCode(text) : text
  }${files.map(({ name, url }) => html`<div>${fileLink(view, name, url)}</div>`)}<small>${shownTime(view, atMs)}${state}${
    isEdited && ` · ${words.edited}`
  }</small></div>`;
}

/** An address that is no address of the web is only shown. */
const fileLink = ({ words }: View, name: string, url: string): Html =>
  /^https?:\/\//i.test(url)
    ? html`${words.file}: <a href="${url}" rel="noreferrer noopener" target="_blank">${name}</a>`
    : html`${words.file}: ${name}`;

/** The line is the same for most of them. */
function shortTitle({ state }: Pick<View['context'], 'state'>, { title, lineId }: Chat): string {
  const line = state.rows(LINES).get(lineId);
  const ending = line ? ` - ${lineName(line)}` : '';
  return ending !== '' && title.endsWith(ending) ? title.slice(0, -ending.length) : title;
}

function messagesOf({ state }: View['context'], { id }: Chat): Message[] {
  const rows = state.rows(MESSAGES);
  return rows
    .idsBy('chatId', id)
    .flatMap((messageId) => rows.get(messageId) ?? [])
    .toSorted((a, b) => a.id - b.id);
}
