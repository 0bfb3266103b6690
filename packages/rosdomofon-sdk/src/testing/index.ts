export { connectionLost, type FakeAnswer, type FakeFailure, page, status } from './answers.ts';
export {
  createFakeRosDomofon,
  createFakeRosDomofonAbonent,
  type Fake,
  type FakeRosDomofon,
  type FakeRosDomofonAbonent,
} from './fake-rosdomofon.ts';
export type { FakeRequest } from './fake-transport.ts';
