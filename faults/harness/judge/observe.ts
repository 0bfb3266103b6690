import postgres from 'postgres';

interface Coordinates {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
}

/** Everything in the hub's database that an event can have caused. */
export interface Observation {
  inbox: (Coordinates & { state: string; reason: string | null })[];
  messages: (Coordinates & { id: string; conversationId: string; direction: string; text: string })[];
  signUps: { id: string; uid: string; state: string; wireStatus: string }[];
  timeline: (Coordinates & { signUpId: string; kind: string })[];
  conversations: { id: string; unread: number }[];
  changes: { entity: string; entityId: string; op: string }[];
}

/** Reads it all at one moment, with plain SQL: the judge shares no code with what it judges. */
export async function observe(databaseUrl: string): Promise<Observation> {
  const sql = postgres(databaseUrl, {
    max: 1,
    onnotice: () => {},
    transform: { column: postgres.toCamel },
    types: { bigint: { to: 20, from: [20], parse: (text: string) => BigInt(text), serialize: String } },
  });
  const coordinates = sql`s.topic, t.partition, t."offset"`;
  try {
    return await sql.begin('isolation level repeatable read read only', async (tx) => ({
      inbox: await tx<Observation['inbox']>`
        select ${coordinates}, t.state, t.reason from inbox_events t join inbox_sources s on s.id = t.source_id`,
      messages: await tx<Observation['messages']>`
        select ${coordinates}, t.id::text, t.conversation_id::text, t.direction, t.text
        from messages t join inbox_sources s on s.id = t.source_id`,
      signUps: await tx<Observation['signUps']>`select id::text, uid::text, state, wire_status from sign_ups`,
      timeline: await tx<Observation['timeline']>`
        select ${coordinates}, t.sign_up_id::text, t.kind
        from sign_up_events t join inbox_sources s on s.id = t.source_id`,
      conversations: await tx<Observation['conversations']>`select id::text, unread from conversations`,
      changes: await tx<Observation['changes']>`select entity, entity_id::text, op from changes`,
    }));
  } finally {
    await sql.end({ timeout: 1 });
  }
}
