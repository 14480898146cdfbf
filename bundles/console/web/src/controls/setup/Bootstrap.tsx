import { Button, Card, CardBody, CardTitle, Content, Flex } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, isAbsent } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Facts } from "../../parts/Facts";
import { useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";
import { lookup, word } from "../../parts/Word";
import { StateCounts } from "../StateCounts";
import { UploadFile } from "../UploadFile";

const PACKAGE = { "application/octet-stream": [".pkg"] };

const packageWord = lookup({
  installed: word("Installed", "green"),
  pending: word("Pending", "blue"),
  failed: word("Failed", "red"),
});

/** The package that Macs install while they are set up. Asked for only by who may change it. */
export function Bootstrap({ team }: { team: number }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const [asking, setAsking] = useState<"none" | "upload" | "delete">("none");
  const { data, error } = $api.useQuery("get", "/bootstrap/{team_id}/metadata", { params: { path: { team_id: team } } });
  const { data: counts } = $api.useQuery("get", "/bootstrap/summary", { params: { query: { team_id: String(team) } } });
  const absent = isAbsent(error);
  const anew = () => client.resetQueries({ queryKey: ["get", "/bootstrap/{team_id}/metadata"] });
  const uploaded = async () => {
    await anew();
    say("The bootstrap package is uploaded.");
  };
  const remove = async () => {
    await api.DELETE("/bootstrap/{team_id}", { params: { path: { team_id: team } } });
    await anew();
    say("The bootstrap package is deleted.");
  };
  return (
    <Card>
      <CardTitle component="h2">Bootstrap package</CardTitle>
      <CardBody>
        {absent && <Content component="p">There is none: Macs are set up without a package.</Content>}
        {!absent && data !== undefined && (
          <Facts facts={[["Package", data.name], ["Uploaded", time(data.created_at)], ["SHA-256", data.sha256]]} />
        )}
        {counts !== undefined && !absent && (
          <StateCounts
            filter="bootstrap_package"
            team={team}
            word={packageWord}
            counts={[
              ["installed", counts.installed],
              ["pending", counts.pending],
              ["failed", counts.failed],
            ]}
          />
        )}
        <Flex>
          {(absent || data !== undefined) && (
            <Button variant="secondary" onClick={() => setAsking("upload")}>
              {absent ? "Upload a package" : "Replace"}
            </Button>
          )}
          {!absent && data !== undefined && (
            <Button variant="secondary" isDanger onClick={() => setAsking("delete")}>
              Delete
            </Button>
          )}
        </Flex>
      </CardBody>
      {asking === "upload" && (
        <UploadFile
          title="Upload a bootstrap package"
          label="Signed distribution package"
          path="bootstrap"
          field="package"
          team={team}
          accept={PACKAGE}
          done={uploaded}
          onClose={() => setAsking("none")}
        >
          <Content component="p">Every Mac that enrolls automatically from now on installs it while it is set up.</Content>
        </UploadFile>
      )}
      {asking === "delete" && (
        <Confirm title="Delete the bootstrap package" action="Delete" danger act={remove} onClose={() => setAsking("none")}>
          <Content component="p">Macs that are set up from now on install none. Macs that have it keep it.</Content>
        </Confirm>
      )}
    </Card>
  );
}
