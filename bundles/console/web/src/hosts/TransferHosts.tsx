import { Content, FormGroup } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSession } from "../app/Session";
import { Choice } from "../parts/Choice";
import { Confirm } from "../parts/Confirm";
import { macs } from "../parts/macs";
import { useNotices } from "../parts/Notices";

const NONE = "0";
const CHOOSE = "";

/** Moves Macs into a team, or into none. */
export function TransferHosts({
  count,
  move,
  onDone,
  onClose,
}: {
  count: number;
  /** Done when the person has decided; null is no team. */
  move: (team: number | null) => Promise<void>;
  onDone: () => void;
  onClose: () => void;
}) {
  const { me, may } = useSession();
  const { say } = useNotices();
  const client = useQueryClient();
  const [team, setTeam] = useState(CHOOSE);
  const options = [
    { value: CHOOSE, label: "Choose a team" },
    ...(may("TRANSFER_HOSTS", null) ? [{ value: NONE, label: "No team" }] : []),
    ...(me.available_teams ?? [])
      .filter((some) => may("TRANSFER_HOSTS", some.id))
      .map((some) => ({ value: String(some.id), label: some.name })),
  ];
  const transfer = async () => {
    await move(team === NONE ? null : Number(team));
    await client.invalidateQueries();
    say(`${macs(count)}: in ${options.find((some) => some.value === team)?.label} now.`);
    onDone();
  };
  return (
    <Confirm title={`Transfer ${macs(count)}`} action="Transfer" ready={team !== CHOOSE} act={transfer} onClose={onClose}>
      <Content component="p">
        {count === 1 ? "1 Mac gets" : `${macs(count)} get`} the profiles and settings of the new team, and then{" "}
        {count === 1 ? "gives" : "give"} up what only the old one had.
      </Content>
      <FormGroup label="Team" role="group">
        <Choice label="New team" value={team} options={options} onChoose={setTeam} />
      </FormGroup>
    </Confirm>
  );
}
