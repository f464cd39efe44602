import type { StepId } from '../../../simulator/scenarios/scenario.ts';
import { stateOf, stepsOf } from '../panel.ts';
import { titleOf, verdictOf } from '../print.ts';
import type { Walk } from '../walk.ts';
import { createAccount } from './account.ts';
import { answerQuestions } from './answers.ts';
import { confirmByHand } from './confirm.ts';
import { assignLicence } from './licence.ts';
import { registerMethod } from './register.ts';
import { requireMfa } from './require-mfa.ts';
import { waitForPolicy } from './wait.ts';

type Part = Readonly<{ stepId: StepId; play: (walk: Walk) => Promise<void> }>;

/** The parts of the walk in the guide's order, each for the step that it gets done. */
const PARTS: readonly Part[] = [
  { stepId: 'partner-tier', play: answerQuestions },
  { stepId: 'account-exists', play: createAccount },
  { stepId: 'entra-licence', play: assignLicence },
  { stepId: 'mfa-required', play: requireMfa },
  { stepId: 'policy-settled', play: waitForPolicy },
  { stepId: 'mfa-registered', play: registerMethod },
  { stepId: 'consent-order', play: confirmByHand },
];

/** Plays every part whose step the scenario wants done and that is not yet. */
export async function walkSteps(walk: Walk): Promise<void> {
  for (const { stepId, play } of PARTS) {
    const state = await stateOf(await walk.panel(), stepId);
    if (state === 'done' || walk.scenario.expected.steps[stepId] !== 'done') continue;
    await play(walk);
    const after = (await stepsOf(await walk.panel())).find(({ id }) => id === stepId);
    walk.note(`${titleOf(stepId)}: ${after ? verdictOf(after) : 'not in the panel'}`);
  }
}
