import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: '../../apps/graphql/src/schema/schema.generated.graphqls',
  documents: 'src/operations/*.graphql',
  importExtension: '.ts',
  generates: {
    'src/operations/operations.generated.ts': {
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        scalars: {
          Cursor: 'string',
          DateTime: 'string',
          Decimal: 'string',
          ID: 'string',
          JSON: 'unknown',
          LocalDate: 'string',
          Phone: 'string',
          SafeInt: 'number',
        },
      },
    },
  },
};

export default config;
