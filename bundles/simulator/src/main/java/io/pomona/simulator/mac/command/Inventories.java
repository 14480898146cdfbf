package io.pomona.simulator.mac.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The commands that a virtual Mac answers without changing, by their RequestType. */
public final class Inventories {

  private final Map<String, Inventory> byType = new LinkedHashMap<>();

  public Inventories() {
    byType.put("DeviceInformation", new DeviceInformation());
    byType.put("SecurityInfo", new SecurityInfo());
    byType.put("ProfileList", new ProfileList());
    byType.put("CertificateList", new CertificateList());
    byType.put("InstalledApplicationList", new InstalledApplications());
    byType.put("ProvisioningProfileList", (command, mac) -> empty("ProvisioningProfileList"));
    byType.put("UserList", Inventories::users);
    byType.put(
        "ManagedApplicationList",
        (command, mac) -> Answer.acknowledged("ManagedApplicationList", Map.of()));
    for (String type :
        List.of(
            "RestartDevice",
            "ShutDownDevice",
            "EnableRemoteDesktop",
            "DisableRemoteDesktop",
            "InstallApplication")) {
      byType.put(type, (command, mac) -> Answer.acknowledged());
    }
  }

  public Optional<Inventory> of(String requestType) {
    return Optional.ofNullable(byType.get(requestType));
  }

  private static Answer empty(String key) {
    return Answer.acknowledged(key, List.of());
  }

  private static Answer users(Command command, Subject mac) {
    Map<String, Object> user = new LinkedHashMap<>();
    user.put("UserName", mac.hardware().userShortName());
    user.put("FullName", mac.hardware().userLongName());
    user.put("UID", 501);
    user.put("UserGUID", mac.hardware().userId());
    user.put("IsLoggedIn", true);
    user.put("MobileAccount", false);
    user.put("HasSecureToken", true);
    return Answer.acknowledged("Users", List.of(user));
  }
}
