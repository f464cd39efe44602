import type { Json } from '../browsers.ts';
import type { Deployment } from '../deployment.ts';

/**
 * What the Google Admin console takes under “Policy for extensions”: each setting in an object
 * with `Value`. https://support.google.com/chrome/a/answer/6306504
 */
export function googleAdminPolicy({ settings }: Deployment): Json {
  return Object.fromEntries(Object.entries(settings).map(([name, Value]) => [name, { Value }]));
}
