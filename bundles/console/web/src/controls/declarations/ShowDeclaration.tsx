import { Alert, CodeBlock, CodeBlockCode, Modal, ModalBody, ModalHeader } from "@patternfly/react-core";
import type { Schema } from "../../api/client";
import { Facts } from "../../parts/Facts";
import { time } from "../../parts/time";

/** A declaration with its payload, as it was read for this. */
export function ShowDeclaration({ declaration, onClose }: { declaration: Schema<"Declaration">; onClose: () => void }) {
  return (
    <Modal isOpen variant="medium" aria-label={declaration.identifier} onClose={onClose}>
      <ModalHeader title={declaration.identifier} />
      <ModalBody>
        {declaration.warnings.map((warning) => (
          <Alert key={warning} variant="warning" isInline isPlain className="console-long" title={warning} />
        ))}
        <Facts
          facts={[
            ["Type", declaration.type],
            ["Changed", time(declaration.updated_at)],
          ]}
        />
        <CodeBlock>
          <CodeBlockCode>{JSON.stringify(declaration.payload, null, 2)}</CodeBlockCode>
        </CodeBlock>
      </ModalBody>
    </Modal>
  );
}
