type Navigation = EventTarget;

/**
 * Calls back when the frame's address has changed without a new document: by fragment, history or
 * the page's router. Browsers without the navigation API tell only of the first two by events; for
 * them `check` compares once more whenever something else gives a reason to.
 */
export function watchAddress(changed: () => void, signal: AbortSignal): { check: () => void } {
  let last = location.href;
  const check = () => {
    if (location.href === last) return;
    last = location.href;
    changed();
  };
  const { navigation } = window as { navigation?: Navigation };
  navigation?.addEventListener('currententrychange', check, { signal });
  for (const type of ['hashchange', 'popstate']) addEventListener(type, check, { signal });
  return { check };
}
