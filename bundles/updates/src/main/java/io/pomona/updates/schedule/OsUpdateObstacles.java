package io.pomona.updates.schedule;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.BootstrapTokenStore;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.updates.HostUpdate;
import io.pomona.api.updates.HostUpdates;
import io.pomona.protocol.channel.ChannelId;
import io.pomona.protocol.command.OsUpdateAction;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.inventory.SecurityInfo;
import io.pomona.updates.declarations.WantedDeclarations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why a Mac would not do what ScheduleOSUpdate says, or not by itself. */
final class OsUpdateObstacles {
  private static final Set<OsUpdateAction> HARMLESS =
      Set.of(OsUpdateAction.DOWNLOAD_ONLY, OsUpdateAction.NOTIFY_ONLY);

  private final HostUpdates updates;
  private final WantedDeclarations declarations;
  private final BootstrapTokenStore tokens;

  OsUpdateObstacles(
      HostUpdates updates, WantedDeclarations declarations, BootstrapTokenStore tokens) {
    this.updates = updates;
    this.declarations = declarations;
    this.tokens = tokens;
  }

  /**
   * @return where to send commands to
   * @throws MdmException conflict, with the reason
   */
  static ChannelId requireManaged(Host host, HostInventory inventory) {
    if (!host.mdm().isOn() || host.udid().isEmpty()) {
      throw MdmException.conflict(
          "updates.mdm_off", "MDM is off for this host: it can be told nothing.");
    }
    boolean unsupervised =
        inventory
            .deviceInformation()
            .flatMap(values -> new DeviceInformation(values).supervised())
            .filter(supervised -> !supervised)
            .isPresent();
    if (unsupervised) {
      throw MdmException.conflict(
          "updates.not_supervised",
          "This Mac is not supervised, and macOS takes update commands only on supervised Macs."
              + " Enroll it automatically, or let its user approve the enrollment.");
    }
    return ChannelId.device(host.udid().get());
  }

  /**
   * @throws MdmException conflict where a declaration has the last word
   */
  void requireNoDeclaration(Host host) {
    Optional.ofNullable(updates.of(List.of(host)).get(host.id()))
        .filter(OsUpdateObstacles::isDeclared)
        .flatMap(HostUpdate::requiredVersion)
        .ifPresent(
            version -> {
              throw MdmException.conflict(
                  "updates.declaration_active",
                  "A declaration enforces macOS "
                      + version
                      + " on this Mac, which ignores ScheduleOSUpdate meanwhile. Change the"
                      + " minimum version or the deadline of its team instead.");
            });
    declarations.enforcing(host).stream()
        .findFirst()
        .ifPresent(
            identifier -> {
              throw MdmException.conflict(
                  "updates.declaration_active",
                  "The declaration "
                      + identifier
                      + " enforces an update on this Mac, which ignores ScheduleOSUpdate"
                      + " meanwhile. Change that declaration or delete it.");
            });
  }

  private static boolean isDeclared(HostUpdate update) {
    return update.way() == HostUpdate.Way.DECLARATION
        && update.state() != HostUpdate.State.UP_TO_DATE;
  }

  /** Sentences. */
  List<String> warnings(ChannelId mac, HostInventory inventory, OsUpdateAction action) {
    boolean needed =
        inventory
            .securityInfo()
            .flatMap(values -> new SecurityInfo(values).bootstrapTokenRequiredForSoftwareUpdate())
            .orElse(false);
    return needed && !HARMLESS.contains(action) && tokens.get(mac).isEmpty()
        ? List.of(
            "The Mac has escrowed no bootstrap token, so it installs nothing by itself: a user"
                + " has to enter a password. It escrows one when a user with a secure token"
                + " logs in.")
        : List.of();
  }
}
