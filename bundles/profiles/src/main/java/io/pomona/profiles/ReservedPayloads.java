package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.protocol.plist.PlistDict;
import java.util.Locale;
import java.util.Set;

/** What this server looks after itself; the messages name what to use instead. */
final class ReservedPayloads {
  /** Identifiers of profiles that this server makes itself begin with it. */
  static final String PREFIX = "io.pomona.";

  private static final String MCX = "com.apple.MCX";
  private static final Set<String> FILE_VAULT =
      Set.of(
          "com.apple.MCX.FileVault2",
          "com.apple.security.FDERecoveryKeyEscrow",
          "com.apple.security.FDERecoveryRedirect");
  private static final Set<String> FILE_VAULT_KEYS =
      Set.of("dontAllowFDEDisable", "dontAllowFDEEnable", "DestroyFVKeyOnStandby");
  private static final String SCEP_PATH = "/mdm/apple/scep";

  private ReservedPayloads() {}

  static void requireFree(PlistDict payload) {
    String type = payload.string("PayloadType").orElse("");
    switch (type) {
      case "com.apple.mdm" -> throw enrollment();
      case "com.apple.security.scep" -> requireNoIdentity(payload);
      case ManagedPreferences.TYPE ->
          payload
              .dict("PayloadContent")
              .orElse(PlistDict.of())
              .asMap()
              .forEach(ReservedPayloads::requireNoFileVault);
      default -> requireNoFileVault(type, payload);
    }
    requireFree(payload.string("PayloadIdentifier").orElse(""));
  }

  private static MdmException enrollment() {
    return invalid(
        "profiles.mdm_payload",
        "The profile enrolls Macs in an MDM (payload com.apple.mdm). Only enrolling installs that:"
            + " Macs get Pomona's own enrollment profile.");
  }

  // By this path Macs get their identity from this server, and from others whose profiles come in.
  private static void requireNoIdentity(PlistDict payload) {
    boolean identity =
        payload
            .dict("PayloadContent")
            .flatMap(scep -> scep.string("URL"))
            .filter(url -> url.replaceFirst("/*([?#].*)?$", "").endsWith(SCEP_PATH))
            .isPresent();
    if (identity) {
      throw invalid(
          "profiles.scep_payload",
          "The profile has the SCEP payload of an enrollment. A Mac gets its identity by enrolling,"
              + " and Pomona renews it; leave the payload out.");
    }
  }

  private static void requireNoFileVault(String domain, Object settings) {
    if (FILE_VAULT.contains(domain)
        || domain.equals(MCX) && settings instanceof PlistDict dict && hasFileVaultKey(dict)) {
      throw invalid(
          "profiles.filevault_payload",
          "The profile has FileVault settings ("
              + domain
              + "). FileVault belongs to disk encryption, which also keeps the recovery keys; leave"
              + " it out of profiles.");
    }
  }

  /** Also in the parts that managed preferences are made of, at any depth that has a meaning. */
  private static boolean hasFileVaultKey(PlistDict settings) {
    return settings.keys().stream().anyMatch(FILE_VAULT_KEYS::contains)
        || ManagedPreferences.of(settings).stream()
            .anyMatch(forced -> forced.keys().stream().anyMatch(FILE_VAULT_KEYS::contains));
  }

  static void requireFree(String identifier) {
    if (identifier.toLowerCase(Locale.ROOT).startsWith(PREFIX)) {
      throw invalid(
          "profiles.reserved_identifier",
          "Identifiers that begin with "
              + PREFIX
              + " are for profiles that Pomona makes. Choose another PayloadIdentifier.");
    }
  }

  private static MdmException invalid(String code, String reason) {
    return MdmException.invalid(code, "profile", reason);
  }
}
