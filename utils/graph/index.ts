export type { BudgetState } from './budget.ts';
export { type Inquired, inquire } from './inquire.ts';
export type { GraphPorts, Token } from './ports.ts';
export { readAll } from './read-all.ts';
export { SCOPES, scopeStates, scopesFor } from './scopes.ts';
