import type { FrameRequest } from '../shell/frames.ts';

const query = new URLSearchParams(location.search);

/** A parameter that the shell put into this frame's address. */
export const parameter = (name: string): string | null => query.get(name);

/** Asks the shell around this frame for something. */
export function tellShell(request: FrameRequest): void {
  parent.postMessage(request, parameter('trustedAuthority') ?? location.origin);
}

export const openBlade = (hash: string): void => tellShell({ kind: 'open', hash });

/** A note in the shell's corner. */
export const notify = (text: string, bad = false): void => tellShell({ kind: 'notify', text, bad });
