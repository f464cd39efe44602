import type { ControlHealth, FrameHealth } from '../domain/diagnostics.ts';
import type { FrameReport } from '../domain/orders.ts';
import type { Portal } from '../domain/portal.ts';
import { pagesOf } from '../guidance/match-page.ts';
import type { FrameState, TabState } from '../state/stored.ts';

/** How the controls of the open step are seen in each frame of a tab. Holds no address. */
export function framesIn(
  tab: TabState | undefined,
  portals: readonly Portal[],
): readonly FrameHealth[] {
  const pages = pagesOf(tab?.frames[0]?.url ?? '', portals);
  return Object.entries(tab?.frames ?? {}).map(([id, frame]) => frameHealth(id, frame, pages));
}

function frameHealth(id: string, { language, report }: FrameState, pages: readonly string[]) {
  return {
    frameId: Number(id),
    pages,
    language,
    ...(report ? { visible: report.visible } : {}),
    controls: report ? controlsIn(report) : [],
  };
}

function controlsIn({ pointing, sightings }: FrameReport): readonly ControlHealth[] {
  const here: readonly ControlHealth[] = pointing
    ? [{ actionId: pointing.actionId, seen: 'pointing', nearest: [] }]
    : [];
  const seen = sightings.map(({ actionId, sighting }): ControlHealth => {
    return sighting.status === 'found'
      ? { actionId, seen: 'found', nearest: [] }
      : { actionId, seen: sighting.refusal, nearest: sighting.nearest };
  });
  return [...here, ...seen.filter(({ actionId }) => actionId !== pointing?.actionId)];
}
