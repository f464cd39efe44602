type Created = Readonly<{ name: string; upn: string; password: string }>;

let created: Created | undefined;

/** Keeps what the confirmation page shows; a reload forgets it. */
export function keepCreated(user: Created): void {
  created = user;
}

/** What was kept, once. */
export function takeCreated(): Created | undefined {
  const user = created;
  created = undefined;
  return user;
}
