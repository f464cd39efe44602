import { FOCUS, shield, type Through } from '../ring/shield.ts';

/** What is done about what is heard. */
export type Heard = Readonly<{
  /** Pointer or focus come to our element, or the pointer leaves it. */
  near: () => void;
  away: () => void;
  press: () => void;
  through: Through;
  /** Something may have come before us, or gone. */
  changed: () => void;
  /** The page's policy forbids what begins with this address. */
  forbidden: (blockedUri: string) => void;
}>;

export type Ears = Readonly<{
  /** `use`: there is something of ours to press. The panel's own presses go to its own document. */
  listen: (wanted: 'focus' | 'use') => void;
  stop: () => void;
}>;

/** Opening and closing a dialog moves the focus, wherever in the page the dialog is. */
const CHANGES = ['focusin', 'focusout', 'toggle', 'fullscreenchange'];

/** Listens for no more than there is to hear: every listener costs each portal tab its part. */
export function openEars(host: Element, heard: Heard): Ears {
  const { near, away, press, through, changed, forbidden } = heard;
  let listening: AbortController | undefined;
  let isFor: 'focus' | 'use' | undefined;

  const hearComing = (signal: AbortSignal) => {
    host.addEventListener('pointerenter', near, { signal });
    host.addEventListener('pointerleave', away, { signal });
    const focused = ({ target }: Event) => target === host && near();
    addEventListener('focusin', focused, { capture: true, signal });
  };

  return {
    listen: (wanted) => {
      // Once there was something to press we go on: who listens first hears first.
      if (isFor === wanted || isFor === 'use') return;
      isFor = wanted;
      listening?.abort();
      listening = new AbortController();
      const { signal } = listening;
      // Before the shield, which lets nobody else hear of it.
      if (wanted === 'use') hearComing(signal);
      shield(host, press, signal, through, wanted === 'use' ? undefined : FOCUS);
      for (const type of CHANGES)
        addEventListener(type, changed, { capture: true, passive: true, signal });
      document.addEventListener(
        'securitypolicyviolation',
        ({ blockedURI }) => forbidden(blockedURI),
        { signal },
      );
    },
    stop: () => {
      listening?.abort();
      isFor = undefined;
    },
  };
}
