package io.pomona.protocol.command;

import io.pomona.protocol.command.catalogue.CommandCatalogue;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All request types that a Mac may be sent, to check the raw commands of admins. */
public final class MacCommandTypes {
  private static final Set<String> NOT_FOR_MACS =
      Set.of(
          "ApplyRedemptionCode",
          "ValidateApplications",
          "RefreshCellularPlans",
          "DisableLostMode",
          "EnableLostMode",
          "DeviceLocation",
          "PlayLostModeSound",
          "ClearRestrictionsPassword",
          "Restrictions",
          "ManagedApplicationAttributes",
          "ManagedMediaList",
          "RemoveMedia",
          "ClearPasscode",
          "RequestUnlockToken",
          "UserConfigured",
          "LogOutUser");

  private static final Map<String, MacCommandType> TYPES = read();

  private MacCommandTypes() {}

  private static Map<String, MacCommandType> read() {
    Map<String, MacCommandType> types = new LinkedHashMap<>();
    CommandCatalogue.all().stream()
        .map(MacCommandType::of)
        .forEach(type -> types.put(type.requestType(), type));
    return Collections.unmodifiableMap(types);
  }

  public static Collection<MacCommandType> all() {
    return TYPES.values();
  }

  public static Optional<MacCommandType> find(String requestType) {
    return Optional.ofNullable(TYPES.get(requestType));
  }

  /** Whether it is one of the commands that Apple has for other devices only. */
  public static boolean isForOtherDevices(String requestType) {
    return NOT_FOR_MACS.contains(requestType);
  }

  /**
   * @throws MalformedCommandException with the reason, when no Mac knows this request type
   */
  public static MacCommandType require(String requestType) {
    return find(requestType).orElseThrow(() -> new MalformedCommandException(refusal(requestType)));
  }

  private static String refusal(String requestType) {
    return isForOtherDevices(requestType)
        ? "The command " + requestType + " is for other devices; a Mac does not know it."
        : "The RequestType is not one of the " + TYPES.size() + " that a Mac knows.";
  }
}
