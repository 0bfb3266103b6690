import { activitiesOf, commentsOf, logMessagesOf } from '../../crm/timeline/timeline-rows.ts';
import { USERS } from '../../system/users.ts';
import { bbCode } from '../bb-code.ts';
import { type Html, html } from '../html.ts';
import { shownTime, type View } from '../view.ts';

interface Entry {
  at: string;
  authorId: number;
  title: string;
  text: string;
  isTask: boolean;
}

/** Comments, records and things to do of an item, the newest first. */
export function timelineOf(view: View, entityTypeId: number, id: number): Html {
  const { words, context } = view;
  const { state } = context;
  const entries: Entry[] = [
    ...commentsOf(state, entityTypeId, id).map(({ created, authorId, comment, files }) => ({
      at: created,
      authorId,
      title: '',
      text: [comment, ...files.map((name) => `${words.file}: ${name}`)].filter(Boolean).join('\n'),
      isTask: false,
    })),
    ...logMessagesOf(state, entityTypeId, id).map(({ created, authorId, title, text }) => ({
      at: created,
      authorId,
      title,
      text,
      isTask: false,
    })),
    ...activitiesOf(state, entityTypeId, id).map(({ created, authorId, subject, description }) => ({
      at: created,
      authorId,
      title: subject,
      text: description,
      isTask: true,
    })),
  ];
  if (entries.length === 0) return html`<p class="empty">${words.noComments}</p>`;
  const newestFirst = entries.toReversed().toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return html`${newestFirst.map(({ at, authorId, title, text, isTask }) => {
    const author = state.rows(USERS).get(authorId);
    return html`<div class="entry"><small>${shownTime(view, at)}${author && ` · ${author.name} ${author.lastName}`}${
      isTask && html` <span class="tag">${words.task}</span>`
    }</small>${title !== '' && html`<b>${title}</b>\n`}${bbCode(text)}</div>`;
  })}`;
}
