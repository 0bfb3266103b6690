import type { Call, PortalMethod } from '../../portal-method.ts';
import { RestError } from '../../rest-error.ts';
import { drop, put } from '../../state/change.ts';
import { pageOf } from '../../transport/page-of.ts';
import { isYes, recordParam, requiredInt, requiredRecord, textParam, toInt } from '../../transport/params.ts';
import { isoTime, requireTime } from '../../transport/portal-time.ts';
import { itemsOf } from '../items/item-row.ts';
import { ACTIVITIES, type Activity, LOG_MESSAGES, type LogMessage, logMessagesOf } from './timeline-rows.ts';

/** Things to do, and records in the timeline (facts §7.5). */
export const ACTIVITY_METHODS: readonly PortalMethod[] = [
  { name: 'crm.activity.todo.add', scope: 'crm', run: addTodo },
  { name: 'crm.activity.add', scope: 'crm', run: addActivity },
  {
    name: 'crm.activity.get',
    scope: 'crm',
    run: (call) => ({ result: activityWire(requireActivity(call)) }),
  },
  { name: 'crm.activity.list', scope: 'crm', run: listActivities },
  {
    name: 'crm.activity.update',
    scope: 'crm',
    run(call) {
      const before = requireActivity(call);
      const given = requiredRecord(call.params, 'fields');
      const after: Activity = {
        ...before,
        subject: textParam(given, 'SUBJECT') ?? before.subject,
        description: textParam(given, 'DESCRIPTION') ?? before.description,
        isCompleted: 'COMPLETED' in given ? isYes(given['COMPLETED']) : before.isCompleted,
      };
      call.context.save(
        [put(ACTIVITIES, after.id, after)],
        [{ of: 'activity', id: after.id, what: 'updated' }],
        call,
      );
      return { result: true };
    },
  },
  {
    name: 'crm.activity.delete',
    scope: 'crm',
    run(call) {
      const { id } = requireActivity(call);
      call.context.save([drop(ACTIVITIES, id)], [{ of: 'activity', id, what: 'deleted' }], call);
      return { result: true };
    },
  },
  { name: 'crm.timeline.logmessage.add', scope: 'crm', run: addLogMessage },
  {
    name: 'crm.timeline.logmessage.list',
    scope: 'crm',
    run({ params, context: { state } }) {
      const found = logMessagesOf(
        state,
        requiredInt(params, 'entityTypeId'),
        requiredInt(params, 'entityId'),
      );
      const { rows, counts } = pageOf(found, params);
      return { result: { logMessages: rows.map(logMessageWire) }, ...counts };
    },
  },
];

function requireOwner({ context: { state } }: Call, ownerTypeId: number, ownerId: number): void {
  if (!itemsOf(state, ownerTypeId).get(ownerId))
    throw new RestError(400, 'OWNER_NOT_FOUND', 'Owner was not found');
}

function addTodo(call: Call) {
  const { params, context, caller, atMs } = call;
  const [ownerTypeId, ownerId] = [requiredInt(params, 'ownerTypeId'), requiredInt(params, 'ownerId')];
  requireOwner(call, ownerTypeId, ownerId);
  const activity: Activity = {
    id: context.state.takeId(ACTIVITIES),
    ownerTypeId,
    ownerId,
    providerId: 'CRM_TODO',
    subject: textParam(params, 'title') ?? 'Дело',
    description: textParam(params, 'description') ?? '',
    responsibleId: toInt(textParam(params, 'responsibleId')) || caller.userId,
    authorId: caller.userId,
    deadline: isoTime(requireTime(params['deadline'])),
    created: isoTime(atMs),
    isCompleted: false,
  };
  saveAdded(call, activity);
  return { result: { id: activity.id } };
}

function addActivity(call: Call) {
  const { context, caller, atMs } = call;
  const given = requiredRecord(call.params, 'fields');
  const [ownerTypeId, ownerId] = [toInt(given['OWNER_TYPE_ID']), toInt(given['OWNER_ID'])];
  requireOwner(call, ownerTypeId, ownerId);
  const activity: Activity = {
    id: context.state.takeId(ACTIVITIES),
    ownerTypeId,
    ownerId,
    providerId: textParam(given, 'PROVIDER_ID') ?? 'REST_APP',
    subject: textParam(given, 'SUBJECT') ?? '',
    description: textParam(given, 'DESCRIPTION') ?? '',
    responsibleId: toInt(given['RESPONSIBLE_ID']) || caller.userId,
    authorId: caller.userId,
    deadline: null,
    created: isoTime(atMs),
    isCompleted: isYes(given['COMPLETED']),
  };
  saveAdded(call, activity);
  return { result: activity.id };
}

const saveAdded = (call: Call, activity: Activity) =>
  call.context.save(
    [put(ACTIVITIES, activity.id, activity)],
    [{ of: 'activity', id: activity.id, what: 'added' }],
    call,
  );

function listActivities({ params, context: { state } }: Call) {
  const filter = recordParam(params, 'filter');
  const is = (name: string, value: number) => {
    const wanted = textParam(filter, name) ?? textParam(filter, `=${name}`);
    return wanted === undefined || toInt(wanted) === value;
  };
  const after = toInt(textParam(filter, '>ID'));
  const found = [...state.rows(ACTIVITIES).values()].filter(
    ({ id, ownerTypeId, ownerId }) =>
      id > after && is('OWNER_TYPE_ID', ownerTypeId) && is('OWNER_ID', ownerId) && is('ID', id),
  );
  const { rows, counts } = pageOf(found, params);
  return { result: rows.map(activityWire), ...counts };
}

function requireActivity({ params, context: { state } }: Call): Activity {
  const found = state.rows(ACTIVITIES).get(toInt(textParam(params, 'id')));
  if (!found) throw new RestError(400, '', 'Activity is not found.');
  return found;
}

function addLogMessage(call: Call) {
  const { context, caller, atMs } = call;
  const given = requiredRecord(call.params, 'fields');
  const [entityTypeId, entityId] = [toInt(given['entityTypeId']), toInt(given['entityId'])];
  requireOwner(call, entityTypeId, entityId);
  const message: LogMessage = {
    id: context.state.takeId(LOG_MESSAGES),
    entityTypeId,
    entityId,
    authorId: caller.userId,
    title: textParam(given, 'title') ?? '',
    text: textParam(given, 'text') ?? '',
    iconCode: textParam(given, 'iconCode') ?? 'info',
    created: isoTime(atMs),
  };
  context.save([put(LOG_MESSAGES, message.id, message)]);
  return { result: { logMessage: logMessageWire(message) } };
}

const logMessageWire = ({ id, created, authorId, title, text, iconCode }: LogMessage) => ({
  id,
  created,
  authorId,
  title,
  text,
  iconCode,
});

const activityWire = (activity: Activity) => ({
  ID: String(activity.id),
  OWNER_ID: String(activity.ownerId),
  OWNER_TYPE_ID: String(activity.ownerTypeId),
  TYPE_ID: '6',
  PROVIDER_ID: activity.providerId,
  SUBJECT: activity.subject,
  DESCRIPTION: activity.description,
  RESPONSIBLE_ID: String(activity.responsibleId),
  AUTHOR_ID: String(activity.authorId),
  CREATED: activity.created,
  DEADLINE: activity.deadline ?? '',
  COMPLETED: activity.isCompleted ? 'Y' : 'N',
});
