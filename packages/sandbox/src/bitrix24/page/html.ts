/** A piece of a page. Whatever else is put into one is text. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

type Piece = Html | string | number | null | undefined | false | readonly Piece[];

/** Names, messages and ids come from outside: nothing of them is ever markup. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(parts.reduce((before, part, place) => before + sourceOf(pieces[place - 1]) + part));
}

function sourceOf(piece: Piece): string {
  if (piece instanceof Html) return piece.source;
  if (piece === null || piece === undefined || piece === false) return '';
  if (typeof piece === 'object') return piece.map(sourceOf).join('');
  return escaped(String(piece));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/** They would turn around the text behind them, and not only their own. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;
const escaped = (text: string) =>
  text.replaceAll(TURNING, '\ufffd').replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
