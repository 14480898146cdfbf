import { Button, EmptyState, EmptyStateBody, PageSection, Toolbar, ToolbarContent, ToolbarItem } from "@patternfly/react-core";
import { useState } from "react";
import { Link, useParams } from "react-router";
import { $api, api } from "../../api/client";
import { Choice } from "../../parts/Choice";
import { Loaded } from "../../parts/Loaded";
import { useNotices } from "../../parts/Notices";
import { Pager } from "../../parts/Pager";
import { IntegrationPage } from "../integrations/IntegrationPage";
import { useChanged } from "../useChanged";
import { DeliveryTable } from "./DeliveryTable";

const PER_PAGE = 50;
const STATES = [
  { value: "all", label: "All" },
  { value: "waiting", label: "Waiting" },
  { value: "delivered", label: "Delivered" },
  { value: "dead", label: "Given up" },
] as const;

type State = (typeof STATES)[number]["value"];

/** Events for one webhook and what became of them. */
export default function DeliveriesPage() {
  const id = Number(useParams().id);
  const { say, complain } = useNotices();
  const changed = useChanged();
  const [state, setState] = useState<State>("all");
  const [page, setPage] = useState(0);
  const { data: known } = $api.useQuery("get", "/webhooks/{id}", { params: { path: { id } } });
  const query = $api.useQuery("get", "/webhooks/{id}/deliveries", {
    params: { path: { id }, query: { state: state === "all" ? undefined : state, page, per_page: PER_PAGE } },
  });
  const dead = known?.webhook.dead ?? 0;

  const redeliver = async (deliveries: number[]) => {
    try {
      const { data } = await api.POST("/webhooks/{id}/redeliver", { params: { path: { id } }, body: { deliveries } });
      say("Events wait again", `${data?.redelivered ?? 0} of them`);
      await changed();
    } catch (failure) {
      complain("Nothing is delivered again", failure);
    }
  };
  return (
    <IntegrationPage
      title={known === undefined ? "Webhook" : `Events for ${known.webhook.name}`}
      text={<Link to="/settings/integrations/webhooks">Back to webhooks</Link>}
    >
      <PageSection>
        <Toolbar aria-label="What is shown">
          <ToolbarContent>
            <ToolbarItem>
              <Choice
                label="State"
                value={state}
                options={[...STATES]}
                onChoose={(chosen) => {
                  setState(chosen);
                  setPage(0);
                }}
              />
            </ToolbarItem>
            <ToolbarItem>
              <Button variant="secondary" isDisabled={dead === 0} onClick={() => void redeliver([])}>
                Deliver all again that were given up ({dead})
              </Button>
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Loaded query={query}>
          {({ deliveries }) =>
            deliveries.length === 0 ? (
              <EmptyState headingLevel="h2" titleText="No event here" variant="sm">
                <EmptyStateBody>Events appear as they happen. Send a test event to try the receiver.</EmptyStateBody>
              </EmptyState>
            ) : (
              <DeliveryTable deliveries={deliveries} onAgain={(some) => void redeliver([some])} />
            )
          }
        </Loaded>
        <Pager
          onPrevious={page > 0 ? () => setPage(page - 1) : undefined}
          onNext={query.data?.deliveries.length === PER_PAGE ? () => setPage(page + 1) : undefined}
        />
      </PageSection>
    </IntegrationPage>
  );
}
