import type { EvidenceReport } from '@/utils/domain/evidence.ts';

/** Hands the report to the browser as a file named after the day it was read. */
export function saveJson(report: EvidenceReport): void {
  const text = `${JSON.stringify(report, null, 2)}\n`;
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `waymark-evidence-${report.readAt.slice(0, 10)}.json`;
  link.click();
  URL.revokeObjectURL(url);
}
