import { EmptyState, EmptyStateBody, PageSection } from "@patternfly/react-core";
import { Link, useParams } from "react-router";
import { $api, ApiError } from "../api/client";
import { ConsolePage } from "../parts/ConsolePage";
import { Loaded } from "../parts/Loaded";
import { HostDetails } from "./HostDetails";

const GONE = [400, 403, 404, 422];

/** One Mac with all that is known of it. */
export default function HostPage() {
  const { id = "" } = useParams();
  const number = /^\d{1,15}$/.test(id) ? Number(id) : 0;
  const query = $api.useQuery("get", "/hosts/{id}", { params: { path: { id: number } } });
  const error: unknown = query.error;
  if (error instanceof ApiError && GONE.includes(error.status)) {
    return <Gone />;
  }
  const host = query.data?.host;
  if (host === undefined) {
    return (
      <ConsolePage title="Host">
        <PageSection>
          <Loaded query={{ data: undefined, error }}>{() => null}</Loaded>
        </PageSection>
      </ConsolePage>
    );
  }
  return <HostDetails key={number} host={host} />;
}

function Gone() {
  return (
    <ConsolePage title="Host">
      <PageSection>
        <EmptyState titleText="This Mac is not here" headingLevel="h2">
          <EmptyStateBody>
            It was deleted, or it is in a team that your role does not cover.{" "}
            <Link to="/hosts">Go to all hosts</Link>
          </EmptyStateBody>
        </EmptyState>
      </PageSection>
    </ConsolePage>
  );
}
