import type { Mac } from "./steps";

/** How the Mac is to enroll: as somebody said, else as Apple Business Manager says. */
export function isAutomatic(mac: Mac): boolean {
  return mac.enrollment === "automatic" || (mac.enrollment !== "manual" && mac.steps["assigned"] === "done");
}

/** What to send to the person at a Mac, in plain words; the link of that Mac is added by who sends it. */
export function userText(mac: Mac, organization: string, server: string): string {
  const guide = (page: string) => `${server}/device/guide/${page}`;
  const old = mac.old_mdm === "" ? "the management that it has now" : mac.old_mdm;
  const turnOn = isAutomatic(mac)
    ? [
        "3. Open Terminal (in Applications, Utilities), type this and press Return; it asks for your password:",
        "   sudo profiles renew -type enrollment",
        "4. Click the notification that appears, and allow the enrollment in System Settings.",
        `   Each step in detail: ${guide("turn-on-mdm-automatic")}`,
      ]
    : [
        "3. Open the link that you got for this Mac, click Turn on MDM and download the profile.",
        "4. Open System Settings, General, Device Management, double-click the profile and click Install.",
        `   Each step in detail: ${guide("turn-on-mdm")}`,
      ];
  return [
    `Your Mac (serial number ${mac.serial_number}) moves from ${old} to the management of ${organization}.`,
    "",
    `The whole move, with what to do when something does not work: ${guide("move-to-pomona")}`,
    "",
    "Before you begin:",
    "- You need an administrator account on this Mac. If yours is a standard account, tell us first: we will help.",
    "- Turn Activation Lock off: System Settings, your name, iCloud, Find My Mac, Turn Off. You can turn Find My on again afterwards.",
    "- Save your work and connect the Mac to power and network.",
    "",
    "What to do:",
    `1. Wait until we tell you that your Mac has been un-enrolled from ${old}. Two managements at once are not possible.`,
    "2. Look into System Settings, General, Device Management: no management profile is left there.",
    ...turnOn,
    "5. If your disk is encrypted, log out and in again. Then type this in Terminal, so that we can help you if you forget your password:",
    "   sudo fdesetup changerecovery -personal",
    `   Each step in detail: ${guide("reset-recovery-key")}`,
    "",
    "Between step 1 and step 4 your Mac is without our settings, and its disk encryption is not enforced. Please do not leave it there overnight.",
  ].join("\n");
}
