import type { ComponentProps } from "react";
import { ConsolePage } from "../../parts/ConsolePage";
import { IntegrationTabs, PAGE_ID } from "./IntegrationTabs";

/** A page below Settings > Integrations. */
export function IntegrationPage(props: ComponentProps<typeof ConsolePage>) {
  return (
    <>
      <IntegrationTabs />
      <div id={PAGE_ID}>
        <ConsolePage {...props} />
      </div>
    </>
  );
}
