// The peers of bench/api.ts: the same schema, resolvers and loaders on the same database, each behind a GraphQL server as
// its documentation sets it up. Arguments: peer, database. Tells its parent where it listens.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { createLogger } from '@domovoy/service-kit';
import { openStore } from '@domovoy/store';
import { fastify } from 'fastify';
import { createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import { credentialOfHeaders } from '../../access/read-credential.ts';
import type { Context } from '../../context.ts';
import { createFeed, feedOfStore } from '../../feed/feed.ts';
import { createSchema } from '../../schema/create-schema.ts';
import { peerContext } from './peer-context.ts';

const [, , peer = '', databaseUrl = ''] = process.argv;
const schema = createSchema();
const store = openStore(databaseUrl, { applicationName: `bench-${peer}` });
const feed = createFeed(feedOfStore(store), { logger: createLogger({ name: 'bench', level: 'warn' }) });
const contextOf = peerContext(store, feed);
const local = { host: '127.0.0.1', port: 0 };

const peers: Record<string, () => Promise<AddressInfo>> = {
  apollo: async () => {
    const server = new ApolloServer<Context>({ schema });
    await server.start();
    const app = fastify();
    const context = ({ headers }: { headers: IncomingHttpHeaders }) =>
      contextOf(credentialOfHeaders(headers));
    app.post('/graphql', fastifyApolloHandler(server, { context }));
    await app.listen(local);
    return app.server.address() as AddressInfo;
  },
  yoga: async () => {
    const yoga = createYoga<object, Context>({
      schema,
      logging: false,
      context: ({ request }) => contextOf(credentialOfHeaders(Object.fromEntries(request.headers))),
    });
    const server = createServer((request, response) => void yoga(request, response));
    await new Promise<void>((resolve) => server.listen(local, resolve));
    return server.address() as AddressInfo;
  },
  mercurius: async () => {
    const app = fastify();
    await app.register(mercurius, {
      schema,
      jit: 1,
      context: ({ headers }) => contextOf(credentialOfHeaders(headers)),
    });
    await app.listen(local);
    return app.server.address() as AddressInfo;
  },
};

const serve = peers[peer];
if (!serve) throw new Error(`one of ${Object.keys(peers).join(', ')} is expected`);
const { port } = await serve();
process.send?.({ url: `http://127.0.0.1:${port}/graphql` });
process.on('disconnect', () => process.exit(0));
