import type { Box } from '@/utils/locator/sight.ts';

/** The part of the viewport that our panel leaves free. */
export function room(panel: Box | undefined): Box {
  const all = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  if (!panel) return all;
  return panel.left > 0 ? { ...all, right: panel.left } : { ...all, left: panel.right };
}
