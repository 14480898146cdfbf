import { DescriptionList } from "@patternfly/react-core";
import { State } from "../../parts/State";
import { mdmWord, updateWord } from "../../parts/states";
import { ago, time } from "../../parts/time";
import { Block } from "../Block";
import { Fact } from "../Fact";
import type { Host } from "../Host";
import { encryptionState, updateState } from "../../parts/hostStates";
import { enrollmentStepText } from "../words";

/** How the Mac came to be managed, and what is required of it. */
export function EnrollmentFacts({ host }: { host: Host }) {
  const mdm = host.mdm;
  const automatic = mdm?.automatic_enrollment;
  const update = mdm?.macos_update;
  return (
    <Block title="Management">
      <DescriptionList columnModifier={{ default: "1Col", md: "2Col", xl: "3Col" }}>
        <Fact name="MDM">
          <State word={mdmWord(mdm?.enrollment_status)} />
        </Fact>
        <Fact name="Enrolled last">{time(host.last_enrolled_at)}</Fact>
        <Fact name="Supervised">{supervision(host.supervised)}</Fact>
        <Fact name="Last seen">
          {time(host.seen_time)} ({ago(host.seen_time)})
        </Fact>
        <Fact name="Told its details">{time(host.detail_updated_at)}</Fact>
        <Fact name="Known since">{time(host.created_at)}</Fact>
        <Fact name="Disk encryption">
          <State word={encryptionState(host)} />
        </Fact>
        <Fact name="Required macOS">
          {update === null || update === undefined ? (
            updateState(host).text
          ) : (
            <>
              {update.required_version} by {time(update.deadline)} <State word={updateWord(update.state)} />
            </>
          )}
        </Fact>
        {automatic && (
          <Fact name="Automatic enrollment">
            {enrollmentStepText(automatic.step)}. {automatic.detail}
          </Fact>
        )}
        {automatic?.assigned_at && (
          <Fact name="Assigned in Apple Business Manager">{time(automatic.assigned_at)}</Fact>
        )}
        {automatic?.profile_requested_at && (
          <Fact name="Asked for its enrollment profile">{time(automatic.profile_requested_at)}</Fact>
        )}
        {automatic?.admitted_until && (
          <Fact name="Let in by an admin until">{time(automatic.admitted_until)}</Fact>
        )}
      </DescriptionList>
    </Block>
  );
}

function supervision(supervised: boolean | null | undefined): string {
  if (supervised === null || supervised === undefined) return "Not known";
  return supervised ? "Yes" : "No";
}
