import { readdirSync, readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';
import { readExamples } from '../src/examples/read-examples.ts';

const pages = new URL('../../../docs/api/', import.meta.url);

/** The operations of docs/api, in the order of its table of pages. */
function documentedExamples(): Plugin {
  const id = 'virtual:documented-examples';
  return {
    name: 'documented-examples',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load(source) {
      if (source !== `\0${id}`) return null;
      const index = readFileSync(new URL('README.md', pages), 'utf8');
      const order = (page: string) =>
        page === 'README.md' ? 0 : (index.indexOf(`(${page})`) + 1e6) % 1e6 || 1e5;
      const names = readdirSync(pages).filter((name) => name.endsWith('.md'));
      const found = names
        .toSorted((a, b) => order(a) - order(b))
        .map((name) => {
          const text = readFileSync(new URL(name, pages), 'utf8');
          const title = /^# (.*)$/m.exec(text)?.[1] ?? name;
          const examples = readExamples(`docs/api/${name}`, text).map((example) => ({
            name: example.name,
            text: example.text,
            variables: JSON.stringify(example.variables, null, 2),
          }));
          return { title, examples };
        });
      return `export default ${JSON.stringify(found.filter(({ examples }) => examples.length > 0))}`;
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [documentedExamples()],
  resolve: { dedupe: ['graphql', 'react', 'react-dom'] },
  worker: { format: 'es' },
  build: {
    // Beside what tsc writes, never into it: the folder is emptied.
    outDir: '../dist/explorer-page',
    emptyOutDir: true,
    // Monaco is as large as it is; nobody loads it over a slow line.
    chunkSizeWarningLimit: 10_000,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
  // Its warnings are about directives of React's servers in libraries: hundreds of lines that say nothing about us.
  logLevel: 'error',
});
