import { Button, Card, CardBody, CardTitle, Content, Flex } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, isAbsent } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";
import { UploadFile } from "../UploadFile";

/** What people agree to before their Mac enrolls; one for the whole organization. */
export function Agreement() {
  const client = useQueryClient();
  const { say } = useNotices();
  const [asking, setAsking] = useState<"none" | "upload" | "delete">("none");
  const { data, error } = $api.useQuery("get", "/setup_experience/eula/metadata", {});
  const absent = isAbsent(error);
  const anew = () => client.resetQueries({ queryKey: ["get", "/setup_experience/eula/metadata"] });
  const uploaded = async () => {
    await anew();
    say("The agreement is uploaded.");
  };
  const remove = async () => {
    await api.DELETE("/setup_experience/eula/{token}", { params: { path: { token: data?.token ?? "" } } });
    await anew();
    say("The agreement is deleted.");
  };
  return (
    <Card>
      <CardTitle component="h2">Agreement</CardTitle>
      <CardBody>
        <Content component="p">
          {absent ? "There is none: people are not asked to agree to anything." : data !== undefined && `${data.name}, uploaded ${time(data.created_at)}. People see it before they log in, for all teams.`}
        </Content>
        <Flex>
          {absent && (
            <Button variant="secondary" onClick={() => setAsking("upload")}>
              Upload a PDF
            </Button>
          )}
          {!absent && data !== undefined && (
            <>
              <Button variant="secondary" component="a" href={`/api/v1/setup_experience/eula/${encodeURIComponent(data.token)}`} target="_blank" rel="noreferrer">
                Read it
              </Button>
              <Button variant="secondary" isDanger onClick={() => setAsking("delete")}>
                Delete
              </Button>
            </>
          )}
        </Flex>
      </CardBody>
      {asking === "upload" && (
        <UploadFile title="Upload an agreement" label="PDF" path="setup_experience/eula" field="eula" accept={{ "application/pdf": [".pdf"] }} done={uploaded} onClose={() => setAsking("none")} />
      )}
      {asking === "delete" && (
        <Confirm title="Delete the agreement" action="Delete" danger act={remove} onClose={() => setAsking("none")}>
          <Content component="p">People are not asked to agree to it any more.</Content>
        </Confirm>
      )}
    </Card>
  );
}
