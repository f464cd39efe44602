import type { User } from '../../tenant/state.ts';
import type { Session, World } from '../../world.ts';
import { auditBy, userIn, userTarget } from '../kit/directory.ts';
import { settlePerUserMfa } from '../kit/per-user-mfa.ts';

/** Turns per-user MFA on or off for several users, with an audit row for each. */
export function setPerUserMfa(
  world: World,
  session: Session,
  ids: readonly string[],
  wanted: User['perUserMfaState'],
): void {
  const activityDisplayName =
    wanted === 'disabled' ? 'Disable Strong Authentication' : 'Enable Strong Authentication';
  for (const id of ids) {
    const user = userIn(session.tenant.truth, id);
    if (!user || user.perUserMfaState === wanted) continue;
    const targetResources = [userTarget(user)];
    const event = { category: 'UserManagement', activityDisplayName, targetResources };
    const audit = auditBy(session, world, event);
    session.tenant.change((state) => {
      const found = userIn(state, id);
      if (!found) return;
      found.perUserMfaState = wanted;
      settlePerUserMfa(found);
      state.directoryAudits.push(structuredClone(audit));
    });
  }
}
