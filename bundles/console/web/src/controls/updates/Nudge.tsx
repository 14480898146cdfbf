import { Alert, Button, Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, isAbsent } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Facts } from "../../parts/Facts";
import { useNotices } from "../../parts/Notices";
import { size } from "../../parts/size";
import { time } from "../../parts/time";
import { UploadFile } from "../UploadFile";

const PACKAGE = { "application/octet-stream": [".pkg"] };

/** The package of Nudge, which Macs below macOS 14 get where a macOS is required. */
export function Nudge() {
  const client = useQueryClient();
  const { say } = useNotices();
  const [asking, setAsking] = useState<"none" | "upload" | "delete">("none");
  const { data, error } = $api.useQuery("get", "/macos_updates/nudge_package", {});
  const absent = isAbsent(error);
  const uploaded = async () => {
    await client.invalidateQueries();
    say("Nudge is uploaded.");
  };
  const remove = async () => {
    await api.DELETE("/macos_updates/nudge_package", {});
    await client.resetQueries({ queryKey: ["get", "/macos_updates/nudge_package"] });
    say("Nudge is deleted here.");
  };
  return (
    <Card>
      <CardTitle component="h2">Nudge</CardTitle>
      <CardBody>
        <Content component="p">Macs below macOS 14 know no declared updates. Nudge shows their people a window instead; it is one signed package for all teams.</Content>
        {absent ? (
          <Alert variant="warning" isInline isPlain title="There is no package: Macs below macOS 14 are not asked to update." />
        ) : (
          data !== undefined && <Facts facts={[["Package", data.name], ["Uploaded", time(data.created_at)], ["Size", size(data.size)], ["SHA-256", data.sha256]]} />
        )}
        {(absent || data !== undefined) && (
          <Button variant="secondary" onClick={() => setAsking("upload")}>
            {absent ? "Upload Nudge" : "Replace"}
          </Button>
        )}{" "}
        {!absent && data !== undefined && (
          <Button variant="secondary" isDanger onClick={() => setAsking("delete")}>
            Delete
          </Button>
        )}
      </CardBody>
      {asking === "upload" && (
        <UploadFile title="Upload Nudge" label="Signed package" path="macos_updates/nudge_package" field="package" accept={PACKAGE} done={uploaded} onClose={() => setAsking("none")}>
          <Content component="p">Take the Suite, version 2 or later, which starts Nudge by itself. It may have up to 256 MB.</Content>
        </UploadFile>
      )}
      {asking === "delete" && (
        <Confirm title="Delete Nudge" action="Delete" danger act={remove} onClose={() => setAsking("none")}>
          <Content component="p">Macs that have it keep it. No further Mac gets it.</Content>
        </Confirm>
      )}
    </Card>
  );
}
