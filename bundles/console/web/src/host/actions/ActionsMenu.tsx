import { DropdownItem } from "@patternfly/react-core";
import { useState } from "react";
import { useNavigate } from "react-router";
import { api } from "../../api/client";
import { useSession } from "../../app/Session";
import { useTeam } from "../../app/Team";
import { withTeam } from "../../app/TeamLink";
import { Menu } from "../../parts/Menu";
import { useNotices } from "../../parts/Notices";
import { useKeys, useLocks } from "../evidence";
import { type Host, nameOf } from "../Host";
import { type Action, type ActionName, actionsFor } from "./actions";
import { Dialog } from "./Dialog";

/** What the person may do with the Mac. A dialog that is open stays so whatever the Mac answers meanwhile. */
export function ActionsMenu({ host }: { host: Host }) {
  const { may } = useSession();
  const { say, complain } = useNotices();
  const navigate = useNavigate();
  const team = useTeam();
  const [asking, setAsking] = useState<ActionName>();
  const withheld: ActionName[] = useKeys(host).data?.may_view === false ? ["showKey"] : [];
  const bypassKept = useLocks(host).data?.bypass_code_kept;
  const actions = actionsFor(host, (permission) => may(permission, host.team_id), withheld, bypassKept);

  const refetch = async () => {
    try {
      await api.POST("/hosts/{id}/refetch", { params: { path: { id: host.id ?? 0 } } });
      say(`${nameOf(host)} was asked for its details.`);
    } catch (error) {
      complain(`${nameOf(host)} was not asked`, error);
    }
  };
  const choose = (name: ActionName) => {
    if (name === "refetch") {
      void refetch();
    } else {
      setAsking(name);
    }
  };
  return (
    <>
      {actions.length > 0 && (
        <Menu
          toggle={{ variant: "primary", children: "Actions" }}
          isScrollable
          maxMenuHeight="70vh"
          onChoose={(value) => choose(value as ActionName)}
        >
          {actions.map((action) => (
            <Item key={action.name} action={action} />
          ))}
        </Menu>
      )}
      {asking !== undefined && (
        <Dialog
          name={asking}
          host={host}
          onClose={() => setAsking(undefined)}
          onDeleted={() => void navigate(withTeam("/hosts", team))}
        />
      )}
    </>
  );
}

function Item({ action }: { action: Action }) {
  return (
    <DropdownItem
      value={action.name}
      isDanger={action.danger && action.because === undefined}
      isAriaDisabled={action.because !== undefined}
      description={action.because}
    >
      {action.label}
    </DropdownItem>
  );
}
