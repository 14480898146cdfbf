import { useSearchParams } from "react-router";

/**
 * Filters in the address, so that a link shows the same: their values, and a way to change some of
 * them. Whoever filters anew begins at the first page.
 */
export function useParameters(): [(name: string) => string, (changes: Record<string, string>) => void] {
  const [parameters, setParameters] = useSearchParams();
  const change = (changes: Record<string, string>) =>
    setParameters(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete("page");
        Object.entries(changes).forEach(([name, value]) =>
          value === "" ? next.delete(name) : next.set(name, value),
        );
        return next;
      },
      { replace: true },
    );
  return [(name) => parameters.get(name) ?? "", change];
}
