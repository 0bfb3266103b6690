/**
 * What a phone or an address is compared by when duplicates are looked for: the whole number with its plus or without,
 * only the extension and the punctuation do not count (facts §7.3): `+79…`, `79…`, `89…` and `9…` are four numbers.
 */
export function communicationKey(typeId: string, value: string): string {
  if (typeId !== 'PHONE') return `${typeId} ${value.trim().toLowerCase()}`;
  const [withoutExtension = ''] = value.split(/[;,#]|\s*(?:доб|ext)/i);
  return `PHONE ${withoutExtension.replaceAll(/[^\d+*]/g, '')}`;
}
