/** The store writes its words in lower case, GraphQL enums are upper case; otherwise they are the same words. */
export const upperCase = <Word extends string>(word: Word): Uppercase<Word> =>
  word.toUpperCase() as Uppercase<Word>;

export const lowerCase = <Word extends string>(word: Word): Lowercase<Word> =>
  word.toLowerCase() as Lowercase<Word>;
