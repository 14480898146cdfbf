import { Label, LabelGroup } from "@patternfly/react-core";
import { $api, type Schema } from "../api/client";
import { usePeople } from "./PersonFinder";
import { FILTERS, hostOf } from "./query";
import { typeName } from "./types";

/** What the feed is filtered by, to be taken away again. */
export function ChosenFilters({
  filter,
  change,
  rows,
}: {
  filter: (name: string) => string;
  change: (changes: Record<string, string>) => void;
  /** What is shown: people without an account any more have their names there. */
  rows: Schema<"Activity">[];
}) {
  const person = useName(filter("actor"), rows);
  const host = useHostName(filter("host_id"));
  const words: Record<(typeof FILTERS)[number], string> = {
    actor: `Person: ${person}`,
    host_id: `Mac: ${host}`,
    type: `Type: ${typeName(filter("type"))}`,
    since: `From ${filter("since")}`,
    until: `to ${filter("until")}`,
    query: `Text: ${filter("query")}`,
  };
  const chosen = FILTERS.filter((name) => filter(name) !== "");
  if (chosen.length === 0) {
    return null;
  }
  return (
    <LabelGroup
      categoryName="Filters"
      numLabels={FILTERS.length}
      isClosable
      closeBtnAriaLabel="Remove all filters"
      onClick={() => change(Object.fromEntries(FILTERS.map((name) => [name, ""])))}
    >
      {chosen.map((name) => (
        <Label
          key={name}
          textMaxWidth="30ch"
          onClose={() => change({ [name]: "" })}
          closeBtnAriaLabel={`Remove the filter ${words[name]}`}
        >
          <bdi>{words[name]}</bdi>
        </Label>
      ))}
    </LabelGroup>
  );
}

/** The name of a person by what stands in the address: a number, or an e-mail address. */
function useName(actor: string, rows: Schema<"Activity">[]): string {
  const account = usePeople().find(({ id, email }) => String(id) === actor || email === actor);
  const row = rows.find(({ actor_id: id, actor_email: email }) => String(id) === actor || email === actor);
  return account?.name ?? row?.actor_full_name ?? actor;
}

function useHostName(text: string): string {
  const id = hostOf(text);
  const { data } = $api.useQuery(
    "get",
    "/hosts/{id}",
    { params: { path: { id: id ?? 0 } } },
    { enabled: id !== undefined, refetchInterval: false, retry: false },
  );
  return data?.host.display_name ?? text;
}
