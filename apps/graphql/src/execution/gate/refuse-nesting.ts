import { Lexer, Source, TokenKind } from 'graphql';
import { PublicError } from '../../errors/public-error.ts';
import { LIMITS } from './limits.ts';
import { refuseAbove } from './refuse-shape.ts';

const OPENS: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSES: ReadonlySet<TokenKind> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Before it is parsed: the parser takes several frames of the stack for each bracket, so that even 2,000 tokens can
 * overflow it ("Maximum call stack size exceeded"), in a process that has just started above all. The lexer is a loop.
 */
export function refuseNesting(source: string): void {
  const lexer = new Lexer(new Source(source));
  let tokens = 0;
  let nesting = 0;
  let variables = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (OPENS.has(token.kind)) nesting += 1;
    if (CLOSES.has(token.kind)) nesting -= 1;
    if (token.kind === TokenKind.DOLLAR) variables += 1;
    if (tokens > LIMITS.tokens) throw refusal(`At most ${LIMITS.tokens} tokens are read.`);
    if (nesting > LIMITS.nesting)
      throw refusal(`At most ${LIMITS.nesting} brackets may be open within each other.`);
    // Validation looks at each with its types: 400 that nobody uses took it 5 ms.
    refuseAbove('variables', variables);
  }
}

const refusal = (message: string) => new PublicError(message, { code: 'GRAPHQL_PARSE_FAILED' });
