import { Content } from "@patternfly/react-core";
import { useState } from "react";
import { Confirm } from "../../parts/Confirm";
import { Retyped } from "../../parts/Retyped";

/** Before a certificate is loaded that loses every Mac. */
export function WrongTopic({
  refusal,
  act,
  onClose,
}: {
  /** The server's sentence, which has the topics and the number of Macs. */
  refusal: string;
  act: (topic: string) => Promise<unknown>;
  onClose: () => void;
}) {
  const [topic, setTopic] = useState("");
  return (
    <Confirm
      title="Lose all enrolled Macs?"
      action="Load it and lose the Macs"
      danger
      ready={topic.trim() !== ""}
      act={() => act(topic.trim())}
      onClose={onClose}
    >
      <Content component="p" className="console-long">
        {refusal}
      </Content>
      <Content component="p">
        Nothing on the server can undo this. Each Mac stays lost until it enrolls again. Most often the Apple ID is the
        wrong one, or a new certificate was made instead of a renewed one.
      </Content>
      <Retyped id="topic" what="the topic that is given up" value={topic} onChange={setTopic} />
    </Confirm>
  );
}
