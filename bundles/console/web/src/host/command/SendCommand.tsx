import { Checkbox, Content, FormGroup, TextArea, TextInput, ToggleGroup, ToggleGroupItem } from "@patternfly/react-core";
import { useState } from "react";
import { $api, api, type Schema } from "../../api/client";
import { STEADY } from "../../api/queries";
import { base64OfText } from "../../parts/base64";
import { Confirm } from "../../parts/Confirm";
import { HelpLink } from "../../parts/HelpLink";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";
import { CatalogueForm } from "./CatalogueForm";
import { compose, type Fields } from "./draft";

type Way = "catalogue" | "plist";

/** Sends one Mac any command: of the catalogue, or as a plist. */
export function SendCommand({ host, onClose }: { host: Host; onClose: () => void }) {
  const { say } = useNotices();
  const [way, setWay] = useState<Way>("catalogue");
  const [name, setName] = useState("");
  const [fields, setFields] = useState<Fields>({});
  const [plist, setPlist] = useState("");
  const [why, setWhy] = useState("");
  const [urgent, setUrgent] = useState(false);
  const definition = $api.useQuery(
    "get",
    "/commands/catalogue/{request_type}",
    { params: { path: { request_type: name } } },
    { ...STEADY, enabled: name !== "" },
  ).data;
  const composed = compose(definition?.keys ?? [], fields);
  const ready =
    way === "plist" ? plist.trim() !== "" : definition !== undefined && composed.problems.length === 0;

  const send = async () => {
    const common = { host_uuids: [host.uuid ?? ""], urgent, ...(why.trim() === "" ? {} : { reason: why.trim() }) };
    const { data } =
      way === "plist"
        ? await api.POST("/commands/run", { body: { ...common, command: base64OfText(plist) } })
        : await api.POST("/commands/compose", { body: { ...common, request_type: name, keys: composed.keys } });
    check(data);
    say(`${data?.request_type} is on its way to ${nameOf(host)}.`, (data?.warnings ?? []).join(" "));
  };
  return (
    <Confirm
      title={`Send ${nameOf(host)} a command`}
      action="Send"
      variant="large"
      danger={way === "catalogue" && definition?.destructive}
      ready={ready}
      act={send}
      onClose={onClose}
    >
      <Content component="p">
        One Mac is asked. The server checks the command first and says what is wrong with it.{" "}
        <HelpLink page="commands">About commands</HelpLink>
      </Content>
      <ToggleGroup aria-label="How the command is given">
        <ToggleGroupItem text="Of the catalogue" isSelected={way === "catalogue"} onChange={() => setWay("catalogue")} />
        <ToggleGroupItem text="As a plist" isSelected={way === "plist"} onChange={() => setWay("plist")} />
      </ToggleGroup>
      {way === "catalogue" ? (
        <CatalogueForm
          name={name}
          onName={(chosen) => {
            setName(chosen);
            setFields({});
          }}
          definition={definition}
          fields={fields}
          onFields={setFields}
          problems={composed.problems}
        />
      ) : (
        <FormGroup label="Command as a plist" isRequired fieldId="plist">
          <TextArea
            id="plist"
            className="console-code"
            rows={12}
            resizeOrientation="vertical"
            spellCheck={false}
            value={plist}
            onChange={(_event, text) => setPlist(text)}
          />
        </FormGroup>
      )}
      <FormGroup label="Why, for the timeline" fieldId="why">
        <TextInput id="why" value={why} onChange={(_event, text) => setWhy(text)} />
      </FormGroup>
      <Checkbox
        id="urgent"
        label="Before all that is routine"
        isChecked={urgent}
        onChange={(_event, checked) => setUrgent(checked)}
      />
    </Confirm>
  );
}

/** A Mac whose MDM is off gets nothing. */
function check(sent: Schema<"Sent"> | undefined) {
  if ((sent?.failed_uuids ?? []).length > 0) {
    throw new Error("The Mac got nothing, since its MDM is off.");
  }
}
