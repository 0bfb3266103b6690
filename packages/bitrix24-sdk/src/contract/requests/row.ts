/** What a method is given, what the portal sees of it, what the portal answers, and what comes of it. */
export type Row = [
  operation: string,
  params: object,
  request: [method: string, params: object],
  result: unknown,
  answer: unknown,
];
