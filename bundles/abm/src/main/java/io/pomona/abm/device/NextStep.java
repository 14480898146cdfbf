package io.pomona.abm.device;

import io.pomona.api.abm.SetupTicket;

/** What the person in the web view has to do next. */
sealed interface NextStep {
  /** Read the organization's terms and agree. */
  record Agree(String organization) implements NextStep {}

  /**
   * @param provider where
   */
  record LogIn(String organization, String provider) implements NextStep {}

  /** Nothing more: the Mac gets its profile. */
  record Done(SetupTicket ticket) implements NextStep {}
}
