import { Alert, Button, ClipboardCopy, Content, Flex, FlexItem } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, type Schema } from "../api/client";
import { Confirm } from "../parts/Confirm";
import { Loaded } from "../parts/Loaded";
import { useNotices } from "../parts/Notices";
import { ago, time } from "../parts/time";

/** The link that opens My device of one host: its state, made, shown once, revoked. */
export function LinkActions({ host, name }: { host: number; name: string }) {
  const query = $api.useQuery("get", "/hosts/{id}/device_link", { params: { path: { id: host } } });
  const client = useQueryClient();
  const { say, complain } = useNotices();
  const [asks, setAsks] = useState<"make" | "revoke">();
  // Shown once: it is in this component only, and gone with it.
  const [url, setUrl] = useState<string>();
  const path = { params: { path: { id: host } } };
  const again = () => client.invalidateQueries({ queryKey: ["get", "/hosts/{id}/device_link"] });
  const make = async () => {
    const { data } = await api.POST("/hosts/{id}/device_link", path);
    setUrl(data?.url);
    await again();
  };
  const first = () => make().catch((error: unknown) => complain("No link was made", error));
  const revoke = async () => {
    await api.DELETE("/hosts/{id}/device_link", path);
    setUrl(undefined);
    say("The link was revoked");
    await again();
  };
  return (
    <Loaded query={query}>
      {({ device_link: link }) => (
        <>
          <Content component="p">{sentence(link)}</Content>
          {url !== undefined && (
            <Alert variant="info" isInline title="Copy the link now; it is not shown again">
              <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="Link to My device">
                {url}
              </ClipboardCopy>
              Send it to the user of this Mac only.
            </Alert>
          )}
          <Flex className="pf-v6-u-mt-sm">
            <FlexItem>
              <Button
                variant="secondary"
                onClick={() => (isThere(link) ? setAsks("make") : void first())}
              >
                {isThere(link) ? "Renew link" : "Make link"}
              </Button>
            </FlexItem>
            <FlexItem>
              <Button variant="secondary" isDanger onClick={() => setAsks("revoke")}>
                Revoke links
              </Button>
            </FlexItem>
          </Flex>
          {asks === "make" && (
            <Confirm title="Make a new link" action="Make link" act={make} onClose={() => setAsks(undefined)}>
              <Content component="p">A new link for {name} is good for 30 days. The one before ends.</Content>
            </Confirm>
          )}
          {asks === "revoke" && (
            <Confirm title="Revoke links" action="Revoke" danger act={revoke} onClose={() => setAsks(undefined)}>
              <Content component="p">
                All links to the page of {name} end, also the one in its Dock. A Mac with the page in its Dock gets a new
                one by profile.
              </Content>
            </Confirm>
          )}
        </>
      )}
    </Loaded>
  );
}

function isThere(link: Schema<"DeviceLink"> | null | undefined): boolean {
  return link !== null && link !== undefined;
}

/** The state of a link, in words. */
export function sentence(link: Schema<"DeviceLink"> | null | undefined): string {
  if (link === null || link === undefined) {
    return "No link to My device was made for this Mac.";
  }
  const made = `Made by ${link.made_by ?? "somebody"} on ${time(link.made_at)}`;
  const used = typeof link.used_at === "string" ? `last opened ${ago(link.used_at)}` : "never opened";
  return link.ended === true
    ? `${made}, ${used}. It has ended; make a new one.`
    : `${made}, ${used}. Ends on ${time(link.ends_at)}.`;
}
