/**
 * Place of this frame among those of its page, as both ends can count it across origins; -1 for a
 * top frame and for one further down.
 */
export function placeInTop(): number {
  return window !== top && parent === top ? Array.from(parent).indexOf(window) : -1;
}
