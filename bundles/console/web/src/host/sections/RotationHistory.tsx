import type { Schema } from "../../api/client";
import { Rows } from "../../parts/Rows";
import { State } from "../../parts/State";
import { time } from "../../parts/time";
import { Block } from "../Block";
import { byText, causeText, rotationWord } from "../words";

/** How recovery keys of a Mac were replaced, or are about to be. */
export function RotationHistory({ rotations }: { rotations: Schema<"KeyRotation">[] }) {
  return (
    <Block title="Rotations">
      {rotations.length === 0 ? (
        "No key of this Mac was rotated yet."
      ) : (
        <Rows
          label="Rotations"
          gridBreakPoint="grid-lg"
          of={rotations}
          by={(rotation) => rotation.id}
          columns={[
            { name: "Asked for", cell: (rotation) => time(rotation.requested_at) },
            { name: "Why", long: true, cell: (rotation) => causeText(rotation.cause) + byText(rotation.requested_by) },
            { name: "State", cell: (rotation) => <State word={rotationWord(rotation.status)} /> },
            { name: "Detail", long: true, cell: (rotation) => rotation.detail },
            { name: "Changed", cell: (rotation) => time(rotation.updated_at) },
          ]}
        />
      )}
    </Block>
  );
}
