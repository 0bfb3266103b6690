import type { EventAddress } from './event-address.ts';

/**
 * An address, as far as matching looks at it. Every part may be missing. Addresses of sign-up events and of REST
 * answers have this shape already; `parseAddressLine` makes it of a line.
 */
export interface Address {
  readonly city?: string | null | undefined;
  readonly street?: AddressStreet | null | undefined;
  readonly house?: AddressHouse | null | undefined;
}

/** A street: its type may stand in `type`, in `typeFull`, or in the name ("проспект Мира"). */
export interface AddressStreet {
  readonly name?: string | null | undefined;
  readonly type?: string | null | undefined;
  readonly typeFull?: string | null | undefined;
  readonly codeFias?: string | null | undefined;
  readonly codeKladr?: string | null | undefined;
  /** Streets outside Russia (KZ is seen) have this one instead of FIAS and KLADR (facts §2). */
  readonly universalCode?: string | null | undefined;
}

/** A house: the parts may stand in fields of their own, or all of them in `number` ("5 к2 стр. 1"). */
export interface AddressHouse {
  readonly number?: string | null | undefined;
  readonly block?: string | null | undefined;
  /** строение */
  readonly building?: string | null | undefined;
  /** корпус */
  readonly housing?: string | null | undefined;
}

/** The address of a sign-up: never an entrance, and `flat` is often missing. */
export interface EntranceQuery extends Address {
  /** As it was written: "12", "кв. 12", "б/н". */
  readonly flat?: string | null | undefined;
}

/** What a sign-up says about where its entrance is. */
export const addressOfSignUp = ({ city, street, house, flat }: EventAddress): EntranceQuery => ({
  city: city ?? null,
  street: street
    ? {
        name: street.name ?? null,
        codeFias: street.codeFias ?? null,
        codeKladr: street.codeKladr ?? null,
        universalCode: street.universalCode ?? null,
      }
    : null,
  house: house
    ? { number: house.number, block: house.block, building: house.building, housing: house.housing }
    : null,
  flat,
});
