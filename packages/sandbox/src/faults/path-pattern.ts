// `*` stands for something within one part of a path, `**` for anything. A pattern that does not begin with a slash is
// the end of a path: `accounts/*/block`.
export function matcherOf(pattern: string): (path: string) => boolean {
  const whole = pattern.startsWith('/') || pattern.startsWith('**') ? pattern : `**/${pattern}`;
  const source = whole
    .split(/(\*\*|\*)/)
    .map((piece) => (piece === '**' ? '.*' : piece === '*' ? '[^/]+' : escaped(piece)))
    .join('');
  const expression = new RegExp(`^${source}/?$`);
  return (path) => expression.test(path);
}

const escaped = (text: string) => text.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&');
