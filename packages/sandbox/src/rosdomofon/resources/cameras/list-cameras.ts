import { abonentOf } from '../../auth/caller.ts';
import { usableFlatsOf } from '../../city/city.ts';
import { entranceIdOfCamera, rdaOf, visibleCamerasOf } from '../../city/equipment.ts';
import { idIn } from '../../lookup.ts';
import { RequestProblem } from '../../problem.ts';
import { type Resource, type RosDomofonContext, viewOf } from '../../resource.ts';
import { addressWire } from '../../wire/address.ts';
import { cameraDetailedWire } from '../../wire/camera.ts';

/** The cameras that the abonent may look through; both versions of the call are in use (facts §1.2). */
export const listCameras: Resource = (app, context) => {
  for (const version of ['v2', 'v3'])
    app.get(`/abonents-service/api/${version}/abonents/cameras`, (request) => {
      const view = viewOf(context);
      return camerasOfAbonent(context, abonentOf(request).id).map(({ id, entrance }) => ({
        id,
        name: `Подъезд ${entrance.plan.number}`,
        active: true,
        rdaUid: rdaOf(entrance).uid,
        address: addressWire(view, entrance),
      }));
    });
  app.get('/cameras-service/api/v1/cameras/:cameraId', (request) => {
    const asked = idIn(request, 'cameraId');
    const camera = camerasOfAbonent(context, abonentOf(request).id).find(({ id }) => id === asked);
    if (!camera) throw new RequestProblem(404, `There is no camera ${asked}`);
    return cameraDetailedWire(viewOf(context), camera.entrance, asked);
  });
};

function camerasOfAbonent({ state }: RosDomofonContext, abonentId: number) {
  const { city } = state.current();
  const ids = new Set(usableFlatsOf(city, abonentId).flatMap(visibleCamerasOf));
  return [...ids].flatMap((id) => {
    const entrance = city.entrances.get(entranceIdOfCamera(id));
    return entrance ? [{ id, entrance }] : [];
  });
}
