import { codeOf, findAadsts } from './aadsts.ts';
import type { Failed, SignedOut, SignInFailure } from './types.ts';

const OFFLINE =
  /network|no_network_connectivity|post_request_failed|get_request_failed|endpoints_resolution|could not be loaded|failed to fetch/i;
const CANCELLED = /did not approve|user_cancel|cancelled|canceled|denied access|closed/i;
const NEEDS_WINDOW =
  /interaction.required|login_required|no_account|no_tokens_found|refresh_token_expired|native_account|monitor_window_timeout|requires user interaction|invalid_grant/i;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Code and message of anything thrown, in one line. */
function describe(error: unknown): string {
  if (!isRecord(error)) return String(error);
  const { errorCode, errorMessage, message } = error;
  const parts = [errorCode, errorMessage ?? message].filter((part) => typeof part === 'string');
  return parts.join(': ') || String(error);
}

function guess(text: string): SignInFailure['code'] | 'signed-out' {
  if (OFFLINE.test(text)) return 'offline';
  if (/consent_required/.test(text)) return 'consent-required';
  if (CANCELLED.test(text) || /access_denied/.test(text)) return 'cancelled';
  return NEEDS_WINDOW.test(text) ? 'signed-out' : 'unexpected';
}

/**
 * Turns what the sign-in library or the browser threw into a failure with a way out. Numbers win;
 * without one the library's own code decides.
 */
export function explain(error: unknown): SignInFailure | SignedOut {
  const message = describe(error);
  const aadsts = findAadsts(message);
  return {
    code: codeOf(aadsts) ?? guess(message),
    ...(aadsts === undefined ? {} : { aadsts }),
    message: message.slice(0, 400),
  };
}

/** `explain`, as a reply. */
export function fail(error: unknown): Failed {
  return { ok: false, failure: explain(error) };
}

/** For an interactive sign-in, where needing a window cannot be the answer. */
export function asSignInFailure(failure: SignInFailure | SignedOut): SignInFailure {
  return failure.code === 'signed-out' ? { ...failure, code: 'unexpected' } : failure;
}
