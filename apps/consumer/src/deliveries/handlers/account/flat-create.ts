import { type DELIVERY_KINDS, delivered, flatRows, mirrorFlats, type Payload } from '@domovoy/domain';
import type { RosDomofonFlat } from '@domovoy/models';
import type { HandlerTools } from '../../delivery-handlers.ts';
import type { DeliveryHandler } from '../../handler.ts';

type FlatCreate = Payload<(typeof DELIVERY_KINDS)['flat.create']>;

/** Makes a flat, unless the account or its owner has it. */
export const flatCreateHandler = ({ rosdomofonOf }: HandlerTools): DeliveryHandler<FlatCreate> => ({
  async handle({ companyId, payload }, { integration, signal, record }) {
    const {
      accountRosdomofonId: accountId,
      entranceRosdomofonId: entranceId,
      flatNumber,
      isVirtual,
    } = payload;
    const rosdomofon = rosdomofonOf(integration);
    record({ request: { operation: 'flats.create', accountId, entranceId, flatNumber, isVirtual } });
    const done = (flat: RosDomofonFlat, isNew: boolean) =>
      delivered({ flatRosdomofonId: flat.id, isNew }, async (tx) => {
        await mirrorFlats(tx, { companyId }, [flatRows(flat, accountId)]);
      });

    const { owner } = await rosdomofon.accounts.get({ accountId }, { signal });
    const ofAccount = await rosdomofon.accounts.flats({ accountId }, { signal });
    // A flat that has no service yet need not be the account's; its owner tells.
    const ofEntrance = await rosdomofon.entrances.flats({ entranceId }, { signal });
    const isHere = ({ address }: RosDomofonFlat) =>
      address?.entrance?.id === entranceId && address.flat === flatNumber;
    const found =
      ofAccount.find(isHere) ?? ofEntrance.find((flat) => isHere(flat) && flat.owner?.id === owner.id);
    if (found) return done(found, false);
    const flat = { abonentId: owner.id, entranceId, flatNumber, virtual: isVirtual };
    return done(await rosdomofon.flats.create(flat, { signal }), true);
  },
});
