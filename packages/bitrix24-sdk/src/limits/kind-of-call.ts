/**
 * What a call takes depends on the kind of object too: to add a lead takes three times as long as to add a contact
 * (facts §14). `crm.item.add#1` is one kind, `crm.item.add#3` another; other methods are a kind each.
 */
export function kindOfCall(method: string, params: object): string {
  const entityTypeId: unknown = Reflect.get(params, 'entityTypeId');
  const name = method.toLowerCase();
  const isNamed = typeof entityTypeId === 'number' || typeof entityTypeId === 'string';
  return isNamed ? `${name}#${entityTypeId}` : name;
}
