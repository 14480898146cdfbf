import { useState } from "react";

/** Which hosts are chosen, by number. */
export interface Selection {
  ids: ReadonlySet<number>;
  select: (ids: number[], isSelected: boolean) => void;
  clear: () => void;
}

const NOTHING: ReadonlySet<number> = new Set();

/**
 * Hosts that are chosen among those that match: they stay chosen on other pages and when the list
 * comes anew, and are forgotten when others match.
 */
export function useSelection(matching: string): Selection {
  const [state, setState] = useState({ matching, ids: NOTHING });
  const ids = state.matching === matching ? state.ids : NOTHING;
  return {
    ids,
    select: (some, isSelected) => {
      const next = new Set(ids);
      some.forEach((id) => (isSelected ? next.add(id) : next.delete(id)));
      setState({ matching, ids: next });
    },
    clear: () => setState({ matching, ids: NOTHING }),
  };
}
