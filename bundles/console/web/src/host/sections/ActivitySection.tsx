import { Button, EmptyState, EmptyStateBody, Flex, FlexItem, Stack, StackItem } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useState } from "react";
import { $api, type Schema } from "../../api/client";
import { Loaded } from "../../parts/Loaded";
import { time } from "../../parts/time";
import { Told } from "../../activity/Told";
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
              <Flex>
                <FlexItem>
                  <Button variant="secondary" isDisabled={page === 0} onClick={() => setPage(page - 1)}>
                    Newer
                  </Button>
                </FlexItem>
                <FlexItem>
                  <Button
                    variant="secondary"
                    isDisabled={activities.length < PAGE}
                    onClick={() => setPage(page + 1)}
                  >
                    Older
                  </Button>
                </FlexItem>
              </Flex>
            </StackItem>
          </Stack>
        );
      }}
    </Loaded>
  );
}

function ActivityTable({ host, activities }: { host: Host; activities: Schema<"Activity">[] }) {
  return (
    <Table aria-label={`Activities of ${nameOf(host)}`} variant="compact" gridBreakPoint="grid-lg">
      <Thead>
        <Tr>
          <Th width={20}>When</Th>
          <Th width={20}>Who</Th>
          <Th>What</Th>
        </Tr>
      </Thead>
      <Tbody>
        {activities.map((activity) => (
          <Tr key={activity.id}>
            <Td dataLabel="When">{time(activity.created_at)}</Td>
            <Td dataLabel="Who" modifier="breakWord">
              {activity.actor_full_name}
            </Td>
            <Td dataLabel="What" modifier="breakWord">
              <Told type={activity.type ?? ""} details={activity.details ?? {}} />
            </Td>
          </Tr>
        ))}
      </Tbody>
    </Table>
  );
}
