import { Content, FormGroup, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { api, type Schema } from "../../api/client";
import { Choice } from "../../parts/Choice";
import { Confirm } from "../../parts/Confirm";
import { useNotices } from "../../parts/Notices";
import { type Host, nameOf } from "../Host";

type Action = NonNullable<Schema<"OsUpdateSchedule">["install_action"]>;

const ACTIONS: { value: Action; label: string }[] = [
  { value: "Default", label: "Download, then ask the person to install" },
  { value: "DownloadOnly", label: "Download only" },
  { value: "NotifyOnly", label: "Tell the person only" },
  { value: "InstallLater", label: "Install at night; the person may put it off" },
  { value: "InstallASAP", label: "Install as soon as possible; the person may cancel the restart" },
  { value: "InstallForceRestart", label: "Install and restart; what is not saved may be lost" },
];

/** Has a Mac install an update; which version is typed where it is not one of those that it found. */
export function ScheduleUpdate({
  host,
  product,
  onClose,
}: {
  host: Host;
  product?: Schema<"AvailableOsUpdate">;
  onClose: () => void;
}) {
  const { say } = useNotices();
  const [version, setVersion] = useState("");
  const [action, setAction] = useState<Action>("Default");
  const [deferrals, setDeferrals] = useState("");
  const [priority, setPriority] = useState<"" | "Low" | "High">("");
  const deferralsFit = /^\d{0,4}$/.test(deferrals);

  const schedule = async () => {
    const { data } = await api.POST("/hosts/{id}/os_updates", {
      params: { path: { id: host.id ?? 0 } },
      body: {
        ...(product === undefined ? { version: version.trim() } : { product_key: product.product_key }),
        install_action: action,
        ...(action === "InstallLater" && deferrals !== "" ? { max_user_deferrals: Number(deferrals) } : {}),
        ...(priority !== "" ? { priority } : {}),
      },
    });
    say(`${nameOf(host)} is told to install it.`, (data?.warnings ?? []).join(" "));
  };
  return (
    <Confirm
      title={`Install ${product?.name ?? "an update"} on ${nameOf(host)}`}
      action="Schedule"
      danger={action === "InstallForceRestart"}
      ready={(product !== undefined || version.trim() !== "") && deferralsFit}
      act={schedule}
      onClose={onClose}
    >
      <Content component="p">
        One Mac is told to install this update. It takes the place of what is scheduled and not yet fetched.
      </Content>
      {product === undefined && (
        <FormGroup label="Version of macOS" isRequired fieldId="version">
          <TextInput
            id="version"
            value={version}
            placeholder="15.1"
            onChange={(_event, text) => setVersion(text)}
          />
        </FormGroup>
      )}
      <FormGroup label="How" role="group">
        <Choice label="How" value={action} options={ACTIONS} onChoose={setAction} />
      </FormGroup>
      {action === "InstallLater" && (
        <FormGroup label="How often the person may put it off" fieldId="deferrals">
          <TextInput
            id="deferrals"
            inputMode="numeric"
            value={deferrals}
            validated={deferralsFit ? "default" : "error"}
            onChange={(_event, text) => setDeferrals(text)}
          />
        </FormGroup>
      )}
      <FormGroup label="Priority" role="group">
        <Choice
          label="Priority"
          value={priority}
          options={[
            { value: "", label: "As macOS does it" },
            { value: "Low", label: "Low" },
            { value: "High", label: "High, as if the person had asked for it" },
          ]}
          onChoose={setPriority}
        />
      </FormGroup>
    </Confirm>
  );
}
