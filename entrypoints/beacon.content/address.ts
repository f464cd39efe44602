/**
 * Calls back when the frame's address has changed without a new document: by fragment, history or
 * the page's router. Browsers without the navigation API tell only of the first two.
 *
 * @returns compares once more, for whenever something else gives a reason to.
 */
export function watchAddress(changed: () => void, signal: AbortSignal): () => void {
  let last = location.href;
  const check = () => {
    if (location.href === last) return;
    last = location.href;
    changed();
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', check, { signal });
  for (const type of ['hashchange', 'popstate']) addEventListener(type, check, { signal });
  return check;
}
