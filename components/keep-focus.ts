import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

type Place = Readonly<{ element: Element; step: string | undefined; action: string | undefined }>;

function placeOf(element: Element): Place {
  return {
    element,
    step: element.closest<HTMLElement>('[data-step]')?.dataset.step,
    action: element.closest<HTMLElement>('[data-action]')?.dataset.action,
  };
}

/** The nearest thing that stands for a control that went away: its twin, its step's row, the title. */
function heirOf(root: HTMLElement, { step, action }: Place): HTMLElement | null {
  const inStep = step ? `[data-step="${CSS.escape(step)}"] ` : '';
  const twin = action ? `${inStep}[data-action="${CSS.escape(action)}"]` : undefined;
  return (
    (twin ? root.querySelector<HTMLElement>(twin) : null) ??
    (inStep ? root.querySelector<HTMLElement>(`${inStep}.row`) : null) ??
    root.querySelector('h1')
  );
}

/**
 * Keeps the keyboard where the reader left it: when a new view took away the control that had the
 * focus, the nearest one inherits it. Never takes the focus from anything that still has it.
 */
export function useKeptFocus(root: RefObject<HTMLElement | null>): void {
  const last = useRef<Place | undefined>(undefined);
  useEffect(() => {
    const element = root.current;
    const remember = (event: FocusEvent) => {
      if (event.target instanceof Element) last.current = placeOf(event.target);
    };
    element?.addEventListener('focusin', remember);
    return () => element?.removeEventListener('focusin', remember);
  }, [root]);
  useLayoutEffect(() => {
    const place = last.current;
    if (!root.current || !place || place.element.isConnected) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    last.current = undefined;
    heirOf(root.current, place)?.focus({ preventScroll: true });
  });
}
