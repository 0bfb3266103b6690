export interface Edge<Row> {
  readonly cursor: string;
  readonly node: Row;
}

export interface PageInfo {
  readonly startCursor: string | null;
  readonly endCursor: string | null;
  /** Functions, because one of the two costs a statement: nothing is read that nobody asked for. */
  readonly hasNextPage: () => boolean | Promise<boolean>;
  readonly hasPreviousPage: () => boolean | Promise<boolean>;
}

export interface TotalCount {
  readonly count: number;
  readonly precision: 'EXACT' | 'AT_LEAST';
}

export interface Connection<Row> {
  readonly edges: Edge<Row>[];
  readonly nodes: Row[];
  readonly pageInfo: PageInfo;
  readonly totalCount: () => Promise<TotalCount>;
}
