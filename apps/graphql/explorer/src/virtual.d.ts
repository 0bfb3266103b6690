declare module 'virtual:documented-examples' {
  const pages: readonly {
    readonly title: string;
    readonly examples: readonly {
      readonly name: string;
      readonly text: string;
      readonly variables: string;
    }[];
  }[];
  export default pages;
}
