package io.pomona.api.organization;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An activity that a store writes in the transaction of its cause; if it cannot be written, the
 * cause does not happen either.
 *
 * @param type as {@link ActivityType} declares it: {@code created_macos_profile}
 * @param details what that type declares; values are String, Long, Boolean or List of them, never a
 *     secret
 */
public record ActivityDraft(Actor actor, String type, Map<String, Object> details) {
  /**
   * @throws IllegalArgumentException a type or a detail that is not declared
   */
  public ActivityDraft {
    details = Map.copyOf(details);
    requireDeclared(type, details);
  }

  public static ActivityDraft of(Actor actor, String type) {
    return new ActivityDraft(actor, type, Map.of());
  }

  /** The same with one more detail. */
  public ActivityDraft with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(details);
    more.put(name, value);
    return new ActivityDraft(actor, type, more);
  }

  private static void requireDeclared(String type, Map<String, Object> details) {
    ActivityType declared =
        ActivityType.find(type)
            .orElseThrow(
                () -> new IllegalArgumentException("ActivityType does not declare " + type));
    for (String name : details.keySet()) {
      if (!declared.fields().contains(name)) {
        throw new IllegalArgumentException("ActivityType declares no " + name + " of " + type);
      }
    }
  }
}
