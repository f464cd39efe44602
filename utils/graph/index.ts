export type { BudgetState } from './budget.ts';
export { type Inquired, type InquireOptions, inquire } from './inquire.ts';
export type { GraphPorts, ReadOptions, ReadOutcome, Token } from './ports.ts';
export { readAll } from './read-all.ts';
export { recentAnswers } from './recent.ts';
export { SCOPES, type ScopeInfo, scopesFor } from './scopes.ts';
