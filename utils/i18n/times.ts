/**
 * The locale that dates are written in: the reader's own region when it speaks our language
 * (`en-US`), else the language; plain `en` reads as British.
 */
export function formattingLocale(language: string, browserLanguage = ''): string {
  const main = language.split('-')[0] ?? language;
  if (browserLanguage.toLowerCase().startsWith(`${main}-`)) return browserLanguage;
  return main === 'en' || main === 'ar' ? 'en-GB' : language;
}

/** `10:48` */
export function clockTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );
}

/** `23 Nov 2026, 10:48` */
export function dateTime(iso: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(iso),
  );
}

/** `23 Nov 2026, 10:48:07 UTC`, to the second, for evidence. */
export function exactTime(iso: string, locale: string, timeZone?: string): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(iso));
}

/** `10:48`, or with the date when it is not today. */
export function nearTime(iso: string, locale: string, nowMs: number): string {
  const sameDay = new Date(iso).toDateString() === new Date(nowMs).toDateString();
  return sameDay ? clockTime(iso, locale) : dateTime(iso, locale);
}

/** `4:12`, never below zero. Digits of minutes and seconds only: the same in every language. */
export function countdown(leftMs: number): string {
  const seconds = Math.max(0, Math.ceil(leftMs / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** `4 minutes`, `2 hours`, `3 days`: one unit, rounded, never less than a minute. */
export function duration(spanMs: number, locale: string): string {
  const minutes = Math.max(1, Math.round(spanMs / 60_000));
  if (minutes < 90) return unit(minutes, 'minute', locale);
  const hours = Math.round(minutes / 60);
  return hours < 36 ? unit(hours, 'hour', locale) : unit(Math.round(hours / 24), 'day', locale);
}

function unit(value: number, name: 'minute' | 'hour' | 'day', locale: string): string {
  return new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }).format(
    value,
  );
}
