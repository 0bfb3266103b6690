import { fileURLToPath } from 'node:url';

/**
 * For NODE_COMPILE_CACHE of the programs that tests start: the same few start a hundred times, and a third of the work
 * of a start is to compile.
 */
export const compileCache = fileURLToPath(
  new URL('../../../../node_modules/.cache/programs', import.meta.url),
);
