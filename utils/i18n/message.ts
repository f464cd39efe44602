/** One text, or one per plural category of the value `count`. */
export type Message = string | Readonly<Record<string, string>>;

/** Message id to text. */
export type Catalogue = Readonly<Record<string, Message>>;
