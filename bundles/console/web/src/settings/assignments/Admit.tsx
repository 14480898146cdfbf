import { Content } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../../api/client";
import { Confirm } from "../../parts/Confirm";
import { Field } from "../../parts/Field";
import { useNotices } from "../../parts/Notices";
import { useChanged } from "../useChanged";

/** Asks for the serial number. */
export function Admit({ onClose }: { onClose: () => void }) {
  const { say } = useNotices();
  const changed = useChanged();
  const [serial, setSerial] = useState("");
  const [hours, setHours] = useState("24");
  return (
    <Confirm
      title="Let a Mac in once"
      action="Let it in"
      ready={serial.trim() !== "" && /^\d{1,3}$/.test(hours)}
      act={async () => {
        const { data } = await api.POST("/mdm/apple/admissions", {
          body: { serial_number: serial.trim(), hours: Number(hours) },
        });
        say("The Mac may enroll once", data?.serial_number);
        await changed();
      }}
      onClose={onClose}
    >
      <Content component="p">
        Only do this for a Mac that you have before you. Until it has come, whoever knows the serial number and brings
        the other proof may come in its place.
      </Content>
      <Field id="serial" label="Serial number" value={serial} onChange={setSerial} autoComplete="off" isRequired />
      <Field id="hours" label="Hours" type="number" value={hours} onChange={setHours} help="From 1 to 168." isRequired />
    </Confirm>
  );
}
