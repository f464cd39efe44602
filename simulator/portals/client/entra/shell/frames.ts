import { post } from '../../kit/api.ts';
import { boot } from '../../kit/boot.ts';
import { h } from '../../kit/element.ts';
import { type Blade, parameterOf } from './routes.ts';

/** Classes that the portal's frames carry besides the one that marks the active frame. */
const FRAME_CLASSES = 'fxs-part-frame fxs-portal-bg-txt-br fxs-blade-floated-frame';
const FRAME_ORIGINS = /^https:\/\/sandbox-\d+\.reactblade\.portal\.azure\.net$/;

/** What a frame may ask of the shell. */
export type FrameRequest =
  | Readonly<{ kind: 'open'; hash: string }>
  | Readonly<{ kind: 'notify'; text: string; bad: boolean }>
  | Readonly<{ kind: 'title'; text: string }>
  | Readonly<{ kind: 'reload' }>;

async function frame(blade: Blade, host: number, active: boolean): Promise<HTMLElement> {
  const { token } = await post<{ token: string }>('/frame-token', {});
  const query = new URLSearchParams({
    token,
    lng: boot.language,
    trustedAuthority: location.origin,
  });
  const policyId = parameterOf(location.hash, 'policyId');
  if (policyId) query.set('policyId', policyId);
  const path = `ReactBlade/${blade.extension}/${blade.view}.ReactView`;
  return h('iframe', {
    class: `${FRAME_CLASSES} ${active ? 'fxs-reactview-frame-active' : 'fxs-reactview-frame'}`,
    name: `${blade.view}.ReactView`,
    title: active && blade.view ? blade.view : undefined,
    'aria-hidden': active ? undefined : 'true',
    tabindex: active ? undefined : -1,
    src: `https://sandbox-${host}.reactblade.portal.azure.net/${path}?${query}`,
  });
}

/**
 * New frames for a blade: first the one the portal keeps warm for later, with the same controls in
 * it and out of sight, then the one to look at.
 */
export function framesFor(blade: Blade): Promise<HTMLElement[]> {
  return Promise.all([frame(blade, 2, false), frame(blade, 1, true)]);
}

/** Listens to what the frames ask for; anything from elsewhere is ignored. */
export function onFrameRequest(handle: (request: FrameRequest) => void): void {
  addEventListener('message', ({ origin, data }) => {
    if (FRAME_ORIGINS.test(origin) && typeof data?.kind === 'string') handle(data);
  });
}
