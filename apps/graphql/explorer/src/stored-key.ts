const PLACE = 'domovoy.api-key';

/**
 * The key of this tab. `npm start` prints an address with the key behind `#key=`, which a browser sends to nobody: it is
 * taken from there and out of the address at once.
 */
export function takeKey(): string {
  const given = new URLSearchParams(location.hash.slice(1)).get('key');
  if (given !== null) {
    keepKey(given);
    history.replaceState(null, '', location.pathname);
  }
  return sessionStorage.getItem(PLACE) ?? '';
}

export const keepKey = (key: string): void => sessionStorage.setItem(PLACE, key);
