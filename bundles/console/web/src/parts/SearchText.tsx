import { SearchInput } from "@patternfly/react-core";
import { useEffect, useState } from "react";

const PAUSE = 300;

/** A text that is searched for once the person stops typing. */
export function SearchText({
  value,
  onSearch,
  by = "Name, serial number, UDID",
}: {
  value: string;
  onSearch: (text: string) => void;
  /** By what is searched, for people. */
  by?: string;
}) {
  const [text, setText] = useState(value);
  const [known, setKnown] = useState(value);
  if (known !== value) {
    setKnown(value);
    setText(value);
  }
  useEffect(() => {
    if (text === value) {
      return undefined;
    }
    const timer = setTimeout(() => onSearch(text), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  return (
    <SearchInput
      aria-label={`Search: ${by}`}
      placeholder={by}
      value={text}
      onChange={(_event, typed) => setText(typed)}
      onClear={() => {
        setText("");
        onSearch("");
      }}
      onSearch={(_event, typed) => onSearch(typed)}
    />
  );
}
