import { expect, test } from 'vitest';
import { effectOf } from './method-effect.ts';

test.each([
  'crm.item.get',
  'crm.item.Get',
  'crm.item.list',
  'crm.contact.List',
  'crm.item.fields',
  'crm.duplicate.findbycomm',
  'telephony.externalCall.searchCrmEntities',
  'imconnector.status',
  'imopenlines.config.list.get',
  'event.get',
  'event.offline.list',
  'app.info',
  'profile',
  'scope',
  'server.time',
  'user.current',
])('%s reads', (method) => {
  expect(effectOf(method)).toBe('read');
});

test.each([
  'crm.item.add',
  'crm.item.update',
  'crm.item.delete',
  'crm.entity.mergeBatch',
  'imconnector.send.messages',
  'imconnector.send.status.delivery',
  'event.bind',
  'event.offline.get',
  'EVENT.OFFLINE.GET',
  'event.offline.clear',
  'crm.item.productrow.set',
  'telephony.externalCall.register',
  'crm.timeline.comment.add',
  'budget',
  'im.getter',
])('%s changes something, as far as we know', (method) => {
  expect(effectOf(method)).toBe('creation');
});
