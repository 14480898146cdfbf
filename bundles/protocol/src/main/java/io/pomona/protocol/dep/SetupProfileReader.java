package io.pomona.protocol.dep;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads profiles for automatic enrollment and says all that is wrong with one at once. */
public final class SetupProfileReader {
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final Set<String> REGIONS = Set.of(Locale.getISOCountries());
  private static final List<SetupField> NOT_FOR_MACS =
      List.of(
          SetupField.IS_MULTI_USER,
          SetupField.IS_RETURN_TO_SERVICE,
          SetupField.DO_NOT_USE_PROFILE_FROM_BACKUP);

  private final Map<String, Object> fields;
  private final List<SetupProblem> problems = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private SetupProfileReader(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * @param json at most 256 KiB
   */
  public static SetupProfile read(byte[] json) throws MalformedSetupProfileException {
    return of(SetupJson.read(json));
  }

  /**
   * @param fields values as JSON has them
   */
  public static SetupProfile of(Map<String, Object> fields) throws MalformedSetupProfileException {
    return new SetupProfileReader(fields).profile();
  }

  private SetupProfile profile() throws MalformedSetupProfileException {
    fields.forEach(this::field);
    if (problems.isEmpty()) {
      rules();
    }
    if (!problems.isEmpty()) {
      throw new MalformedSetupProfileException(problems);
    }
    warn();
    return new SetupProfile(fields, warnings);
  }

  private void field(String key, Object value) {
    Optional<String> reason =
        SetupField.find(key)
            .map(field -> field.problem(value))
            .orElseGet(
                () -> Optional.of(SetupField.OURS.containsKey(key) ? ours(key) : unknown(key)));
    reason.ifPresent(text -> problems.add(new SetupProblem(key, text)));
  }

  private static String ours(String key) {
    return "is not for you to say: " + SetupField.OURS.get(key);
  }

  private static String unknown(String key) {
    return "is no key of such a profile"
        + NearestName.of(key, SetupField.keys()).map(name -> "; did you mean " + name).orElse("")
        + "; valid are "
        + String.join(", ", SetupField.keys());
  }

  private void rules() {
    if (text(SetupField.PROFILE_NAME).isBlank()) {
      add(SetupField.PROFILE_NAME, "is missing: Apple wants a name of 1 to 125 characters");
    }
    if (isSaid(SetupField.IS_MDM_REMOVABLE, false) && !isSaid(SetupField.IS_SUPERVISED, true)) {
      add(SetupField.IS_MDM_REMOVABLE, "may only be false where is_supervised is true");
    }
    String language = text(SetupField.LANGUAGE);
    if (!language.isEmpty() && !LANGUAGES.contains(language.split("[-_]")[0])) {
      add(SetupField.LANGUAGE, "must be a language of ISO 639-1, for example en");
    }
    String region = text(SetupField.REGION);
    if (!region.isEmpty() && !REGIONS.contains(region)) {
      add(SetupField.REGION, "must be a country of ISO 3166-1, for example US");
    }
  }

  private void add(SetupField field, String reason) {
    problems.add(new SetupProblem(field.key(), reason));
  }

  private String text(SetupField field) {
    return (String) fields.getOrDefault(field.key(), "");
  }

  private boolean isSaid(SetupField field, boolean value) {
    return Boolean.valueOf(value).equals(fields.get(field.key()));
  }

  private void warn() {
    NOT_FOR_MACS.stream()
        .filter(field -> isSaid(field, true))
        .forEach(field -> warnings.add(field.key() + " does nothing on a Mac."));
    if (isSaid(SetupField.AUTO_ADVANCE_SETUP, true)
        && (text(SetupField.LANGUAGE).isEmpty() || text(SetupField.REGION).isEmpty())) {
      warnings.add("auto_advance_setup needs language and region; without them the Mac asks.");
    }
    Object panes = fields.getOrDefault(SetupField.SKIP_SETUP_ITEMS.key(), List.of());
    Arrays.stream(((List<?>) panes).toArray(String[]::new))
        .flatMap(name -> pane(name).stream())
        .forEach(warnings::add);
  }

  private static Optional<String> pane(String name) {
    if (SkipKeys.isOfMacs(name)) {
      return Optional.empty();
    }
    if (SkipKeys.OTHERS.contains(name)) {
      return Optional.of("skip_setup_items: no Mac has the pane " + name + ".");
    }
    return Optional.of(
        "skip_setup_items: Apple's list has no pane "
            + name
            + NearestName.of(name, SkipKeys.names())
                .map(near -> "; did you mean " + near + "?")
                .orElse("."));
  }
}
