import type { Frame, Page } from 'playwright-core';

/** Space between a control and its ring, CSS pixels; the public interface calls it constant. */
const GAP_PX = 5;

/** What the ring of a page surrounds, as seen by somebody who looks at the screen. */
export type Ringed = Readonly<{
  frame: Frame;
  /** Centre of the ring in the page, CSS pixels. */
  x: number;
  y: number;
  kind: 'text' | 'choice' | 'other';
  /** Accessible name, as far as the page gives one away to a simple look. */
  name: string;
  /** How far the ring's box is from some element's box under it plus the gap, CSS pixels. */
  errorPx: number;
}>;

/** The ring shown in a page, in whichever frame; `undefined` when there is none. */
export async function findRing(page: Page): Promise<Ringed | undefined> {
  for (const frame of page.frames()) {
    const ring = await frame.$('waymark-ring').catch(() => null);
    const box = await ring?.boundingBox().catch(() => null);
    if (!box || box.width === 0) continue;
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    const seen = await lookUnder(frame).catch(() => undefined);
    if (seen) return { frame, x, y, ...seen };
  }
  return undefined;
}

/** The control under the ring's centre, entered through open shadow roots. */
async function lookUnder(frame: Frame): Promise<Omit<Ringed, 'frame' | 'x' | 'y'>> {
  const errorPx = await measureGap(frame);
  const element = await frame.evaluateHandle(() => {
    const box = document.querySelector('waymark-ring')?.getBoundingClientRect() ?? new DOMRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    let under = document.elementFromPoint(x, y);
    while (under?.shadowRoot) {
      const inner = under.shadowRoot.elementFromPoint(x, y);
      if (!inner || inner === under) break;
      under = inner;
    }
    return under?.closest('input, textarea, select, button, a, [role]') ?? under;
  });
  const seen = await element.evaluate((field) => {
    const labels = field instanceof HTMLInputElement ? field.labels : null;
    const labelId = field?.getAttribute('aria-labelledby') ?? '';
    const named = labelId && document.getElementById(labelId)?.textContent;
    const name = [
      field?.getAttribute('aria-label'),
      named,
      labels?.[0]?.textContent,
      labels?.[0]?.querySelector('slot')?.assignedNodes()[0]?.textContent,
      field?.textContent,
      field?.id,
    ];
    const isText = field?.matches(
      'input:is([type=text], [type=email], [type=tel], :not([type])), textarea',
    );
    const kind = field?.matches('select, [role=combobox]')
      ? ('choice' as const)
      : ('other' as const);
    return {
      kind: isText ? ('text' as const) : kind,
      name: (name.find(Boolean) ?? '').replace(/\s+/g, ' ').trim(),
    };
  });
  return { ...seen, errorPx };
}

/** Smallest difference between the ring's box and the box of an element under it plus the gap. */
function measureGap(frame: Frame): Promise<number> {
  return frame.evaluate((gapPx) => {
    const ring = document.querySelector('waymark-ring')?.getBoundingClientRect() ?? new DOMRect();
    const x = ring.left + ring.width / 2;
    const y = ring.top + ring.height / 2;
    const roots: (Document | ShadowRoot)[] = [document];
    const errors = [Number.POSITIVE_INFINITY];
    for (const root of roots) {
      for (const element of root.elementsFromPoint(x, y)) {
        const box = element.getBoundingClientRect();
        const sides = [
          box.left - gapPx - ring.left,
          box.top - gapPx - ring.top,
          box.right + gapPx - ring.right,
          box.bottom + gapPx - ring.bottom,
        ];
        errors.push(Math.max(...sides.map(Math.abs)));
        if (element.shadowRoot && !roots.includes(element.shadowRoot))
          roots.push(element.shadowRoot);
      }
    }
    return Math.min(...errors);
  }, GAP_PX);
}

/** Waits until a ring is shown and has come to rest, or `timeoutMs` has passed. */
export async function waitForRing(page: Page, timeoutMs: number): Promise<Ringed | undefined> {
  const endMs = Date.now() + timeoutMs;
  let last: Ringed | undefined;
  while (Date.now() < endMs) {
    const ring = await findRing(page);
    if (ring && last && ring.x === last.x && ring.y === last.y && ring.name === last.name)
      return ring;
    last = ring;
    await page.waitForTimeout(120);
  }
  return last;
}
