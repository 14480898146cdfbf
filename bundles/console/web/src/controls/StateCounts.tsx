import { Flex, FlexItem } from "@patternfly/react-core";
import { Link } from "react-router";
import { macs } from "../parts/macs";
import { State } from "../parts/State";
import type { Word } from "../parts/Word";

/** How many Macs are in which state; each number leads to them. */
export function StateCounts({
  counts,
  filter,
  team,
  word,
}: {
  counts: [state: string, count: number][];
  /** By what the list of hosts is filtered. */
  filter: string;
  /** As in the address of that list; undefined for all teams. */
  team: number | undefined;
  word: (state: string) => Word;
}) {
  return (
    <Flex role="group" aria-label="Macs by state" columnGap={{ default: "columnGapXl" }}>
      {counts.map(([state, count]) => (
        <FlexItem key={state}>
          <State word={word(state)} />{" "}
          <Link to={`/hosts?${filter}=${state}${team === undefined ? "" : `&team_id=${team}`}`}>
            {macs(count)}
            <span className="pf-v6-screen-reader">: {word(state).text}</span>
          </Link>
        </FlexItem>
      ))}
    </Flex>
  );
}
