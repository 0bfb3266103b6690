/** A street's name taken apart. What has to be equal is in `core`; the rest may be left out by one side. */
export interface StreetName {
  /** The folded text, to tell the same spelling from another one. */
  readonly text: string;
  /** "улица"; null when the name does not say. */
  readonly type: string | null;
  /** Numbers in their order, then words in alphabetical order: "1 советская". */
  readonly core: string;
  readonly numbers: readonly string[];
  readonly words: readonly string[];
  /** First names and initials in their order: "а с", "александра". */
  readonly person: readonly string[];
  /** Titles and callings in alphabetical order: "академика". */
  readonly titles: readonly string[];
  /** Are the single letters of `person` initials for certain? "П.С. Большой" has none. */
  readonly hasClearInitials: boolean;
  /** Is the core a surname that several people have? */
  readonly isNamesake: boolean;
}

/** The one way in which a street is written here; reading it gives the same name again. */
export const writeStreet = ({ type, titles, person, core }: StreetName): string =>
  [type ?? '', ...titles, ...person, core].filter(Boolean).join(' ');
