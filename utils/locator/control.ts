import { labelsOf } from './names.ts';
import { customRole, isNative } from './roles.ts';
import { isShown, isShownTickBox } from './sight.ts';
import { drawnLine, type ShadowOf } from './tree.ts';

/** One control as the administrator knows it, however many elements it is made of. */
export type Control = Readonly<{
  /** Where the ring goes: the part that has a box. */
  element: Element;
  /** A custom element, the native control in it, their labels: using any of them uses the control. */
  parts: readonly Element[];
  /** Whatever else names it from elsewhere on the page. */
  captions: readonly Element[];
  shown: boolean;
}>;

/** Layers of elements between a web component and the control in it. */
const DEEP = 8;

/**
 * The control a matching element belongs to. A web component and the native control inside it are
 * one control; the native one is preferred when it can be seen.
 */
export function controlOf(match: Element, shadowOf: ShadowOf): Control {
  const line = [...drawnLine(match, DEEP)].filter((at) => at.localName.includes('-'));
  const host = line.find((at) => at === match || innerOf(at, shadowOf) === match);
  const native = (host && innerOf(host, shadowOf)) ?? match;
  const captions = labelsOf(native);
  const labels = captions.filter((at) => at.localName === 'label');
  const isTick = native.matches('input[type=checkbox],input[type=radio]');
  const places = [native, host ?? match, ...(isTick ? labels : [])];
  const element = isTick && isShownTickBox(native) ? native : places.find(isShown);
  const parts = [native, host ?? match, ...labels];
  return { element: element ?? native, parts, captions, shown: element !== undefined };
}

/** The only native control of a custom element's role in it; several are several controls. */
function innerOf(host: Element, shadowOf: ShadowOf): Element | undefined {
  const role = customRole(host);
  const [only, other] = below(host, shadowOf).filter((at) =>
    role ? isNative(at, role) : at.matches('button,a[href],input,select,textarea'),
  );
  return other ? undefined : only;
}

function below(host: Element, shadowOf: ShadowOf): Element[] {
  const inside = [host, shadowOf(host)].flatMap((root) => [...(root?.querySelectorAll('*') ?? [])]);
  return inside.flatMap((at) => [at, ...(shadowOf(at) ? below(at, shadowOf) : [])]);
}
