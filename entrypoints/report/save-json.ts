import { saveFile } from '@/components/save-file.ts';
import type { EvidenceReport } from '@/utils/domain/evidence.ts';

/** Hands the report to the browser as a file named after the day it was read. */
export function saveJson(report: EvidenceReport): void {
  const name = `waymark-evidence-${report.readAt.slice(0, 10)}.json`;
  saveFile(name, `${JSON.stringify(report, null, 2)}\n`, 'application/json');
}
