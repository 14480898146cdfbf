import type { Schema } from "../../api/client";
import { Rows } from "../../parts/Rows";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { Block } from "../Block";

const SOURCES: Record<string, string> = { security_info: "The Mac told it", rotation: "By a rotation" };

/** The recovery keys that a Mac gave, without them. */
export function KeyHistory({ keys }: { keys: Schema<"KeptRecoveryKey">[] }) {
  return (
    <Block title="Recovery keys">
      {keys.length === 0 ? (
        "This Mac has given none yet."
      ) : (
        <Rows
          label="Recovery keys"
          gridBreakPoint="grid-lg"
          of={keys}
          by={(key) => key.id}
          columns={[
            { name: "Received", cell: (key) => time(key.received_at) },
            { name: "How", cell: (key) => SOURCES[key.source ?? ""] ?? key.source },
            {
              name: "Opens",
              long: true,
              cell: (key) => (
                <>
                  <State word={key.readable ? { text: "Yes", tone: "green" } : { text: "No", tone: "red" }} /> {key.detail}
                </>
              ),
            },
            { name: "Last viewed", cell: (key) => time(key.viewed_at) },
            {
              name: "Encrypted for certificate",
              cell: (key) => <span className="console-code">{key.certificate_serial_number ?? "not known"}</span>,
            },
          ]}
        />
      )}
    </Block>
  );
}
