import { Card, CardBody, CardTitle, Content, Stack } from "@patternfly/react-core";
import { $api } from "../../api/client";
import { Facts } from "../../parts/Facts";
import { Loaded } from "../../parts/Loaded";

/** Whether people log in by a provider, and what to register there. */
export function SingleSignOn({ address }: { address: string }) {
  const query = $api.useQuery("get", "/sso", {});
  return (
    <Card component="section">
      <CardTitle component="h2">Single sign-on</CardTitle>
      <CardBody>
        <Stack hasGutter>
          <Loaded query={query}>
            {({ settings }) => (
              <Facts
                facts={[
                  ["State", settings.sso_enabled ? `On, by ${settings.idp_name}` : "Off: no provider is configured"],
                  ["Redirect address for people", <span className="console-code">{address}/api/v1/sso/callback</span>],
                  [
                    "Redirect address for Macs that are set up",
                    <span className="console-code">{address}/mdm/apple/enroll/web/callback</span>,
                  ],
                  ["Redirect address for people who enroll their Mac themselves", <span className="console-code">{address}/device/enroll/callback</span>],
                ]}
              />
            )}
          </Loaded>
          <Content component="p">
            Register the first two addresses at the provider, and write its issuer, client and secret into{" "}
            <code>etc/io.pomona.organization.cfg</code> on the server. It takes effect when saved. Register the third one only
            where <code>self.service</code> is on in <code>etc/io.pomona.enrollment.cfg</code>.
          </Content>
        </Stack>
      </CardBody>
    </Card>
  );
}
