import { z } from 'zod';
import { id, idOrNull, text } from '../wire-values.ts';

/** An entry of the timeline that nobody can edit. */
export const Bitrix24LogMessage = z.looseObject({
  id,
  created: text,
  authorId: idOrNull,
  title: text,
  text,
  iconCode: text,
});
export type Bitrix24LogMessage = z.infer<typeof Bitrix24LogMessage>;

/** A comment of the timeline as `crm.timeline.comment.get` and `.list` write it. */
export const Bitrix24TimelineComment = z.looseObject({
  ID: id,
  ENTITY_ID: idOrNull,
  ENTITY_TYPE: text,
  CREATED: text,
  AUTHOR_ID: idOrNull,
  COMMENT: text,
});
export type Bitrix24TimelineComment = z.infer<typeof Bitrix24TimelineComment>;
