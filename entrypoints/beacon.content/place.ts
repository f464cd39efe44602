/**
 * Place of this frame among those of its page, as both ends can count it across origins; -1 for a
 * top frame and for one further down.
 */
export function placeInTop(): number {
  if (parent !== top) return -1;
  // Of a window of another origin only its length and its children may be read.
  return Array.from({ length: parent.length }, (_, place) => parent[place]).indexOf(window);
}
