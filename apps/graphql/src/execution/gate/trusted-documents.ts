import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PublicError } from '../../errors/public-error.ts';
import type { OperationRequest } from './admission.ts';

/** Documents by the sha256 of their text, as build tools of front-ends write them down. */
export interface TrustedDocuments {
  /** The text that is meant; throws when it may not be executed. */
  textOf(request: OperationRequest): string;
}

/** `only`: nothing but the documents of the manifest is executed. */
export function trustDocuments(
  texts: Readonly<Record<string, string>>,
  { only }: { only: boolean },
): TrustedDocuments {
  const documents = new Map(Object.entries(texts));
  for (const [id, text] of documents)
    if (sha256(text) !== id) throw new TypeError(`The document ${id} of the manifest has another sha256.`);
  return {
    textOf: ({ query, extensions }) => {
      const id = idOf(extensions);
      const trusted = id === null ? undefined : documents.get(id);
      if (trusted !== undefined && (query === undefined || query === trusted)) return trusted;
      if (typeof query !== 'string' || query === '')
        throw id === null
          ? new PublicError('`query` has to be a string.', { code: 'BAD_REQUEST' })
          : new PublicError('There is no document of this id.', { code: 'DOCUMENT_NOT_FOUND' });
      if (only && !documents.has(sha256(query)))
        throw new PublicError('Only documents of the manifest are executed here.', {
          code: 'DOCUMENT_NOT_TRUSTED',
        });
      return query;
    },
  };
}

/** The manifest is a JSON object of texts by their sha256, as `graphql-codegen`'s client preset writes it. */
export const readTrustedDocuments = (file: string | null, mode: 'any' | 'only'): TrustedDocuments =>
  trustDocuments(file === null ? {} : readManifest(file), {
    only: mode === 'only',
  });

function readManifest(file: string): Record<string, string> {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) throw new TypeError(`${file} is no manifest.`);
  return Object.fromEntries(Object.entries(manifest).map(([id, text]) => [id, String(text)]));
}

export const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** `extensions: { persistedQuery: { sha256Hash } }`, as clients of persisted queries send it. */
function idOf(extensions: unknown): string | null {
  if (typeof extensions !== 'object' || extensions === null || !('persistedQuery' in extensions)) return null;
  const { persistedQuery } = extensions;
  if (typeof persistedQuery !== 'object' || persistedQuery === null) return null;
  return 'sha256Hash' in persistedQuery && typeof persistedQuery.sha256Hash === 'string'
    ? persistedQuery.sha256Hash
    : null;
}
