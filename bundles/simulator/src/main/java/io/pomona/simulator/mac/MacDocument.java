package io.pomona.simulator.mac;

import io.pomona.simulator.crypto.Identity;
import io.pomona.simulator.wire.Plist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The state of a Mac as a property list: private keys in PKCS#8, profiles as they came. */
final class MacDocument {

  private MacDocument() {}

  static Plist write(MacState state) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Hardware", hardware(state.hardware()));
    document.put("Profiles", state.profiles().stream().map(ConfigurationProfile::raw).toList());
    state.enrollment().ifPresent(enrollment -> document.put("Enrollment", enrollment(enrollment)));
    state.bootstrapToken().ifPresent(token -> document.put("BootstrapToken", token));
    document.put("Supervision", supervision(state.supervision()));
    state.account().ifPresent(account -> document.put("Account", account.values()));
    document.put("Applications", state.applications().stream().map(MacApplication::saved).toList());
    document.put("FileVault", state.fileVault().saved());
    document.put("Locks", state.locks().saved());
    document.put("Declarations", state.declarations().saved());
    document.put("Updates", state.updates().saved());
    Map<String, Object> unsent = new LinkedHashMap<>();
    for (Channel channel : Channel.values()) {
      state.unsent(channel).ifPresent(answer -> unsent.put(channel.name(), unsent(answer)));
    }
    document.put("Unsent", unsent);
    return Plist.of(document);
  }

  private static Map<String, Object> supervision(Supervision supervision) {
    return Map.of(
        "Automatic", supervision.automatic(),
        "Supervised", supervision.supervised(),
        "Awaiting", supervision.awaiting(),
        "Removable", supervision.removable());
  }

  private static Supervision supervision(Plist values) {
    return new Supervision(
        values.flag("Automatic"),
        values.flag("Supervised"),
        values.flag("Awaiting"),
        values.flag("Removable"));
  }

  private static Map<String, Object> hardware(MacHardware mac) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("UDID", mac.udid());
    values.put("SerialNumber", mac.serial());
    values.put("DeviceName", mac.name());
    values.put("ModelName", mac.modelName());
    values.put("Model", mac.model());
    values.put("OSVersion", mac.osVersion());
    values.put("BuildVersion", mac.build());
    values.put("MACAddress", mac.macAddress());
    values.put("UserID", mac.userId());
    values.put("UserShortName", mac.userShortName());
    values.put("UserLongName", mac.userLongName());
    return values;
  }

  private static Map<String, Object> enrollment(Enrollment enrollment) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("Profile", enrollment.profile().profile().identifier());
    values.put("Key", enrollment.identity().key().getEncoded());
    values.put("Certificate", enrollment.identity().der());
    values.put("Device", address(enrollment.device()));
    enrollment.user().ifPresent(user -> values.put("User", address(user)));
    return values;
  }

  private static Map<String, Object> address(PushAddress address) {
    return Map.of("Token", address.token(), "PushMagic", address.magic());
  }

  private static Map<String, Object> unsent(UnsentAnswer answer) {
    return Map.of(
        "Body", answer.body(),
        "Status", answer.status(),
        "NotBefore", answer.notBefore().toString());
  }

  static MacState read(Plist document) throws ProfileRefusedException {
    MacState state = new MacState(hardware(document.dictionary("Hardware").orElseThrow()));
    List<ConfigurationProfile> profiles = new ArrayList<>();
    for (Object raw : document.list("Profiles")) {
      profiles.add(ConfigurationProfile.parse((byte[]) raw));
    }
    Optional<Plist> enrollment = document.dictionary("Enrollment");
    if (enrollment.isPresent()) {
      state.enroll(enrollment(enrollment.get(), profiles));
    }
    profiles.forEach(state::install);
    document.data("BootstrapToken").ifPresent(state::bootstrapToken);
    document.dictionary("Supervision").ifPresent(it -> state.supervision(supervision(it)));
    document.dictionary("Account").ifPresent(state::account);
    document.dictionaries("Applications").stream()
        .map(MacApplication::restored)
        .forEach(state::install);
    document.dictionary("FileVault").ifPresent(state.fileVault()::restore);
    document.dictionary("Locks").ifPresent(state.locks()::restore);
    document.dictionary("Declarations").ifPresent(state.declarations()::restore);
    document.dictionary("Updates").ifPresent(state.updates()::restore);
    Plist unsent = document.dictionary("Unsent").orElseThrow();
    for (Channel channel : Channel.values()) {
      unsent.dictionary(channel.name()).ifPresent(answer -> state.keep(channel, unsent(answer)));
    }
    return state;
  }

  private static MacHardware hardware(Plist values) {
    return new MacHardware(
        values.text("UDID").orElseThrow(),
        values.text("SerialNumber").orElseThrow(),
        values.text("DeviceName").orElseThrow(),
        values.text("ModelName").orElseThrow(),
        values.text("Model").orElseThrow(),
        values.text("OSVersion").orElseThrow(),
        values.text("BuildVersion").orElseThrow(),
        values.text("MACAddress").orElseThrow(),
        values.text("UserID").orElseThrow(),
        values.text("UserShortName").orElseThrow(),
        values.text("UserLongName").orElseThrow());
  }

  private static Enrollment enrollment(Plist values, List<ConfigurationProfile> profiles)
      throws ProfileRefusedException {
    String identifier = values.text("Profile").orElseThrow();
    ConfigurationProfile profile =
        profiles.stream()
            .filter(candidate -> candidate.identifier().equals(identifier))
            .findFirst()
            .orElseThrow();
    return new Enrollment(
        EnrollmentProfile.of(profile),
        Identity.of(values.data("Key").orElseThrow(), values.data("Certificate").orElseThrow()),
        address(values.dictionary("Device").orElseThrow()),
        values.dictionary("User").map(MacDocument::address));
  }

  private static PushAddress address(Plist values) {
    return new PushAddress(
        values.data("Token").orElseThrow(), values.text("PushMagic").orElseThrow());
  }

  private static UnsentAnswer unsent(Plist values) {
    return new UnsentAnswer(
        values.data("Body").orElseThrow(),
        values.text("Status").orElseThrow(),
        Instant.parse(values.text("NotBefore").orElseThrow()));
  }
}
