import type { Call, PortalMethod } from '../../portal-method.ts';
import { argumentMissing, RestError } from '../../rest-error.ts';
import { drop, put } from '../../state/change.ts';
import { pageOf } from '../../transport/page-of.ts';
import {
  isRecord,
  listParam,
  recordParam,
  textParam,
  toInt,
  toList,
  toText,
} from '../../transport/params.ts';
import { isoTime } from '../../transport/portal-time.ts';
import { entityNameOf, entityTypeNamed } from '../entity-types.ts';
import { itemsOf } from '../items/item-row.ts';
import { COMMENTS, type Comment, commentsOf } from './timeline-rows.ts';

/** Comments (facts §7.5). */
export const COMMENT_METHODS: readonly PortalMethod[] = [
  { name: 'crm.timeline.comment.add', scope: 'crm', run: addComment },
  {
    name: 'crm.timeline.comment.get',
    scope: 'crm',
    run: (call) => ({ result: commentWire(requireComment(call)) }),
  },
  { name: 'crm.timeline.comment.list', scope: 'crm', run: listComments },
  {
    name: 'crm.timeline.comment.update',
    scope: 'crm',
    run(call) {
      const before = requireComment(call);
      const comment = textParam(recordParam(call.params, 'fields'), 'COMMENT') ?? before.comment;
      if (comment !== before.comment)
        call.context.save(
          [put(COMMENTS, before.id, { ...before, comment })],
          [{ of: 'comment', ...about(before), what: 'updated' }],
          call,
        );
      return { result: true };
    },
  },
  {
    name: 'crm.timeline.comment.delete',
    scope: 'crm',
    run(call) {
      const comment = requireComment(call);
      call.context.save(
        [drop(COMMENTS, comment.id)],
        [{ of: 'comment', ...about(comment), what: 'deleted' }],
        call,
      );
      return { result: true };
    },
  },
];

function addComment(call: Call) {
  const { state } = call.context;
  // Only in lower case, unlike everywhere else (facts §7.5).
  const fields = call.params['fields'];
  if (!isRecord(fields)) throw argumentMissing('fields');
  const entityTypeId = entityTypeNamed(textParam(fields, 'ENTITY_TYPE') ?? '');
  const entityId = toInt(fields['ENTITY_ID']);
  const text = textParam(fields, 'COMMENT') ?? '';
  if (text === '' && toList(fields['FILES']).length === 0)
    throw new RestError(400, '', 'Empty comment message');
  if (entityTypeId === undefined || !itemsOf(state, entityTypeId).get(entityId))
    throw new RestError(400, 'OWNER_NOT_FOUND', 'Entity was not found');
  const comment: Comment = {
    id: state.takeId(COMMENTS),
    entityTypeId,
    entityId,
    authorId: toInt(fields['AUTHOR_ID']) || call.caller.userId,
    comment: text,
    created: isoTime(call.atMs),
    files: toList(fields['FILES']).map((file) => toText(toList(file)[0])),
  };
  call.context.save(
    [put(COMMENTS, comment.id, comment)],
    [{ of: 'comment', ...about(comment), what: 'added' }],
    call,
  );
  return { result: comment.id };
}

function listComments({ params, context: { state } }: Call) {
  const filter = recordParam(params, 'filter');
  const entityTypeId = entityTypeNamed(
    textParam(filter, 'ENTITY_TYPE') ?? textParam(filter, '=ENTITY_TYPE') ?? '',
  );
  const entityId = toInt(textParam(filter, 'ENTITY_ID') ?? textParam(filter, '=ENTITY_ID'));
  if (entityTypeId === undefined || entityId === 0)
    throw new RestError(400, '', 'ENTITY_ID or ENTITY_TYPE is required');
  const after = toInt(textParam(filter, '>ID'));
  const found = commentsOf(state, entityTypeId, entityId).filter(({ id }) => id > after);
  const isDescending = String(recordParam(params, 'order')['ID']).toUpperCase() === 'DESC';
  const { rows, counts } = pageOf(isDescending ? found.toReversed() : found, params);
  const select = listParam(params, 'select').map(String);
  const isWhole = select.length === 0 || select.includes('*');
  const chosen = (wire: object) =>
    isWhole
      ? wire
      : Object.fromEntries(Object.entries(wire).filter(([name]) => name === 'ID' || select.includes(name)));
  return { result: rows.map((row) => chosen(commentWire(row))), ...counts };
}

function requireComment({ params, context: { state } }: Call): Comment {
  const found = state.rows(COMMENTS).get(toInt(textParam(params, 'id')));
  if (!found) throw new RestError(400, '', 'Not found');
  return found;
}

const about = ({ id, entityTypeId, entityId, authorId }: Comment) => ({
  id,
  entityTypeId,
  entityId,
  authorId,
});

const commentWire = ({ id, entityTypeId, entityId, authorId, comment, created, files }: Comment) => ({
  ID: String(id),
  ENTITY_ID: entityId,
  ENTITY_TYPE: entityNameOf(entityTypeId),
  CREATED: created,
  COMMENT: comment,
  AUTHOR_ID: String(authorId),
  ...(files.length === 0
    ? {}
    : { FILES: Object.fromEntries(files.map((name, index) => [index + 1, { id: index + 1, name }])) }),
});
