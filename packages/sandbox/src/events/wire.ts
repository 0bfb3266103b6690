/**
 * The events as they look on the wire: what is null, what is a number and what is text is as the real producer
 * writes it. The schemas of @domovoy/models are wider on purpose: they also take what older producers write.
 */
export interface SignUpWire {
  id: number;
  abonent: { id: number; phone: number };
  address: AddressWire;
  application: ApplicationWire;
  services?: ServiceWire[];
  virtual: boolean;
  timeZone: string;
  offerSigned: boolean;
  contractNumber: string;
  status: string;
  rejectedReason?: string;
  createdAt: number;
  uid: string;
}

export interface AddressWire {
  country: { shortName: string; name: string };
  city: string;
  street: { id: number; name: string; codeKladr?: string; codeFias?: string; universalCode?: string };
  house: { id: number; number: string; block: string; building: string; housing: string };
  flat?: string | number | null;
}

export interface ApplicationWire {
  id: number;
  name: string;
  provider: string;
  companyId: number;
}

interface ServiceWire {
  id: number;
  name: string;
  type: string;
  createdAt: number;
  delegationTunings: { limit: number | null };
}

interface AbonentWire {
  id: number;
  phone: number;
  companyId: number | null;
  restrictionPushTokenIds?: number[];
}

interface LocalizedPushWire {
  message: string;
  messageKey: string | null;
  messageArgs: string[] | null;
}

export interface IncomingMessageWire {
  fromAbonent: AbonentWire;
  channel: string;
  message: string | null;
  deliveryMethod: string | null;
  toAbonents: AbonentWire[] | null;
  broadcast: boolean;
  waitResponse: boolean;
  localizedPush: LocalizedPushWire | null;
  /** Newer producers write these too. */
  chatId?: number | null;
  smsMessage?: string | null;
  messageCode?: string | null;
  localizedSms?: LocalizedPushWire | null;
  properties?: Record<string, string> | null;
  providers?: string[] | null;
  appNames?: string[] | null;
  imageUrl?: string | null;
}

export interface OutgoingMessageWire {
  channel: string;
  deliveryMethod: string;
  fromAbonent: { id: number; phone: number; companyId: number | null; restrictionPushTokenIds: number[] };
  message: string;
  toAbonents: AbonentWire[];
  localizedPush: LocalizedPushWire | null;
}
