// npm run judge -- evidence.json: judges saved evidence again, offline, and prints a verdict a step.
// Ends with 0, or with 2 when the file cannot be judged.
import { readEvidenceFile } from './lib/evidence-file.ts';
import { judgeEvidence } from './lib/judge-evidence.ts';

function main([file]: readonly string[]): number {
  if (!file) {
    console.error('Name the evidence file: npm run judge -- evidence.json');
    return 2;
  }
  try {
    console.log(judgeEvidence(readEvidenceFile(file)).join('\n'));
    return 0;
  } catch (error) {
    console.error(`Cannot judge ${file}: ${error instanceof Error ? error.message : error}`);
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2));
