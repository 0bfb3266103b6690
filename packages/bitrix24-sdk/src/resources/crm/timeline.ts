import { Bitrix24LogMessage, Bitrix24TimelineComment } from '@domovoy/models';
import { z } from 'zod';
import { createList } from '../list-method.ts';
import { createMethod, type ResourceContext } from '../method.ts';
import { CreatedId } from '../nothing.ts';
import { EntityTypeId, Id, listParams, Text } from '../params.ts';

/** `contact`, `lead`, `deal`, `company`, or `dynamic_1046`, an item of a smart process. */
const EntityType = z.string().regex(/^(contact|lead|deal|company|dynamic_\d+)$/, {
  error: 'expected contact, lead, deal, company or dynamic_<entityTypeId>',
});

/** The timeline of an object (facts §7.5). Web hook or application, scope `crm`. */
export const timeline = (context: ResourceContext) => ({
  /**
   * A comment, BB-code allowed: `encodeBbCode` keeps other people's text from being read as such. Nothing in it can be
   * looked up, so after an unknown outcome read the last ones, or write it again. Resolves with its id.
   */
  addComment: createMethod(context, {
    operation: 'timeline.addComment',
    method: 'crm.timeline.comment.add',
    params: z.strictObject({
      entityType: EntityType,
      entityId: Id,
      comment: Text,
      /** Names and contents, in base64. */
      files: z
        .array(z.strictObject({ name: Text, base64: Text }))
        .min(1)
        .optional(),
    }),
    wire: ({ entityType, entityId, comment, files }) => ({
      // The only method of the classic ones that refuses FIELDS.
      fields: {
        ENTITY_TYPE: entityType,
        ENTITY_ID: entityId,
        COMMENT: comment,
        ...(files && { FILES: files.map(({ name, base64 }) => [name, base64]) }),
      },
    }),
    answer: CreatedId,
  }),

  /** Comments of one object; to find out whether one was written, or who replied. */
  ...comments(context),

  /** An entry that nobody can edit. Resolves with the entry. */
  addLogMessage: createMethod(context, {
    operation: 'timeline.addLogMessage',
    method: 'crm.timeline.logmessage.add',
    params: z.strictObject({
      entityTypeId: EntityTypeId,
      entityId: Id,
      title: Text,
      text: Text,
      /** `info`, `call`, `mail` …: a name of the portal's list of icons. */
      iconCode: Text.default('info'),
    }),
    wire: (fields) => ({ fields }),
    answer: z.looseObject({ logMessage: Bitrix24LogMessage }).transform(({ logMessage }) => logMessage),
  }),
});

function comments(context: ResourceContext) {
  const { list } = createList(context, {
    operation: 'timeline.comments',
    method: 'crm.timeline.comment.list',
    params: z.strictObject({ entityType: EntityType, entityId: Id, ...listParams }),
    wire: ({ entityType, entityId, filter, select, order }) => ({
      filter: { ...filter, ENTITY_TYPE: entityType, ENTITY_ID: entityId },
      select,
      order,
    }),
    row: Bitrix24TimelineComment,
  });
  return {
    comments: list,
    getComment: createMethod(context, {
      operation: 'timeline.getComment',
      method: 'crm.timeline.comment.get',
      params: z.strictObject({ id: Id }),
      answer: Bitrix24TimelineComment,
    }),
  };
}
