import type { Found } from '@/utils/domain/check.ts';
import type { Evidence, Needs, Reason } from '@/utils/domain/outcome.ts';
import type { Read, ReadResult } from '@/utils/domain/read.ts';
import type { Words } from '@/utils/domain/words.ts';

type Refused = Extract<ReadResult, { kind: 'refused' }>;
type Blindness = Readonly<{ reason: Reason; needs?: Needs }>;

/** This role may make every read of ours (learn.microsoft.com/graph/api, notes on each page). */
const EVERY_READ: readonly string[] = ['Global Reader'];

const ABSENT_CODES: readonly string[] = ['Request_ResourceNotFound', 'ResourceNotFound'];
/** What Microsoft's logs and reports want the tenant to own. */
const LICENCES: readonly string[] = ['Microsoft Entra ID P1', 'Microsoft Entra ID P2'];
const LICENCE_CODES: readonly string[] = [
  'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
  'AadPremiumLicenseRequired',
];

function rolesNeeded(read: Read): Needs {
  return { roles: read.roles ?? EVERY_READ };
}

function isUnknownAddress({ status, message }: Refused): boolean {
  const inWords = /resource not found for the segment/i.test(message);
  return status === 501 || (inWords && (status === 400 || status === 404));
}

/** Some services name an address they do not know like a thing that is not there. */
function isAbsent(refused: Refused): boolean {
  const isNamed = refused.status === 404 && ABSENT_CODES.includes(refused.code);
  return isNamed && !isUnknownAddress(refused);
}

/** A token without any of the read's permissions was never sent, so a 403 is about the reader. */
function explainForbidden(refused: Refused, read: Read): Blindness {
  if (refused.code === 'Authentication_MSGraphPermissionMissing') {
    return { reason: 'consent-required', needs: { scopes: read.scopes } };
  }
  return { reason: 'role-missing', needs: rolesNeeded(read) };
}

/** Branches on status and code; Graph's messages are not localised, but they change. */
function explain(refused: Refused, read: Read): Blindness {
  if (LICENCE_CODES.includes(refused.code)) {
    return { reason: 'licence-missing', needs: { licences: LICENCES } };
  }
  if (isUnknownAddress(refused)) return { reason: 'not-in-this-cloud' };
  switch (refused.status) {
    case 0:
      return { reason: 'offline' };
    case 401:
      return { reason: 'signed-out' };
    case 403:
      return explainForbidden(refused, read);
    case 429:
      return { reason: 'throttled' };
    default:
      return { reason: 'unexpected-response' };
  }
}

function parse<Fact>(read: Read<Fact>, body: unknown): Readonly<{ fact: Fact }> | undefined {
  try {
    return { fact: read.parse(body) };
  } catch {
    return undefined;
  }
}

/**
 * Turns what came back for a read into what a check may know. Pure: the same for an answer of a
 * second ago and for one from a saved evidence file.
 */
export function found<Fact>(read: Read<Fact>, result: ReadResult): Found<Fact> {
  const requestId = 'requestId' in result ? result.requestId : undefined;
  const observe = (observed: Words): Evidence => ({
    request: `${read.method} /${read.version}${read.path}`,
    fields: read.fields,
    observed,
    observedAt: result.observedAt,
    ...(requestId === undefined ? {} : { requestId }),
  });
  switch (result.kind) {
    case 'answer': {
      const parsed = parse(read, result.body);
      if (parsed) return { kind: 'fact', fact: parsed.fact, observe };
      return { kind: 'unknown', reason: 'unexpected-response', observe };
    }
    case 'signed-out':
      return { kind: 'unknown', reason: 'signed-out', observe };
    case 'not-consented': {
      const needs = { scopes: result.missing, ...(read.roles ? { roles: read.roles } : {}) };
      return { kind: 'unknown', reason: 'consent-required', needs, observe };
    }
    case 'refused':
      if (isAbsent(result)) return { kind: 'absent', observe };
      return { kind: 'unknown', ...explain(result, read), observe };
  }
}

const PASSING: readonly Reason[] = ['offline', 'throttled', 'unexpected-response'];

/**
 * Whether Graph was asked and gave no fact: `passing` where that is likely to end by itself.
 * `undefined`: it answered, or was not asked because nobody consented or is signed in.
 */
export function refusalOf(read: Read, result: ReadResult): 'passing' | 'lasting' | undefined {
  if (result.kind === 'signed-out' || result.kind === 'not-consented') return undefined;
  const known = found(read, result);
  if (known.kind === 'fact') return undefined;
  return known.kind === 'unknown' && PASSING.includes(known.reason) ? 'passing' : 'lasting';
}
