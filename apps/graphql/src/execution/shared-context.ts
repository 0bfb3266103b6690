import { type Context, renewContext } from '../context.ts';

/** The same for all who share an execution. */
const OF_THE_CALLER: ReadonlySet<PropertyKey> = new Set(['companyId', 'permissions']);
const OF_THE_CONTEXT: ReadonlySet<PropertyKey> = new Set([
  'caller',
  'company',
  'loaders',
  'feed',
  'hooksUrl',
  'publicUrl',
  'requestId',
  'logger',
]);

/**
 * A context for whoever has the same company and permissions. Tells when something is asked that depends on who it is:
 * noticed, not declared, so that a resolver that becomes personal cannot show one person what is another's.
 */
export function sharedContext(context: Context, onPersonal: () => void): Context {
  const caller = watching(context.caller, OF_THE_CALLER, onPersonal);
  return watching(renewContext({ ...context, caller }), OF_THE_CONTEXT, onPersonal);
}

const watching = <T extends object>(target: T, known: ReadonlySet<PropertyKey>, onOther: () => void): T =>
  new Proxy(target, {
    get: (of, name) => {
      if (!known.has(name)) onOther();
      return Reflect.get(of, name) as unknown;
    },
    ownKeys: (of) => {
      onOther();
      return Reflect.ownKeys(of);
    },
  });
