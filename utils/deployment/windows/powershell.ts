import { BROWSER_FACTS, extensionEntry, forcelistLine, idIn, managedKey } from '../browsers.ts';
import { browsersOn, type Deployment } from '../deployment.ts';
import { jsonForScript } from '../encode/json.ts';
import { DETECT, INSTALL, REMOVE, SHARED } from './powershell-parts.ts';

/** What a script does. */
export type ScriptTask = 'detect' | 'install' | 'remove';

const PARTS: Readonly<Record<ScriptTask, Readonly<{ synopsis: string; body: string }>>> = {
  detect: {
    synopsis:
      'Says whether Waymark is installed and configured by policy as wanted. Exit code 0: yes. 1: no, or not readable. Changes nothing.',
    body: DETECT,
  },
  install: {
    synopsis:
      'Installs and configures Waymark by policy for every user of this computer. Adds to lists and JSON that are there; entries of the organisation stay. Exit code 0: done. 1: not, and why.',
    body: INSTALL,
  },
  remove: {
    synopsis:
      'Takes away what Install-Waymark.ps1 wrote, and nothing else. Exit code 0: done. 1: not, and why.',
    body: REMOVE,
  },
};

/**
 * A PowerShell script, 5.1 or newer, in plain ASCII. The configuration is JSON between
 * apostrophes, in which nothing is special; everything else is the same in every deployment.
 */
export function powershellScript(task: ScriptTask, deployment: Deployment): string {
  const { synopsis, body } = PARTS[task];
  return `<#
.SYNOPSIS
${synopsis}
.NOTES
Run as SYSTEM or as administrator, in 64-bit PowerShell 5.1 or newer.
#>
Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$wanted = '${jsonForScript(scriptData(deployment))}' | ConvertFrom-Json
${SHARED}${body}`;
}

/** What the scripts know of this deployment. */
export function scriptData(deployment: Deployment) {
  const { settings } = deployment;
  return {
    browsers: browsersOn('windows', deployment).map((browser) => ({
      title: BROWSER_FACTS[browser].title,
      key: BROWSER_FACTS[browser].registryKey,
      id: idIn(browser, deployment),
      forcelist: browser === 'firefox' ? '' : forcelistLine(deployment),
      entry: extensionEntry(browser, deployment),
      managedKey: managedKey(browser, deployment),
    })),
    texts: Object.entries(settings).flatMap(([name, value]) =>
      typeof value === 'string' ? [{ name, value }] : [],
    ),
    lists: Object.entries(settings).flatMap(([name, values]) =>
      Array.isArray(values) ? [{ name, values }] : [],
    ),
  };
}
