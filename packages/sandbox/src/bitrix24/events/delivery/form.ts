import type { EventData } from '../portal-event.ts';

/**
 * As PHP's `http_build_query` writes it: `data[FIELDS][ID]=662`, every value as text, true as 1 and false as 0. What is
 * null or an empty list is not there at all.
 */
export function formOf(body: Readonly<Record<string, EventData>>): string {
  const form = new URLSearchParams();
  for (const [key, value] of Object.entries(body)) append(form, key, value);
  return form.toString();
}

function append(form: URLSearchParams, key: string, value: EventData): void {
  if (value === null) return;
  if (typeof value === 'object')
    for (const [part, inner] of Object.entries(value)) append(form, `${key}[${part}]`, inner);
  else form.append(key, typeof value === 'boolean' ? String(Number(value)) : String(value));
}
