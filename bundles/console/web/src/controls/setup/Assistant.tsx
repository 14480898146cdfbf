import { Button, Card, CardBody, CardTitle, CodeBlock, CodeBlockCode, Content, ExpandableSection, Flex } from "@patternfly/react-core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { $api, api, isAbsent } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { download } from "../../parts/download";
import { FileChoice } from "../../parts/FileChoice";
import { useNotices } from "../../parts/Notices";
import { time } from "../../parts/time";

const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** Reads a file; throws what people understand when it is none of these. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("This file is no JSON. A Setup Assistant profile is a JSON file with Apple's keys.");
  }
}

/** What Setup Assistant asks and skips on Macs of Apple Business Manager. */
export function Assistant({ team, mayEdit }: { team: number; mayEdit: boolean }) {
  const client = useQueryClient();
  const { say } = useNotices();
  const [asking, setAsking] = useState<"none" | "upload" | "delete">("none");
  const [file, setFile] = useState<File>();
  const own = $api.useQuery("get", "/enrollment_profiles/automatic", { params: { query: { team_id: String(team) } } });
  const usual = $api.useQuery("get", "/enrollment_profiles/automatic/default", {}, { refetchInterval: false });
  const absent = isAbsent(own.error);
  const profile = absent ? usual.data?.enrollment_profile : own.data?.enrollment_profile;
  const upload = async () => {
    const profileOfFile = jsonOf((await file?.text()) ?? "");
    const { data } = await api.POST("/enrollment_profiles/automatic", {
      body: { team_id: team, name: file?.name ?? "", enrollment_profile: profileOfFile as never },
    });
    await client.resetQueries({ queryKey: ["get", "/enrollment_profiles/automatic"] });
    say("The Setup Assistant profile is uploaded.", data?.warnings.join(" "));
  };
  const remove = async () => {
    await api.DELETE("/enrollment_profiles/automatic", { params: { query: { team_id: String(team) } } });
    await client.resetQueries({ queryKey: ["get", "/enrollment_profiles/automatic"] });
    say("Macs get the usual Setup Assistant profile.");
  };
  return (
    <Card>
      <CardTitle component="h2">Setup Assistant</CardTitle>
      <CardBody>
        <Content component="p">
          {absent ? "Macs of this team get the usual profile." : own.data !== undefined && `${own.data.name}, uploaded ${time(own.data.uploaded_at)}.`}
        </Content>
        {profile !== undefined && (
          <ExpandableSection toggleText="Show the profile" isIndented>
            <CodeBlock>
              <CodeBlockCode>{pretty(profile)}</CodeBlockCode>
            </CodeBlock>
          </ExpandableSection>
        )}
        <Flex>
          {mayEdit && (
            <Button variant="secondary" onClick={() => setAsking("upload")}>
              Upload a profile
            </Button>
          )}
          {profile !== undefined && (
            <Button variant="secondary" onClick={() => download("setup-assistant.json", pretty(profile), "application/json")}>
              Download
            </Button>
          )}
          {mayEdit && !absent && own.data !== undefined && (
            <Button variant="secondary" isDanger onClick={() => setAsking("delete")}>
              Delete
            </Button>
          )}
        </Flex>
      </CardBody>
      {asking === "upload" && (
        <Confirm title="Upload a Setup Assistant profile" action="Upload" ready={file !== undefined} act={upload} onClose={() => setAsking("none")}>
          <FileChoice id="assistant" label="JSON file with Apple's keys" file={file} onChoose={setFile} accept={{ "application/json": [".json"] }} isRequired />
        </Confirm>
      )}
      {asking === "delete" && (
        <Confirm title="Delete the Setup Assistant profile" action="Delete" danger act={remove} onClose={() => setAsking("none")}>
          <Content component="p">Macs of this team that are set up from now on get the usual one.</Content>
        </Confirm>
      )}
    </Card>
  );
}
