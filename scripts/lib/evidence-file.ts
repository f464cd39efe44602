import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import type { Answers, Identity, Watched } from '../../utils/domain/check.ts';
import type { Findings } from '../../utils/domain/read.ts';

/** What a judgement of saved evidence rests on. */
export type Evidence = Readonly<{
  guideId: string;
  answers: Answers;
  identity: Identity | undefined;
  expectedTenantId?: string;
  watched: Watched;
  nowMs: number;
  findings: Findings;
}>;

const Iso = v.pipe(v.string(), v.isoTimestamp('is not an ISO 8601 time'));
const Texts = v.array(v.string());

const AnswersShape = v.object({
  partnerTier: v.exactOptional(v.picklist(['direct', 'indirect'])),
  integrationAccount: v.exactOptional(v.string()),
});

const WatchedShape = v.object({
  actionAt: v.exactOptional(v.record(v.string(), Iso)),
  policyChangeSeenAt: v.exactOptional(Iso),
});

const Answered = { observedAt: v.string(), requestId: v.exactOptional(v.string()) };
const FindingShape = v.variant('kind', [
  v.object({ kind: v.literal('answer'), body: v.unknown(), ...Answered }),
  v.object({
    kind: v.literal('refused'),
    status: v.number(),
    code: v.string(),
    message: v.string(),
    ...Answered,
  }),
  v.object({ kind: v.literal('not-consented'), missing: Texts, observedAt: v.string() }),
  v.object({ kind: v.literal('signed-out'), observedAt: v.string() }),
]);

const Common = {
  answers: AnswersShape,
  expectedTenantId: v.exactOptional(v.string()),
  watched: v.optional(WatchedShape, {}),
  findings: v.record(v.string(), FindingShape),
};

const IdentityShape = v.object({
  tenantId: v.string(),
  userId: v.string(),
  username: v.string(),
  scopes: Texts,
});

/** Written by hand or by a test. */
const PlainShape = v.object({
  ...Common,
  guide: v.string(),
  identity: v.nullish(IdentityShape),
  nowMs: v.pipe(v.number(), v.integer()),
});

/** Exported from the report page. */
const ReportShape = v.object({
  ...Common,
  guideId: v.string(),
  readAt: Iso,
  account: v.exactOptional(v.omit(IdentityShape, ['scopes'])),
  scopes: Texts,
});

function describe(issues: readonly v.BaseIssue<unknown>[]): string {
  return issues
    .slice(0, 5)
    .map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`)
    .join('\n  ');
}

/**
 * Reads an evidence file: what the report page exports as JSON, or the same put together by hand.
 *
 * @throws Error that names what is wrong and where.
 */
export function parseEvidence(text: string): Evidence {
  const value = parseJson(text);
  const has = (name: string) => typeof value === 'object' && value !== null && name in value;
  if (!has('findings') && !has('answers')) throw new Error(`it is no evidence file. ${WANTED}`);
  return has('guideId') ? fromReport(value) : fromPlain(value);
}

const WANTED = 'Wanted is the file that the button "JSON" on the report page of Waymark saves.';

function parseJson(text: string): unknown {
  if (text.trim() === '') throw new Error('it is empty.');
  if (/^#+ /.test(text)) throw new Error(`it is the report in words. ${WANTED}`);
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new Error(`it is not JSON, or was cut off or changed on its way (${why}). ${WANTED}`);
  }
}

/**
 * The content of a file as text. Editors and shells of Windows save UTF-16 and marks of byte order.
 *
 * @throws Error in plain words when there is no file to read.
 */
export function readEvidenceFile(file: string): string {
  try {
    const bytes = readFileSync(file);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8';
    return new TextDecoder(encoding).decode(bytes);
  } catch (error) {
    throw new Error(NO_FILE[(error as NodeJS.ErrnoException).code ?? ''] ?? String(error));
  }
}

const NO_FILE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file.',
  EISDIR: 'it is a folder, not a file.',
  EACCES: 'it may not be read.',
};

function fromReport(value: unknown): Evidence {
  const parsed = v.safeParse(ReportShape, value);
  if (!parsed.success) throw new Error(describe(parsed.issues));
  const { guideId, readAt, account, scopes, ...rest } = parsed.output;
  const identity = account && { ...account, scopes };
  return { ...rest, guideId, identity, nowMs: Date.parse(readAt) };
}

function fromPlain(value: unknown): Evidence {
  const parsed = v.safeParse(PlainShape, value);
  if (!parsed.success) throw new Error(describe(parsed.issues));
  const { guide, identity, ...rest } = parsed.output;
  return { ...rest, guideId: guide, identity: identity ?? undefined };
}
