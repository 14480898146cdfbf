import { EmptyState, EmptyStateBody, Stack, StackItem } from "@patternfly/react-core";
import { useState } from "react";
import { Told } from "../../activity/Told";
import { $api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { Pager } from "../../parts/Pager";
import { Rows } from "../../parts/Rows";
import { time } from "../../parts/time";
import { type Host, nameOf } from "../Host";

const PAGE = 50;

/** What people, the Mac and the server did about this Mac. */
export function ActivitySection({ host }: { host: Host }) {
  const [page, setPage] = useState(0);
  const query = $api.useQuery("get", "/activities", {
    params: { query: { host_id: host.id, page, per_page: PAGE } },
  });
  return (
    <Loaded query={query}>
      {(data) => {
        const activities = data.activities ?? [];
        return (
          <Stack hasGutter>
            <StackItem>
              {activities.length === 0 ? (
                <EmptyState titleText="No activities" headingLevel="h2">
                  <EmptyStateBody>Nothing of this Mac is in the activity feed.</EmptyStateBody>
                </EmptyState>
              ) : (
                <ActivityTable host={host} activities={activities} />
              )}
            </StackItem>
            <StackItem>
              <Pager
                previous="Newer"
                next="Older"
                onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
                onNext={activities.length === PAGE ? () => setPage(page + 1) : undefined}
              />
            </StackItem>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function ActivityTable({ host, activities }: { host: Host; activities: Schema<"Activity">[] }) {
  return (
    <Rows
      label={`Activities of ${nameOf(host)}`}
      gridBreakPoint="grid-lg"
      of={activities}
      by={(activity) => activity.id}
      columns={[
        { name: "When", width: 20, cell: (activity) => time(activity.created_at) },
        { name: "Who", long: true, width: 20, cell: (activity) => <bdi>{activity.actor_full_name || activity.actor_email || "Pomona"}</bdi> },
        { name: "What", long: true, cell: (activity) => <Told type={activity.type ?? ""} details={activity.details ?? {}} /> },
      ]}
    />
  );
}
