// oxlint-disable import/no-unassigned-import -- what Vite bundles besides: Monaco's workers, and styles
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { createElement as h, type SyntheticEvent, useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { createFetcher } from './create-fetcher.ts';
import { examplesPlugin } from './examples-plugin.ts';
import { keepKey, takeKey } from './stored-key.ts';

const FIRST = `# Everything in the schema is described in the docs, left. Examples of docs/api are beside them.
query Me {
  viewer {
    company {
      name
      shortName
    }
    permissions
  }
}
`;
const PLUGINS = [examplesPlugin, HISTORY_PLUGIN];

function Explorer({ initialKey }: { initialKey: string }) {
  const [apiKey, setKey] = useState(initialKey);
  const fetcher = useMemo(() => createFetcher(apiKey), [apiKey]);
  const use = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget).get('key');
    if (typeof given !== 'string') return;
    keepKey(given.trim());
    setKey(given.trim());
  };
  return [
    h(
      'form',
      { key: 'key', className: 'key', onSubmit: use },
      h('label', { htmlFor: 'key' }, 'API key'),
      h('input', {
        id: 'key',
        name: 'key',
        type: 'password',
        autoComplete: 'off',
        placeholder: 'dmv_…',
        defaultValue: apiKey,
      }),
      h('button', { type: 'submit' }, 'Use it'),
      h('span', null, 'Kept in this tab alone.'),
    ),
    // With another key the schema is asked for again.
    h(GraphiQL, {
      key: `explorer ${apiKey}`,
      fetcher,
      plugins: PLUGINS,
      defaultQuery: FIRST,
      isHeadersEditorEnabled: false,
      showPersistHeadersSettings: false,
      inputValueDeprecation: true,
    }),
  ];
}

const root = document.querySelector('#explorer');
if (root) createRoot(root).render(h(Explorer, { initialKey: takeKey() }));
