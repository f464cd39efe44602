#!/usr/bin/env node
// Playwright starts this in place of Firefox, with Firefox's arguments. It starts Firefox
// (FIREFOX_PROGRAM) and stands between the two, for one reason: Firefox tells a driver of pages of
// extensions, and of its own, only once the driver has asked something of them, and Playwright asks
// nothing of a page it was not told of. So each such page is asked something as soon as it is there.
// https://bugzilla.mozilla.org/show_bug.cgi?id=1755014
import { spawn } from 'node:child_process';
import { connect, createServer } from 'node:net';
import { createInterface } from 'node:readline';

const OWN_PAGES = /^(?:moz-extension:|about:(?!blank$))/;
const LISTENING = /^WebDriver BiDi listening on ws:\/\/127\.0\.0\.1:(\d+)/;
/** Answers to our own questions are of no interest; Playwright counts from 1 and never gets here. */
let lastId = 2 ** 40;

const firefox = spawn(process.env.FIREFOX_PROGRAM, process.argv.slice(2), {
  stdio: ['inherit', 'inherit', 'pipe'],
});
firefox.on('error', ({ message }) => process.stderr.write(`${message}\n`));
firefox.on('close', (code) => process.exit(code ?? 1));
process.on('SIGTERM', () => firefox.kill());
createInterface({ input: firefox.stderr }).on('line', (line) => {
  const [, port] = LISTENING.exec(line) ?? [];
  if (port) relayTo(Number(port));
  else process.stderr.write(`${line}\n`);
});

/** Listens in Firefox's place and says so in Firefox's words. */
function relayTo(port) {
  const server = createServer((driver) => join(driver, connect(port, '127.0.0.1'), port));
  server.listen(0, '127.0.0.1', () => {
    process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}\n`);
  });
}

function join(driver, browser, port) {
  const ask = (context) => browser.write(question(context));
  const toBrowser = inFrames((frame) => browser.write(frame));
  const toDriver = inFrames((frame, head) => hear(frame.subarray(head), ask));
  driver.once('data', (hello) => {
    // Firefox takes a greeting only under its own name.
    const text = hello.toString('latin1').replace(/^(host: [^:\r]+):\d+/im, `$1:${port}`);
    browser.write(text, 'latin1');
    driver.on('data', toBrowser);
  });
  browser.once('data', () => browser.on('data', toDriver));
  browser.pipe(driver);
  for (const [one, other] of [
    [driver, browser],
    [browser, driver],
  ]) {
    one.on('close', () => other.destroy());
    one.on('error', () => other.destroy());
  }
}

/** A page of an extension or of Firefox's own was opened: it is asked for nothing in particular. */
function hear(payload, ask) {
  if (!payload.includes('"browsingContext.navigationCommitted"')) return;
  const { params } = JSON.parse(payload.toString('utf8'));
  if (OWN_PAGES.test(params.url)) ask(params.context);
}

/** Hands on whole WebSocket frames, so that a frame of ours never lands inside another. */
function inFrames(take) {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const { head, size } = measure(rest);
      if (size > rest.length) return;
      take(rest.subarray(0, size), head);
      rest = rest.subarray(size);
    }
  };
}

/** Length of a frame's head and of the whole frame, bytes (RFC 6455, 5.2). */
function measure(bytes) {
  const short = (bytes[1] ?? 0) & 127;
  const extra = { 126: 2, 127: 8 }[short] ?? 0;
  const head = 2 + extra + ((bytes[1] ?? 0) & 128 ? 4 : 0);
  if (bytes.length < head) return { head, size: Number.POSITIVE_INFINITY };
  if (extra === 2) return { head, size: head + bytes.readUInt16BE(2) };
  if (extra === 8) return { head, size: head + Number(bytes.readBigUInt64BE(2)) };
  return { head, size: head + short };
}

/** Firefox closes the connection over a frame that is masked with zeros. */
const MASK = [1, 2, 3, 4];

/** A text frame. Longer than 125 bytes and shorter than 64 KiB, which its head says. */
function question(context) {
  lastId += 1;
  const params = { expression: '0', target: { context }, awaitPromise: false };
  const body = Buffer.from(JSON.stringify({ id: lastId, method: 'script.evaluate', params }));
  const head = Buffer.from([0x81, 0x80 | 126, body.length >> 8, body.length & 255, ...MASK]);
  return Buffer.concat([head, body.map((byte, at) => byte ^ MASK[at % 4])]);
}
