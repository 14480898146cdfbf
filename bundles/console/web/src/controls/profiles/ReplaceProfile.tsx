import { Content } from "@patternfly/react-core";
import { useQueries, useQueryClient } from "@tanstack/react-query";
import { $api, type Schema } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { macs } from "../../parts/macs";
import { plain } from "../../parts/plain";
import { total } from "./statuses";
import { replace } from "./upload";

/** Deletes what has the identifier or the name of a file, and uploads the file in its place. */
export function ReplaceProfile({
  file,
  team,
  before,
  done,
  onClose,
}: {
  file: File;
  team: number;
  before: Schema<"Profile">[];
  done: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const counts = useQueries({
    queries: before.map((profile) =>
      $api.queryOptions("get", "/configuration_profiles/{profile_uuid}/status", { params: { path: { profile_uuid: profile.profile_uuid } } }),
    ),
  });
  const most = Math.max(...counts.map(({ data }) => (data === undefined ? 0 : total(data))));
  const act = async () => {
    try {
      await replace(file, team, before);
      done();
    } finally {
      await client.invalidateQueries();
    }
  };
  const names = before.map((profile) => plain(profile.name)).join(" and ");
  return (
    <Confirm title={`Replace ${names}`} action="Replace" danger act={act} onClose={onClose}>
      <Content component="p" className="console-long">
        {`${names} ${before.length === 1 ? "is" : "are"} deleted and ${plain(file.name)} is uploaded in its place. ${macs(most)} will get the new one; what only the old one sets ends on them.`}
        {before.some((profile) => profile.origin === "file") && " An applied file lists the old one: the next time that it is applied, the old one comes back."}
      </Content>
    </Confirm>
  );
}
