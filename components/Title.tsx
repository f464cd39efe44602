/** Longer words may break at their hyphen: they would not fit beside the state in a narrow panel. */
const MOST_CHARACTERS = 12;

/** A step's title, in which short words such as “sign-in” stay on one line. */
export function Title({ text }: Readonly<{ text: string }>) {
  const parts = text.split(/([^\s-]+-[^\s-]+)/);
  return (
    <span class="title">
      {parts.map((part, index) =>
        index % 2 === 1 && part.length <= MOST_CHARACTERS ? (
          <span key={`${index}${part}`}>{part}</span>
        ) : (
          part
        ),
      )}
    </span>
  );
}
