import { z } from 'zod';

// What public clients take the answers for (facts §4.9), as strict as they are.

const int = z.int();
const text = z.string();
const flag = z.boolean();
/** May be missing, may not be null. */
const listOf = <T extends z.ZodType>(item: T) => z.array(item).optional();
const Range = z.object({ id: int, flatStart: int, flatEnd: int });
const Entrance = z.object({
  id: int,
  number: text,
  flatStart: int,
  flatEnd: int,
  additionalFlatRanges: listOf(Range),
});
const Country = z.object({ name: text, shortName: text });
const House = z.object({
  id: int,
  number: text,
  block: text.nullish(),
  building: text.nullish(),
  housing: text.nullish(),
  geoLatitude: text.nullish(),
  geoLongitude: text.nullish(),
  geoAccuracy: text.nullish(),
});
/** In a connection and in an abonent's flat. */
const AddressWithCodes = z.object({
  city: text,
  country: Country,
  entrance: Entrance,
  flat: int,
  house: House,
  street: z.object({ id: int, name: text, codeFias: text, codeKladr: text }),
});
const Address = z.object({
  city: text,
  country: Country,
  entrance: Entrance,
  flat: int,
  house: House,
  street: z.object({ id: int, name: text, codeFias: text.nullish(), codeKladr: text.nullish() }),
});
const Owner = z.object({ id: int, phone: int, resolved: flag.nullish(), neverLoggedIn: flag.nullish() });
const Company = z.object({ id: int, shortName: text });
export const Account = z.object({
  id: int,
  number: text.nullish(),
  owner: Owner,
  company: Company,
  blocked: flag,
  isCompanyRecurringEnabled: flag,
});
const Tunings = z.object({ limit: int.nullish() });
export const Service = z.object({ id: int, name: text, type: text });
export const Connection = z.object({
  id: int,
  account: Account,
  blocked: flag,
  currency: text.nullish(),
  tariff: z.number().nullish(),
  delegationTunings: Tunings,
  flat: z.object({ id: int, accountId: int, address: AddressWithCodes, virtual: flag }),
  service: Service.extend({ createdAt: int, delegationTunings: Tunings, companyId: int.nullish() }),
});
export const FlatDetailed = z.object({
  id: int,
  accountId: int.nullish(),
  address: Address,
  virtual: flag,
  owner: Owner,
  blocked: flag.nullish(),
  adapters: z
    .array(z.object({ rdaUid: text, intercomIndex: text.nullish(), cameraIds: listOf(int) }))
    .nullish(),
  cameraId: int.nullish(),
  hardwareIntercomId: int.nullish(),
  softwareIntercomId: int.nullish(),
  rdaUid: text.nullish(),
  translated: int.nullish(),
});
const ServiceDetailed = Service.extend({
  createdAt: text.nullish(),
  companyId: int.nullish(),
  customName: text.nullish(),
  delegationTunings: Tunings.nullish(),
});
export const AccountInfo = z.object({
  id: int,
  number: text,
  blocked: flag,
  paidUntil: text.nullish(),
  balance: z
    .object({
      accountId: int,
      balance: z.number(),
      balanceDate: int,
      currency: text,
      isPaymentAvailable: flag,
      recommendedPaymentDate: int.nullish(),
      recommendedPaymentSum: z.number().nullish(),
      showBanner: flag,
    })
    .nullish(),
  company: Company.extend({ supportPhone: text.nullish(), supportChatEnabled: flag.nullish() }),
  owner: Owner.extend({ delegations: z.array(z.object({ id: int, active: flag.nullish() })).nullish() }),
  connections: listOf(
    z.object({
      id: int,
      blocked: flag,
      flat: FlatDetailed,
      service: ServiceDetailed,
      tariff: z.number().nullish(),
    }),
  ),
  invoice: z
    .object({ amount: z.number(), currency: text, dateBegin: text, reminderNeeded: flag, uid: text })
    .nullish(),
  recurringPayment: z
    .object({
      amount: z.number(),
      currency: text,
      date: int,
      reason: text.nullish(),
      status: z.enum(['NEW', 'PENDING', 'SUCCESS', 'FAILED']),
    })
    .nullish(),
});
const Pageable = z.object({ offset: int, pageNumber: int, pageSize: int, paged: flag, unpaged: flag });
const Sort = z.object({ sorted: flag, unsorted: flag });
const page = <T extends z.ZodType>(item: T) =>
  z.object({
    content: z.array(item),
    empty: flag,
    first: flag,
    last: flag,
    number: int,
    numberOfElements: int,
    size: int,
    totalElements: int,
    totalPages: int,
  });
export const Entrances = page(
  z.object({
    id: int,
    addressString: text,
    services: listOf(
      Service.extend({
        cameras: listOf(z.object({ id: int, uri: text, active: flag, uid: int.optional() })),
        rdas: listOf(
          z.object({
            id: int,
            uid: text,
            active: flag,
            intercoms: listOf(z.object({ id: int, index: text })),
          }),
        ),
        dependantServices: z.array(ServiceDetailed).nullish(),
        company: Company.nullish(),
        tariff: z.number().nullish(),
      }),
    ),
  }),
).extend({ pageable: Pageable.nullable(), sort: Sort.nullable() });
export const Messages = page(
  z.object({
    id: int,
    abonent: z.object({ id: int, phone: int }),
    channel: text,
    incoming: flag,
    message: text,
    messageDate: z.iso.datetime(),
  }),
).extend({ pageable: Pageable, sort: Sort });

export const AbonentFlat = z.object({
  id: int,
  address: AddressWithCodes,
  owner: z.object({ id: int }),
  virtual: flag,
});
