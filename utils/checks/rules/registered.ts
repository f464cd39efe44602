import {
  type MethodWorth,
  methodName,
  PHONE_RETIRES,
  REPORTED_NOT_MFA,
  REPORTED_PHONES,
  worthOf,
} from '../data/methods.ts';
import type { Method } from '../reads/methods.ts';
import type { Registration } from '../reads/registration-report.ts';
import { timeOf } from './wait.ts';

/** The best that is registered. `unknown`: only kinds we have never heard of. */
export type Registered = Readonly<{
  worth: MethodWorth;
  hasPhone: boolean;
  /** Methods that count, in names administrators know. */
  names: readonly string[];
  /** When the report was last updated; absent where it was read live. */
  asOf?: string;
}>;

const BEST_FIRST: readonly MethodWorth[] = ['mfa', 'phone', 'unknown', 'not-mfa'];

/** The method is a second factor, whatever the tenant thinks of it. */
export function counts(method: Method): boolean {
  return ['mfa', 'phone'].includes(worthOf(method['@odata.type']));
}

export function fromMethods(methods: readonly Method[]): Registered {
  const types = methods.map((method) => method['@odata.type']);
  const worths = types.map(worthOf);
  return {
    worth: BEST_FIRST.find((worth) => worths.includes(worth)) ?? 'not-mfa',
    hasPhone: worths.includes('phone'),
    names: [...new Set(methods.filter(counts).map((method) => methodName(method['@odata.type'])))],
  };
}

/** Where only the report can be read, its own word decides; its method names tell phones apart. */
export function fromReport(report: Registration): Registered {
  const names = report.methodsRegistered.filter(
    (name) => !REPORTED_NOT_MFA.includes(name.toLowerCase()),
  );
  const phones = names.filter((name) => REPORTED_PHONES.includes(name.toLowerCase()));
  const onlyPhones = names.length > 0 && phones.length === names.length;
  const asOf = report.lastUpdatedDateTime;
  return {
    worth: report.isMfaRegistered ? (onlyPhones ? 'phone' : 'mfa') : 'not-mfa',
    hasPhone: phones.length > 0,
    names,
    ...(asOf ? { asOf } : {}),
  };
}

/** A method that counts was added after the report was made: the report is not about it. */
export function isNewerThanReport(methods: readonly Method[], report: Registration): boolean {
  const reportMs = timeOf(report.lastUpdatedDateTime);
  if (reportMs === undefined) return false;
  return methods.some(
    (method) => counts(method) && (timeOf(method.createdDateTime) ?? 0) > reportMs,
  );
}

export function isPhoneRetired(nowMs: number): boolean {
  return nowMs >= Date.parse(PHONE_RETIRES);
}
