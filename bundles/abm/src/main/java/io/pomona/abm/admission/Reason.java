package io.pomona.abm.admission;

/** Why a Mac is not let in, in words for an admin. */
public enum Reason {
  NOT_ASSIGNED("ABM does not assign this Mac to this server."),
  NOT_SIGNED("What the Mac says of itself is not signed by Apple's hardware."),
  NEITHER("ABM does not assign this Mac to this server, and it brings no signature of Apple's."),
  ANOTHER_UDID("The Mac has another UDID than the one that is known, and no signature of Apple's."),
  NO_AGREEMENT(
      "The person has to agree to the terms first, and the Mac did not show them: sync ABM and"
          + " retry."),
  NO_LOGIN("The person has to log in first, and the Mac did not offer it: sync ABM and retry.");

  private final String sentence;

  Reason(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** Whether an admin may let the Mac in all the same: one of the two proofs is there. */
  boolean isExcusable() {
    return this == NOT_ASSIGNED || this == NOT_SIGNED;
  }
}
