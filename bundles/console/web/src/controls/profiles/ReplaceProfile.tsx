import { Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { $api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { macs } from "../../parts/macs";
import { plain } from "../../parts/plain";
import { total } from "./statuses";
import { replace } from "./upload";

/** Takes a file in the place of the profile with its identifier. */
export function ReplaceProfile({
  file,
  team,
  before,
  done,
  onClose,
}: {
  file: File;
  team: number;
  before: Schema<"Profile">;
  done: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const { data } = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/status", {
    params: { path: { profile_uuid: before.profile_uuid } },
  });
  const act = async () => {
    try {
      await replace(file, team, before);
      done();
    } finally {
      await client.invalidateQueries();
    }
  };
  const who = data === undefined ? "The Macs of the team" : macs(total(data));
  return (
    <Confirm title={`Replace ${plain(before.name)}`} action="Replace" danger act={act} onClose={onClose}>
      <Content component="p" className="console-long">
        {`${plain(file.name)} takes the place of ${plain(before.name)}. ${who} will get the new one, and keep the old one until then; what only the old one sets ends on them.`}
        {before.origin === "file" && " An applied file lists the old one: the next time that it is applied, the old one comes back."}
      </Content>
    </Confirm>
  );
}
