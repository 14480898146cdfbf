import { Card, CardBody, CardTitle, Content } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { Rows } from "../../parts/Rows";
import { State } from "../../parts/State";
import { updateWord } from "../../parts/states";

/** Which versions of macOS are in use, and what that means for what is required. */
export function Versions({ versions }: { versions: Schema<"MacosVersionCount">[] }) {
  return (
    <Card>
      <CardTitle component="h2">What Macs run</CardTitle>
      <CardBody>
        {versions.length === 0 ? (
          <Content component="p">None of these Macs is enrolled.</Content>
        ) : (
          <Rows
            label="Versions of macOS"
            of={versions}
            by={(one) => `${one.version} ${one.state}`}
            columns={[
              { name: "macOS", long: true, cell: (one) => (one.version === "" ? "Not known" : one.version) },
              { name: "Macs", cell: (one) => one.hosts.toLocaleString() },
              { name: "State", cell: (one) => (one.state === "none" ? "Nothing is required" : <State word={updateWord(one.state)} />) },
            ]}
          />
        )}
      </CardBody>
    </Card>
  );
}
