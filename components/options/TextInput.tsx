import { useEffect, useState } from 'preact/hooks';

type Props = Readonly<{
  id: string;
  name: string;
  value: string;
  readOnly?: boolean;
  placeholder?: string;
  dir?: 'ltr';
  'aria-describedby': string;
  'aria-invalid': 'true' | undefined;
  onChange: (given: string) => void;
}>;

/**
 * A line of text, given trimmed when the field is left. A page is drawn anew whenever something
 * changes, and Preact then puts `value` back into the field: what is being typed must survive that.
 */
export function TextInput({ value, onChange, ...rest }: Props) {
  const [typed, setTyped] = useState<string>();
  const [given, setGiven] = useState(true);
  useEffect(() => {
    if (given) setTyped(undefined);
  }, [value]);
  return (
    <input
      spellcheck={false}
      autocomplete="off"
      {...rest}
      value={typed ?? value}
      onInput={(event) => {
        setTyped(event.currentTarget.value);
        setGiven(false);
      }}
      onChange={(event) => {
        setGiven(true);
        onChange(event.currentTarget.value.trim());
      }}
    />
  );
}
