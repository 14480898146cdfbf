import { Button, Content, Flex } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api } from "../../api/client";
import { useSession } from "../../app/Session";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { isVersion } from "../updates/versions";
import { useTeamSettings } from "../useTeamSettings";

/** Which macOS a Mac must have before it enrolls automatically; an older one updates in Setup Assistant. */
export function MinimumVersion({ team, mayEdit }: { team: number; mayEdit: boolean }) {
  const client = useQueryClient();
  const { may } = useSession();
  const { say } = useNotices();
  const [typed, setTyped] = useState<string>();
  const { data } = $api.useQuery("get", "/teams/{id}", { params: { path: { id: team } } }, { enabled: team !== 0 });
  const known = useTeamSettings(team)?.macos_setup?.enrollment?.minimum_version;
  const save = async () => {
    const mdm = { macos_setup: { enrollment: { minimum_version: typed } } };
    if (team === 0) {
      await api.PATCH("/config", { body: { mdm } });
    } else if (data !== undefined) {
      await api.POST("/spec/teams", { body: { specs: [{ name: data.team.name, mdm } as { name: string }] } });
    }
    await client.invalidateQueries();
    say(typed === "" ? "Macs enroll with any macOS." : `Macs update to macOS ${typed} before they enroll.`);
  };
  if (known === undefined) {
    return null;
  }
  return (
    <>
      <Flex>
        <Content component="p">
          {known === "" ? "Macs enroll with whatever macOS they have." : `Macs below macOS ${known} update in Setup Assistant before they enroll. Macs below macOS 14 cannot, and enroll as they are.`}
        </Content>
        {mayEdit && may("EDIT_SETTINGS", team) && (
          <Button variant="secondary" onClick={() => setTyped(known)}>
            {known === "" ? "Require a macOS" : "Change the macOS"}
          </Button>
        )}
      </Flex>
      {typed !== undefined && (
        <Confirm title="macOS before the enrollment" action="Save" ready={typed === "" || isVersion(typed)} act={save} onClose={() => setTyped(undefined)}>
          <Field id="minimum" label="Minimum version" value={typed} onChange={setTyped} placeholder="15.1" help="Of Macs that enroll automatically from now on. Empty: any." />
        </Confirm>
      )}
    </>
  );
}
