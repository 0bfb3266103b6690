/** An id of another system, which fits into a SafeInt. */
export const foreignId = (id: bigint | null): number | null => (id === null ? null : Number(id));
