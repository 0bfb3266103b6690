import pages from 'virtual:documented-examples';
import { type GraphiQLPlugin, useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { createElement as h, useEffect, useRef } from 'react';

type Example = (typeof pages)[number]['examples'][number];

function Examples() {
  const actions = useGraphiQLActions();
  const query = useGraphiQL(({ queryEditor }) => queryEditor);
  const variables = useGraphiQL(({ variableEditor }) => variableEditor);
  const wanted = useRef<Example | null>(null);
  const tab = useGraphiQL(({ activeTabIndex }) => activeTabIndex);
  // The new tab's editors are there a moment after it.
  useEffect(() => {
    const example = wanted.current;
    wanted.current = null;
    if (!example) return;
    query?.setValue(example.text);
    variables?.setValue(example.variables === '{}' ? '' : example.variables);
    actions.updateActiveTabValues({ query: example.text, operationName: example.name });
  }, [tab, query, variables, actions]);
  const open = (example: Example) => {
    wanted.current = example;
    actions.addTab();
  };
  return h(
    'div',
    { className: 'examples' },
    h('p', null, 'From docs/api. A variable like <List.nodes.0.id> is what that operation answered there.'),
    pages.map(({ title, examples }) =>
      h(
        'section',
        { key: title },
        h('h3', null, title),
        examples.map((example) =>
          h('button', { key: example.name, type: 'button', onClick: () => open(example) }, example.name),
        ),
      ),
    ),
  );
}

export const examplesPlugin: GraphiQLPlugin = {
  title: 'Examples',
  icon: () => h('span', { 'aria-hidden': true, className: 'examples-icon' }, 'e.g.'),
  content: Examples,
};
