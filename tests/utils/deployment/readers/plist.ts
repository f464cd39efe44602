import { parse } from 'plist';

type Payload = Readonly<Record<string, unknown>> &
  Readonly<{ PayloadType: string; PayloadUUID: string; PayloadIdentifier: string }>;
export type Profile = Payload & Readonly<{ PayloadContent: readonly Payload[] }>;

/** A configuration profile, read by a library that had no part in writing it. */
export function readProfile(text: string): Profile {
  return parse(text) as unknown as Profile;
}

/** What a browser finds in a preference domain: the payload without the profile's own keys. */
export function domain(profile: Profile, type: string): unknown {
  const payloads = profile.PayloadContent.filter(({ PayloadType }) => PayloadType === type);
  if (payloads.length > 1) throw new Error(`Two payloads for ${type}.`);
  const [payload] = payloads;
  if (!payload) return undefined;
  return Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload')));
}
