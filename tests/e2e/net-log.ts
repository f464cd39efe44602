import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

/** One request as the browser's network stack recorded it. */
export type Recorded = Readonly<{
  host: string;
  method: string;
  initiator: string;
  /** A page that was opened, as opposed to data that was fetched. */
  opensPage: boolean;
}>;

const NetLog = v.object({
  constants: v.object({
    logEventTypes: v.record(v.string(), v.number()),
  }),
  events: v.array(
    v.object({
      type: v.number(),
      params: v.optional(v.record(v.string(), v.unknown())),
    }),
  ),
});

/** Every request to a web server in a record made with `--log-net-log`, whoever made it. */
export async function readNetLog(file: string): Promise<Recorded[]> {
  const { constants, events } = v.parse(NetLog, JSON.parse(await readFile(file, 'utf8')));
  const started = constants.logEventTypes.URL_REQUEST_START_JOB;
  return events
    .filter(({ type }) => type === started)
    .map(({ params = {} }) => params)
    .filter(({ url }) => /^https?:/.test(String(url)))
    .map(({ url, method, initiator, request_type }) => ({
      host: new URL(String(url)).host,
      method: String(method),
      initiator: String(initiator),
      opensPage: request_type === 'main frame',
    }));
}
