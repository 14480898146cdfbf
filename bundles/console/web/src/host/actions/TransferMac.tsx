import { Content, FormGroup } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../api/client";
import { useSession } from "../../app/Session";
import { Choice } from "../../parts/Choice";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";

const NONE = "0";
const CHOOSE = "";

/** Moves a Mac into a team in which the person may do that, or into none. */
export function TransferMac({ host, onClose }: { host: Host; onClose: () => void }) {
  const { me, may } = useSession();
  const { say } = useNotices();
  const client = useQueryClient();
  const [team, setTeam] = useState(CHOOSE);
  const teams = (me.available_teams ?? [])
    .filter((some) => some.id !== host.team_id && may("TRANSFER_HOSTS", some.id))
    .map((some) => ({ value: String(some.id), label: some.name ?? "" }));
  const none = host.team_id !== null && may("TRANSFER_HOSTS", null) ? [{ value: NONE, label: "No team" }] : [];
  const options = [{ value: CHOOSE, label: "Choose a team" }, ...none, ...teams];
  const transfer = async () => {
    await api.POST("/hosts/transfer", {
      body: { team_id: team === NONE ? null : Number(team), hosts: [host.id ?? 0] },
    });
    await client.invalidateQueries();
    say(`${nameOf(host)} is in ${options.find((some) => some.value === team)?.label} now.`);
  };
  return (
    <Confirm
      title={`Transfer ${nameOf(host)}`}
      action="Transfer"
      ready={team !== CHOOSE}
      act={transfer}
      onClose={onClose}
    >
      <Content component="p">
        This one Mac leaves {host.team_name ?? "no team"}. It gets the profiles and settings of its new team, and then
        gives up what only the old one had.
      </Content>
      <FormGroup label="Team" role="group">
        <Choice label="New team" value={team} options={options} onChoose={setTeam} />
      </FormGroup>
    </Confirm>
  );
}
