import { time } from "../parts/time";
import type { Mac } from "./steps";

/** Which answer says how far a step is. */
const ANSWERS: Record<string, string> = {
  assigned: "enrollment",
  user_admin: "user_is_admin",
  activation_lock_off: "activation_lock_off",
};

/** Who says that a step is so: a person's mark with its time, or a fact. */
export function SaidBy({ mac, step }: { mac: Mac; step: string }) {
  const gone = step === "assigned" && mac.gone_from_apple;
  switch (mac.sources[step]) {
    case "apple":
      return gone ? <> Apple does not show it any more</> : <> Apple Business Manager says so</>;
    case "mac":
      return <> the Mac says so</>;
    case "mark":
      return <Marked mac={mac} step={step} />;
    default:
      return null;
  }
}

function Marked({ mac, step }: { mac: Mac; step: string }) {
  const mark =
    step === "left_old_mdm" ? mac.left_old_mdm : step === "user_told" ? mac.user_told : mac.answered[ANSWERS[step] ?? ""];
  return mark === null || mark === undefined ? (
    <> marked</>
  ) : (
    <>
      {" "}
      marked by <bdi>{mark.by}</bdi>, {time(mark.at)}
    </>
  );
}
