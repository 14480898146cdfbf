import { Card, CardBody, CardTitle, Switch } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { useNotices } from "../../parts/Notices";
import { useTeamSettings } from "../useTeamSettings";
import { MinimumVersion } from "./MinimumVersion";

type Key = "enable_end_user_authentication" | "enable_release_device_manually";

const SWITCHES: [Key, string][] = [
  ["enable_end_user_authentication", "People log in by the organization's provider before their Mac enrolls"],
  ["enable_release_device_manually", "Macs wait in Setup Assistant until somebody releases them here"],
];

/** How Macs of a team are set up. */
export function Experience({ team, mayEdit }: { team: number; mayEdit: boolean }) {
  const client = useQueryClient();
  const { say, complain } = useNotices();
  const [busy, setBusy] = useState(false);
  const setup: Schema<"MacSetup"> | undefined = useTeamSettings(team)?.macos_setup;
  const change = async (key: Key, label: string, on: boolean) => {
    setBusy(true);
    try {
      await api.PATCH("/setup_experience", { body: { team_id: team, [key]: on } });
      await client.invalidateQueries();
      say(`${on ? "On" : "Off"}: ${label}`);
    } catch (error) {
      complain("That could not be changed", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card>
      <CardTitle component="h2">On the way</CardTitle>
      <CardBody>
        {SWITCHES.map(([key, label]) => (
          <div key={key}>
            <Switch
              id={key}
              label={label}
              isChecked={setup?.[key] ?? false}
              isDisabled={!mayEdit || busy || setup === undefined}
              onChange={(_event, on) => void change(key, label, on)}
            />
          </div>
        ))}
        <MinimumVersion team={team} mayEdit={mayEdit} />
      </CardBody>
    </Card>
  );
}
