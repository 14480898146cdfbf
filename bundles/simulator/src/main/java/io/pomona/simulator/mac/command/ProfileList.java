package io.pomona.simulator.mac.command;

import io.pomona.simulator.crypto.Certificates;
import io.pomona.simulator.mac.ConfigurationProfile;
import io.pomona.simulator.wire.Plist;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The installed profiles, the enrollment profile among them; payloads without their values. */
final class ProfileList implements Inventory {

  private static final List<String> COPIED =
      List.of(
          "PayloadIdentifier",
          "PayloadUUID",
          "PayloadDisplayName",
          "PayloadDescription",
          "PayloadOrganization",
          "PayloadType",
          "PayloadVersion");

  @Override
  public Answer answer(Command command, Subject mac) {
    return Answer.acknowledged(
        "ProfileList", mac.profiles().stream().map(ProfileList::entry).toList());
  }

  private static Map<String, Object> entry(ConfigurationProfile profile) {
    Map<String, Object> entry = copy(profile.content());
    entry.remove("PayloadType");
    entry.put("PayloadRemovalDisallowed", profile.content().flag("PayloadRemovalDisallowed"));
    entry.put("HasRemovalPasscode", false);
    entry.put("IsEncrypted", false);
    entry.put("IsManaged", true);
    entry.put("SignerCertificates", profile.signers().stream().map(Certificates::der).toList());
    entry.put("PayloadContent", profile.payloads().stream().map(ProfileList::copy).toList());
    return entry;
  }

  private static Map<String, Object> copy(Plist from) {
    Map<String, Object> copied = new LinkedHashMap<>();
    for (String key : COPIED) {
      if (from.values().containsKey(key)) {
        copied.put(key, from.values().get(key));
      }
    }
    return copied;
  }
}
