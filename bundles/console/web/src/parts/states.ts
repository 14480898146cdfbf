import { lookup, word } from "./Word";

/** Whether the Mac is managed. */
export const mdmWord = lookup({
  "On (manual)": word("MDM on (manual)", "green"),
  "On (automatic)": word("MDM on (automatic)", "green"),
  Pending: word("MDM pending", "blue"),
  Off: word("MDM off", "orange"),
});

export const profileWord = lookup({
  verified: word("Verified", "green"),
  verifying: word("Verifying", "blue"),
  pending: word("Pending", "blue"),
  failed: word("Failed", "red"),
});

export const encryptionWord = lookup({
  verified: word("Encrypted, key kept", "green"),
  verifying: word("Verifying", "blue"),
  action_required: word("Action required", "orange"),
  enforcing: word("Enforcing", "blue"),
  failed: word("Failed", "red"),
  removing_enforcement: word("Removing enforcement", "blue"),
  "": word("Not required", "grey"),
});

export const updateWord = lookup({
  up_to_date: word("Up to date", "green"),
  pending: word("Update pending", "blue"),
  overdue: word("Update overdue", "red"),
  failed: word("Update failed", "red"),
  unsupported: word("Not supported", "orange"),
  unknown: word("Not known", "grey"),
});
