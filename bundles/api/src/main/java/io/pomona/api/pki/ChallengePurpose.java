package io.pomona.api.pki;

/** What a SCEP challenge, and so the certificate issued for it, may be used for. */
public enum ChallengePurpose {
  /** A first enrollment or a re-enrollment: the Mac starts anew. */
  ENROLLMENT,
  /** The same for a Mac that ABM sends to us. */
  AUTOMATIC,
  /** A new identity for an enrolled Mac: its queue and statuses stay. */
  RENEWAL
}
