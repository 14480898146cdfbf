import { Card, CardBody, CardTitle, Content, Stack, Switch } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../app/Session";
import { Confirm } from "../../parts/Confirm";
import { HelpLink } from "../../parts/HelpLink";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** Whether enrolled Macs have their page in the Dock, and where people enroll Macs by a log-in. */
export function MyDevice({ inDock, address }: { inDock: boolean; address: string }) {
  const { may } = useSession();
  const { say } = useNotices();
  const changed = useChanged();
  const [asking, setAsking] = useState(false);
  const change = async () => {
    await api.PATCH("/config", { body: { my_device: { in_dock: !inDock } } });
    say(inDock ? "The page is taken out of the Dock" : "The page comes into the Dock");
    await changed();
  };
  return (
    <Card component="section">
      <CardTitle component="h2">My device</CardTitle>
      <CardBody>
        <Stack hasGutter>
          <Switch
            id="device-dock"
            label="Enrolled Macs have their page in the Dock"
            isChecked={inDock}
            isDisabled={!may("EDIT_CONFIG", null)}
            onChange={() => setAsking(true)}
          />
          <Content component="p">
            Without it, people reach the page of their Mac by a link that you send them. Self-service enrollment, by a log-in at{" "}
            <code>{address}/device/enroll</code>, is switched on by <code>self.service</code> in <code>etc/io.pomona.enrollment.cfg</code> on
            the server. <HelpLink page="my-device" />
          </Content>
        </Stack>
      </CardBody>
      {asking && (
        <Confirm
          title={inDock ? "Take the page out of the Dock?" : "Put the page into the Dock?"}
          action={inDock ? "Take it out" : "Put it in"}
          act={change}
          onClose={() => setAsking(false)}
        >
          {inDock
            ? "The profile is taken off all enrolled Macs, and its links end when they are over."
            : "All enrolled Macs get one more profile, which adds an icon to the right side of the Dock and leaves the rest of it alone. A profile of your own that sets documents of the Dock may meet it: macOS may show those of one of the two only."}
        </Confirm>
      )}
    </Card>
  );
}
