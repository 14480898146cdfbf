import { Alert, AlertActionCloseButton, PageSection, Stack, StackItem } from "@patternfly/react-core";
import { useLocation } from "react-router";
import { $api, type Schema } from "../api/client";
import { TeamLink } from "./TeamLink";
import { timely } from "../parts/time";
import { areas } from "./areas";
import { faults, keyOf, pageOf, STATUS } from "./faults";
import { useSession } from "./Session";
import { useDismissed } from "./useDismissed";

const MOST = 3;
const SELDOM = 15_000;

/** What of the server an admin should know of on every page. */
export function Banners() {
  const { mayAnywhere } = useSession();
  return mayAnywhere("VIEW_STATUS") ? <FaultBanners /> : mayAnywhere("VIEW_CONFIG") ? <OffBanner /> : null;
}

function FaultBanners() {
  const { pathname } = useLocation();
  const { data } = $api.useQuery("get", "/status", {}, { refetchInterval: SELDOM });
  const { dismissed, dismiss } = useDismissed();
  const wrong = faults(data?.status ?? []).filter((line) => line.level === "error" || !dismissed.has(keyOf(line)));
  // The page of the status shows them all.
  if (wrong.length === 0 || pathname === `/${STATUS.path}`) {
    return null;
  }
  const more = wrong.length - MOST;
  return (
    <PageSection aria-label="What is wrong" component="section" padding={{ default: "padding" }}>
      <Stack hasGutter>
        {wrong.slice(0, MOST).map((line) => (
          <StackItem key={keyOf(line)}>
            <FaultBanner line={line} onClose={() => dismiss(keyOf(line))} />
          </StackItem>
        ))}
        {more > 0 && (
          <StackItem>
            <TeamLink to={`/${STATUS.path}`}>and {more} more</TeamLink>
          </StackItem>
        )}
      </Stack>
    </PageSection>
  );
}

function FaultBanner({ line, onClose }: { line: Schema<"StatusLine">; onClose: () => void }) {
  const { mayAnywhere } = useSession();
  const { pathname } = useLocation();
  const wanted = pageOf(line.name);
  const area = areas.find((some) => some.path === wanted.path);
  const page = area !== undefined && mayAnywhere(area.permission) ? wanted : STATUS;
  const isError = line.level === "error";
  const message = timely(line.message);
  return (
    <Alert
      isInline
      component="p"
      variant={isError ? "danger" : "warning"}
      className="console-long"
      title={message}
      actionClose={isError ? undefined : <AlertActionCloseButton aria-label={`Hide: ${message}`} onClose={onClose} />}
      actionLinks={pathname === `/${page.path}` ? undefined : <TeamLink to={`/${page.path}`}>{page.label}</TeamLink>}
    />
  );
}

/** To people who do not see the status of the server. */
function OffBanner() {
  const { data } = $api.useQuery("get", "/config", {}, { refetchInterval: SELDOM });
  if (data?.mdm?.enabled_and_configured !== false) {
    return null;
  }
  return (
    <PageSection aria-label="What is wrong" component="section">
      <Alert
        isInline
        component="p"
        variant="warning"
        title="MDM is off: Macs are neither woken nor answered until an admin of the organization connects Apple."
      />
    </PageSection>
  );
}
