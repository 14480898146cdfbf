package io.pomona.api.organization;

import io.pomona.api.MdmException.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The subtree of the settings document that a slice owns: what {@code GET /config} shows of it,
 * what a file that is applied may say of it, and what an export says, are one object. Published as
 * a service by the slice; called in the thread of the request.
 *
 * <p>Values are what JSON has: String, Boolean, Integer, Long, Double, List and Map. The scope is a
 * team, or empty for hosts of no team and for what is the organization's.
 *
 * <p>Sections change nothing but what stores keep: all of a document, and of several, is one {@link
 * io.pomona.api.UnitOfWork}, which may be taken back and done again.
 */
public interface SettingsSection {
  /**
   * The keys that lead to it, from the top: {@code [mdm, macos_settings]}. A section may lie below
   * another one, and then its keys are its own.
   */
  List<String> path();

  /**
   * Where its keys are understood and shown as well, for documents of another time; an export
   * writes them at {@link #path} only. They are one: of a document that says both the value counts
   * that is not the present one, and two different ones of those are refused.
   */
  default List<List<String>> alsoAt() {
    return List.of();
  }

  /**
   * Who may change it, asked of the scope's rows, and whether teams have it as well.
   *
   * @return by default those who change what is the organization's, and no team has it
   */
  default Reach reach() {
    return Reach.ORGANIZATION;
  }

  /** The present value of every key that it takes; keys that are not here are refused. */
  Map<String, Object> describe(Optional<TeamId> scope);

  /**
   * The same as a file says it, with what the values refer to. Called for people who may see it.
   *
   * @param actor who gets it: the view of a secret is an activity
   * @param folder for its files, as seen from the document: {@code profiles}
   */
  default SettingsExport export(Actor actor, Optional<TeamId> scope, String folder) {
    return new SettingsExport(describe(scope), Map.of());
  }

  /**
   * What is wrong with a wish; changes nothing. Names of fields begin at this section. What is
   * wrong only unless it is forced is {@link FieldError#unlessForced}: a refusal that has no other
   * reason has the code {@code organization.needs_force}.
   *
   * @return by default nothing: values are of the described kind already
   */
  default List<FieldError> check(Optional<TeamId> scope, SettingsWish wish) {
    return List.of();
  }

  /**
   * Makes a checked wish come true.
   *
   * @return what changed; empty, with no activity written, when it was so already
   * @throws io.pomona.api.MdmException when it cannot
   */
  List<SettingsChange> apply(Actor actor, Optional<TeamId> scope, SettingsWish wish);

  /**
   * Whose settings these are.
   *
   * @param view needed to see them
   * @param permission needed to change them
   * @param teams whether each team has its own
   */
  record Reach(Permission view, Permission permission, boolean teams) {
    public static final Reach ORGANIZATION =
        new Reach(Permission.VIEW_CONFIG, Permission.EDIT_CONFIG, false);
  }
}
