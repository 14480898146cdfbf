package io.pomona.api.organization;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The organization's settings; empty before set-up, which {@link UserStore#setUp} is. */
public interface OrganizationStore {
  Optional<OrganizationSettings> settings();

  /**
   * One transaction. Two who change them do so one after the other.
   *
   * @param wanted what they shall be, seeing what they are; may be called more than once
   * @param activity of what they were and are then; may be called more than once
   * @return whether they are different then; when not, nothing is written
   * @throws io.pomona.api.MdmException conflict {@code organization.not_set_up}
   */
  boolean change(
      UnaryOperator<OrganizationSettings> wanted,
      BiFunction<OrganizationSettings, OrganizationSettings, ActivityDraft> activity);
}
