/** Tags of Bitrix24's messages that stand around a text: `[b]`, `[url=…]`, `[user=7]`, `[color=red]`. */
const TAG =
  /\[\/?(?:b|i|u|s|code|quote|size|color|font|user|chat|send|put|call|p|list|\*)(?:=[^\]\n]{0,500})?\]/gi;
const LINK = /\[url=([^\]\n]{1,2000})\]([\s\S]{0,2000}?)\[\/url\]/gi;
const BARE_LINK = /\[url\]([\s\S]{0,2000}?)\[\/url\]/gi;
const IMAGE = /\[(?:img|disk)(?:[= ][^\]\n]{0,500})?\]([^[\n]{0,2000})(?:\[\/img\])?/gi;
/** The signature of a connector: the operator's name before the text. */
const SIGNATURE = /^\s*\[b\]([^[\]\n]{1,100}?):?\[\/b\]:?\s*(?:\[br\]|\n)\s*/i;

/** What an operator wrote, as an abonent reads it: no tags, real lines, addresses in full. */
export function plainText(bbCode: string): string {
  return bbCode
    .replace(/\r\n?/g, '\n')
    .replace(/\[br ?\/?\]/gi, '\n')
    .replace(LINK, (_, url: string, text: string) => (text.trim() === url ? url : `${text} (${url})`))
    .replace(BARE_LINK, '$1')
    .replace(IMAGE, '$1')
    .replace(TAG, '')
    .replace(/&#91;|&lsqb;/g, '[')
    .replace(/&#93;|&rsqb;/g, ']')
    .replace(/[ \t]+\n/g, '\n')
    .trim();
}

/** The operator's name and the text, where the portal wrote one before the other. */
export function splitSignature(bbCode: string): { readonly name: string | null; readonly text: string } {
  const [signature, name] = SIGNATURE.exec(bbCode) ?? [];
  if (signature === undefined || name === undefined) return { name: null, text: bbCode };
  return { name: plainText(name), text: bbCode.slice(signature.length) };
}

/** A person's own brackets are text at the portal too, and no tag. */
export const escapeBbCode = (text: string): string => text.replaceAll('[', '&#91;').replaceAll(']', '&#93;');
