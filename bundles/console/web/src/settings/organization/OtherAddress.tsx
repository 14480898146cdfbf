import { Alert, Content } from "@patternfly/react-core";
import { useState } from "react";
import { Confirm } from "../../parts/Confirm";
import { many } from "../../parts/macs";
import { Retyped } from "../../parts/Retyped";
import { useEnrolled } from "../useEnrolled";

/** Before Macs are left behind at another address. */
export function OtherAddress({
  before,
  wanted,
  act,
  onClose,
}: {
  before: string;
  wanted: string;
  act: () => Promise<void>;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState("");
  const count = useEnrolled() ?? 0;
  return (
    <Confirm
      title="Change the address of this server?"
      action="Change the address"
      danger
      ready={typed.trim() === wanted}
      act={act}
      onClose={onClose}
    >
      <Alert
        isInline
        component="p"
        variant="warning"
        title={`${many(count, "enrolled Mac is", "enrolled Macs are")} left at the old address`}
      />
      <Content component="p" className="console-long">
        They keep asking {before}. While that name leads to this server too, nothing breaks; once it does not, each of them
        has to enroll again. Macs that enroll from now on use {wanted}.
      </Content>
      <Retyped id="address-again" what="the new address" value={typed} onChange={setTyped} />
    </Confirm>
  );
}
