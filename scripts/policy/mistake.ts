/** A mistake of the one who calls a command, in words for them. */
export class Mistake extends Error {}
