package io.pomona.protocol.dep;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What may be said in a profile for automatic enrollment, and how. */
enum SetupField {
  PROFILE_NAME(Kind.TEXT, 125),
  ORG_MAGIC(Kind.TEXT, 256),
  DEPARTMENT(Kind.TEXT, 125),
  SUPPORT_PHONE_NUMBER(Kind.TEXT, 50),
  SUPPORT_EMAIL_ADDRESS(Kind.TEXT, 250),
  LANGUAGE(Kind.TEXT, 20),
  REGION(Kind.TEXT, 2),
  IS_SUPERVISED(Kind.FLAG, 0),
  IS_MANDATORY(Kind.FLAG, 0),
  IS_MDM_REMOVABLE(Kind.FLAG, 0),
  ALLOW_PAIRING(Kind.FLAG, 0),
  AUTO_ADVANCE_SETUP(Kind.FLAG, 0),
  IS_MULTI_USER(Kind.FLAG, 0),
  IS_RETURN_TO_SERVICE(Kind.FLAG, 0),
  DO_NOT_USE_PROFILE_FROM_BACKUP(Kind.FLAG, 0),
  SUPERVISING_HOST_CERTS(Kind.TEXTS, 20_000),
  SKIP_SETUP_ITEMS(Kind.TEXTS, 100);

  /** What the server says itself, and why a profile may not. */
  static final Map<String, String> OURS =
      Map.of(
          "url",
          "Pomona sets the address where Macs enroll: leave it out",
          "configuration_web_url",
          "Pomona sets the address where people log in, when their team wants that: leave it out",
          "await_device_configured",
          "Pomona lets every Mac wait until it has its profiles, and lets it go then: leave it out",
          "anchor_certs",
          "name the authorities that Macs shall trust by anchor_pem of io.pomona.abm: leave it out",
          "devices",
          "Pomona assigns the profile to the Macs of the team: leave it out",
          "profile_uuid",
          "Apple makes it: leave it out");

  private static final Map<String, SetupField> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(SetupField::key, field -> field));

  private final Kind kind;
  private final int longest;

  /** The kinds of value. */
  private enum Kind {
    TEXT,
    FLAG,
    TEXTS
  }

  /**
   * @param longest characters of a text, or of each text of a list
   */
  SetupField(Kind kind, int longest) {
    this.kind = kind;
    this.longest = longest;
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<SetupField> find(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  static List<String> keys() {
    return Arrays.stream(values()).map(SetupField::key).sorted().toList();
  }

  /** What is wrong with a value of it. */
  Optional<String> problem(Object value) {
    return switch (kind) {
      case FLAG ->
          value instanceof Boolean ? Optional.empty() : Optional.of("must be true or false");
      case TEXT -> value instanceof String text ? tooLong(text) : Optional.of("must be a text");
      case TEXTS -> texts(value);
    };
  }

  private Optional<String> texts(Object value) {
    if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
      return Optional.of("must be a list of texts");
    }
    return list.stream().map(String.class::cast).flatMap(text -> tooLong(text).stream()).findAny();
  }

  private Optional<String> tooLong(String text) {
    return text.length() <= longest
        ? Optional.empty()
        : Optional.of("may have up to " + longest + " characters");
  }
}
