import { z } from 'zod';
import { createMethod, type ResourceContext } from '../method.ts';
import { CreatedId } from '../nothing.ts';
import { EntityTypeId, Id, IsoDateTime, Text } from '../params.ts';

/** Things to do (facts §7.5). Web hook or application, scope `crm`. */
export const activities = (context: ResourceContext) => ({
  /**
   * A task with a deadline on an object. Resolves with its id. ApiError OWNER_NOT_FOUND: the object is not there;
   * WRONG_DATETIME_FORMAT: the deadline.
   */
  addTodo: createMethod(context, {
    operation: 'activities.addTodo',
    method: 'crm.activity.todo.add',
    params: z.strictObject({
      ownerTypeId: EntityTypeId,
      ownerId: Id,
      /** With an offset: the portal has a time zone of its own. */
      deadline: IsoDateTime,
      title: Text.optional(),
      description: z.string().optional(),
      responsibleId: Id.optional(),
      parentActivityId: Id.optional(),
      /** Minutes before the deadline at which the portal reminds. */
      pingOffsets: z.array(z.int().nonnegative()).min(1).optional(),
      colorId: z.enum(['1', '2', '3', '4', '5', '6', '7']).optional(),
    }),
    answer: z.looseObject({ id: CreatedId }).transform(({ id }) => id),
  }),
});
