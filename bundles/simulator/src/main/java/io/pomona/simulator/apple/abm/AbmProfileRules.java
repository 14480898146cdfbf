package io.pomona.simulator.apple.abm;

import java.util.List;
import java.util.Map;

/** What Apple refuses in a profile. */
final class AbmProfileRules {

  private record Length(String member, int most, String refusal) {}

  private static final List<Length> LENGTHS =
      List.of(
          new Length("profile_name", 125, "CONFIG_NAME_INVALID"),
          new Length("url", 2000, "CONFIG_URL_INVALID"),
          new Length("configuration_web_url", 2000, "CONFIG_URL_INVALID"),
          new Length("department", 125, "DEPARTMENT_INVALID"),
          new Length("org_magic", 256, "MAGIC_INVALID"),
          new Length("support_email_address", 250, "SUPPORT_EMAIL_INVALID"),
          new Length("support_phone_number", 50, "SUPPORT_PHONE_INVALID"));

  private static final Map<String, String> REQUIRED =
      Map.of("profile_name", "CONFIG_NAME_REQUIRED", "url", "CONFIG_URL_REQUIRED");

  private AbmProfileRules() {}

  static void check(AbmDocument profile) {
    REQUIRED.forEach(
        (member, refusal) -> require(!profile.text(member).orElse("").isBlank(), refusal));
    for (Length rule : LENGTHS) {
      String text = profile.text(rule.member()).orElse("");
      require(text.length() <= rule.most(), rule.refusal());
    }
    require(url(profile.text("url").orElse("")), "CONFIG_URL_INVALID");
    require(
        profile.flag("is_mdm_removable", true) || profile.flag("is_supervised", false),
        "FLAGS_INVALID");
    require(
        !profile.flag("auto_advance_setup", false)
            || profile.has("language") && profile.has("region"),
        "LOCALE_INVALID");
  }

  private static boolean url(String text) {
    return text.startsWith("https://");
  }

  private static void require(boolean condition, String refusal) {
    if (!condition) {
      throw AbmRefusal.badRequest(refusal);
    }
  }
}
