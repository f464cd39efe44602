import { pressOn } from '../hand.ts';
import type { Walk } from '../walk.ts';

/** Answers the partner tier, which only the administrator knows. */
export async function answerQuestions({ panel, page, scenario, film }: Walk): Promise<void> {
  const frame = await panel();
  const { partnerTier = 'direct' } = scenario.expected.answers;
  await film.take(page, 'partner-tier', 'The one question Graph cannot answer: the partner tier');
  await pressOn(frame.locator(`[data-step="partner-tier"] [data-value="${partnerTier}"]`));
  await frame.waitForSelector('[data-step="partner-tier"][data-state="done"]');
}
