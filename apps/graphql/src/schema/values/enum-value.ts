/** The store writes its words in lower case, GraphQL enums are upper case; otherwise they are the same words. */
export const upperCase = <Word extends string>(word: Word): Uppercase<Word> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what toUpperCase does to ASCII words
  word.toUpperCase() as Uppercase<Word>;

export const lowerCase = <Word extends string>(word: Word): Lowercase<Word> =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what toLowerCase does to ASCII words
  word.toLowerCase() as Lowercase<Word>;
