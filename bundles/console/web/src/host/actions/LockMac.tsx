import { Content, FormGroup, TextArea, TextInput } from "@patternfly/react-core";
import { useState } from "react";
import { api } from "../../api/client";
import { Reveal } from "../../parts/Reveal";
import { type Host, nameOf } from "../Host";

/** Locks a Mac; its PIN is shown at once. */
export function LockMac({ host, onClose }: { host: Host; onClose: () => void }) {
  const [message, setMessage] = useState("");
  const [phone, setPhone] = useState("");
  const lock = async () => {
    const { data } = await api.POST("/hosts/{id}/lock", {
      params: { path: { id: host.id ?? 0 }, query: { view_pin: true } },
      body: {
        ...(message.trim() === "" ? {} : { message: message.trim() }),
        ...(phone.trim() === "" ? {} : { phone_number: phone.trim() }),
      },
    });
    return data?.unlock_pin ?? "";
  };
  return (
    <Reveal
      title={`Lock ${nameOf(host)}?`}
      action="Lock"
      danger
      label={`PIN of ${nameOf(host)}`}
      fetch={lock}
      onClose={onClose}
      after={
        <Content component="p">
          The lock is on its way. The PIN unlocks the Mac at its keyboard; you find it again under Actions, Unlock.
        </Content>
      }
    >
      <Content component="p">
        One Mac restarts and is locked as soon as it is reached: what is not saved there is lost. It is unlocked with a
        PIN of six digits, which is shown next and kept here.
      </Content>
      <FormGroup label="Message on the locked Mac" fieldId="message">
        <TextArea
          id="message"
          value={message}
          maxLength={500}
          resizeOrientation="vertical"
          onChange={(_event, text) => setMessage(text)}
        />
      </FormGroup>
      <FormGroup label="Phone number on the locked Mac" fieldId="phone">
        <TextInput
          id="phone"
          type="tel"
          value={phone}
          maxLength={60}
          onChange={(_event, text) => setPhone(text)}
        />
      </FormGroup>
    </Reveal>
  );
}
