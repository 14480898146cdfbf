import { Button, Content } from "@patternfly/react-core";
import { useState } from "react";
import { request } from "../api/client";
import { download } from "../parts/download";
import { useNotices } from "../parts/Notices";

/** An enrollment profile for a Mac that nobody knows the serial number of. */
export function UnknownMac() {
  const { say, complain } = useNotices();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const answer = await request("enrollment_profiles/manual");
      download("enrollment.mobileconfig", await answer.blob());
      say("The enrollment profile was downloaded", "It lets in one Mac, for seven days.");
    } catch (error) {
      complain("There is no profile", error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="pf-v6-u-mt-md">
      <Content component="p">
        Each download lets in one Mac, whichever it is, for seven days. The Mac comes into no team, and has to be transferred.
        Where you know the serial number, add the Mac by it: then the profile serves no other.
      </Content>
      <Button isDisabled={busy} isLoading={busy} onClick={() => void save()}>
        Download enrollment profile
      </Button>
    </div>
  );
}
