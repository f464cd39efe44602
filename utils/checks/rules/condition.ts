/** What a sign-in has exactly one of, in Graph's words, lower case. */
export type Dimension =
  | 'client'
  | 'platform'
  | 'sign-in-risk'
  | 'user-risk'
  | 'insider-risk'
  | 'flow';

/**
 * One condition of a policy, as a statement about a sign-in that is true or false. `values`: the
 * sign-in has one of these, or with `all` any but these. `places`: it comes from one of these
 * places and from none of those. `fact`: something we cannot look into is so, or is not so.
 */
export type Condition = Readonly<{ id: string }> &
  (
    | Readonly<{ kind: 'values'; dimension: Dimension; all: boolean; named: readonly string[] }>
    | Readonly<{ kind: 'places'; included: readonly string[]; excluded: readonly string[] }>
    | Readonly<{ kind: 'fact'; name: string; met: boolean }>
  );
