package io.pomona.api.organization;

import io.pomona.api.MdmException.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The subtree of the settings document that a slice owns: what {@code GET /config} shows of it, and
 * what a file that is applied may say of it, are one object. Published as a service by the slice;
 * called in the thread of the request.
 *
 * <p>Values are what JSON has: String, Boolean, Integer, Long, Double, List and Map. The scope is a
 * team, or empty for hosts of no team and for what is the organization's.
 */
public interface SettingsSection {
  /**
   * The keys that lead to it, from the top: {@code [mdm, macos_settings]}. A section may lie below
   * another one, and then its keys are its own.
   */
  List<String> path();

  /** The present value of every key that it takes; keys that are not here are refused. */
  Map<String, Object> describe(Optional<TeamId> scope);

  /**
   * What is wrong with a wish; changes nothing. Names of fields begin at this section.
   *
   * @param wish the keys that the document has, each with a value of the described type; absent is
   *     not the same as empty
   * @param force whether the caller wants what cannot be undone
   */
  List<FieldError> check(Optional<TeamId> scope, Map<String, Object> wish, boolean force);

  /**
   * Makes a checked wish come true; the same again changes nothing and leaves no activity.
   *
   * @throws io.pomona.api.MdmException when it cannot, with nothing of this section changed
   */
  void apply(Actor actor, Optional<TeamId> scope, Map<String, Object> wish);
}
