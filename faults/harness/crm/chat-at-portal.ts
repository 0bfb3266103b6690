import type { CrmStack } from './crm-stack.ts';

/** Something that was said at the portal, as it has it. */
export interface SaidAtPortal {
  readonly text: string;
  /** By whom: the hub, or somebody who works there. */
  readonly by: 'hub' | 'operator';
  /** Does the operator see that it has reached the abonent? Null: there is no place for that. */
  readonly isDelivered: boolean | null;
}

/** What is said with an abonent at the portal, in its order: a dialog of the open line, or comments of the contact. */
export const textsAtPortal = (stack: CrmStack, abonentId: number): Promise<SaidAtPortal[]> =>
  stack.chatMode === 'open_line' ? inOpenLine(stack, abonentId) : inComments(stack, abonentId);

interface Chats {
  readonly chats: readonly {
    readonly messages: readonly {
      readonly from: string;
      readonly text: string;
      readonly isDelivered: boolean;
    }[];
  }[];
}

async function inOpenLine({ control }: CrmStack, abonentId: number): Promise<SaidAtPortal[]> {
  const { chats } = await control<Chats>('GET', `/bitrix24/chats?externalId=abonent-${abonentId}`);
  return chats.flatMap(({ messages }) =>
    messages.map(({ from, text, isDelivered }) =>
      from === 'operator' ? { text, by: 'operator', isDelivered } : { text, by: 'hub', isDelivered: null },
    ),
  );
}

async function inComments(stack: CrmStack, abonentId: number): Promise<SaidAtPortal[]> {
  const contactId = await findContact(stack, abonentId);
  if (contactId === null) return [];
  const comments = await stack.call<{ COMMENT: string }[]>('crm.timeline.comment.list', {
    filter: { ENTITY_ID: contactId, ENTITY_TYPE: 'contact' },
    order: { ID: 'ASC' },
  });
  return comments.map(({ COMMENT: text }) => ({
    text,
    by: text.startsWith(OPERATOR_PREFIX) ? 'operator' : 'hub',
    isDelivered: null,
  }));
}

export const OPERATOR_PREFIX = 'Абоненту:';

/** Of the contacts that the hub made for an abonent, the first. */
export async function findContact({ call }: CrmStack, abonentId: number): Promise<number | null> {
  const { items } = await call<{ items: { id: number }[] }>('crm.item.list', {
    entityTypeId: 3,
    filter: { '=originId': `abonent-${abonentId}` },
    order: { id: 'ASC' },
  });
  return items[0]?.id ?? null;
}
