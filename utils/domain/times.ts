/** A time stamp of Microsoft's as this computer's clock would have shown it. */
export function toLocal(iso: string, skewMs: number): string {
  return skewMs === 0 ? iso : new Date(Date.parse(iso) - skewMs).toISOString();
}
