/** The place of a value in the result of an earlier command of the same batch. */
export class Reference<Name extends string = string> {
  readonly name: Name;
  readonly path: readonly (string | number)[];

  constructor(name: Name, path: readonly (string | number)[]) {
    this.name = name;
    this.path = path;
  }
}

/**
 * A value that only the portal knows yet: `reference('contact', 'item', 'id')` is `result.item.id` of the command
 * `contact`. It stands where a parameter's value stands, as the whole of it.
 */
export const reference = <const Name extends string>(name: Name, ...path: (string | number)[]) =>
  new Reference(name, path);

/** The names that parameters refer to, for the compiler. */
export type NamesIn<Params> =
  Params extends Reference<infer Name>
    ? Name
    : Params extends readonly (infer Item)[]
      ? NamesIn<Item>
      : Params extends object
        ? { [Key in keyof Params]: NamesIn<Params[Key]> }[keyof Params]
        : never;
