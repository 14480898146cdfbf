import { Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { $api, api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { many } from "../../parts/macs";
import { useNotices } from "../../parts/Notices";
import { plain } from "../../parts/plain";
import { total } from "./statuses";

/** Deletes a profile here and takes it off the Macs that have it. */
export function DeleteProfile({ profile, onClose }: { profile: Schema<"Profile">; onClose: () => void }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const path = { profile_uuid: profile.profile_uuid };
  const { data } = $api.useQuery("get", "/configuration_profiles/{profile_uuid}/status", { params: { path } });
  const count = data === undefined ? undefined : total(data);
  const remove = async () => {
    await api.DELETE("/configuration_profiles/{profile_uuid}", { params: { path } });
    await client.invalidateQueries();
    say(`${plain(profile.name)} is deleted.`);
  };
  return (
    <Confirm title={`Delete ${plain(profile.name)}`} action="Delete" danger act={remove} onClose={onClose}>
      <Content component="p">
        {count === undefined ? "All Macs that have it" : many(count, "Mac that has it or waits for it", "Macs that have it or wait for it")} will remove it. What it sets ends on them.
        {profile.origin === "file" && " An applied file lists it: the next time that the file is applied, it comes back."}
      </Content>
    </Confirm>
  );
}
