import { labelsOf } from './names.ts';
import { customRole, isNative } from './roles.ts';
import { isShown, isShownTickBox } from './sight.ts';
import { drawnLine, type ShadowOf } from './tree.ts';

/** One control as the administrator knows it, however many elements it is made of. */
export type Control = Readonly<{
  /** Where the ring goes: the part that has a box. */
  element: Element;
  /** A custom element, the native control in it, their label: using any of them uses the control. */
  parts: readonly Element[];
  shown: boolean;
}>;

/** Layers of elements between a web component and the control in it. */
const DEPTH = 8;

const ANY = 'button,a[href],input,select,textarea';

/**
 * The control a matching element belongs to. A web component and the native control inside it are
 * one control; the native one is preferred when it can be seen.
 */
export function controlOf(match: Element, shadowOf: ShadowOf): Control {
  const line = [...drawnLine(match)].slice(0, DEPTH);
  const host = line.find((at) =>
    at === match ? at.localName.includes('-') : innerOf(at, shadowOf) === match,
  );
  const native = (host && innerOf(host, shadowOf)) ?? match;
  const labels = labelsOf(native).filter((label) => label.localName === 'label');
  const isTick = native.matches('input[type=checkbox],input[type=radio]');
  const places = [native, host ?? native, ...(isTick ? labels : [])];
  const element = isTick && isShownTickBox(native) ? native : places.find(isShown);
  const parts = [...new Set([...places, match, ...labels])];
  return { element: element ?? native, parts, shown: element !== undefined };
}

/** The only native control of a custom element's role in it; several are several controls. */
function innerOf(host: Element, shadowOf: ShadowOf): Element | undefined {
  if (!host.localName.includes('-')) return undefined;
  const role = customRole(host);
  const isWanted = (at: Element) => (role ? isNative(at, role) : at.matches(ANY));
  const [only, other] = within(host, shadowOf).filter(isWanted);
  return other ? undefined : only;
}

function within(host: Element, shadowOf: ShadowOf): Element[] {
  const roots = [host, shadowOf(host)];
  const inside = roots.flatMap((root) => [...(root?.querySelectorAll('*') ?? [])]);
  return inside.flatMap((at) => [at, ...(shadowOf(at) ? within(at, shadowOf) : [])]);
}
