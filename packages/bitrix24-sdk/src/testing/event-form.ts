import { stringify } from 'qs';

export interface FakeEvent {
  /** `ONCRMDEALUPDATE` */
  event: string;
  data?: unknown;
  auth?: Readonly<Record<string, string | number>>;
  /** Unix seconds. */
  ts?: number;
}

/** The body with which a portal delivers an event: what a handler under test is sent. */
export const eventForm = ({ event, data, auth = {}, ts = 1_724_140_800 }: FakeEvent): string =>
  stringify({
    event,
    event_handler_id: '1',
    data,
    ts,
    auth: { application_token: 'fake', member_id: 'fake', ...auth },
  });
