package io.pomona.updates.schedule;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.protocol.command.OsUpdateAction;
import io.pomona.protocol.command.OsUpdateItem;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.inventory.AvailableOsUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What ScheduleOSUpdate takes on which macOS; all that is wrong is told at once. */
final class OsUpdateRules {
  private static final String CODE = "updates.bad_update";
  private static final String DEFERRALS = "max_user_deferrals";
  private static final Set<String> PRIORITIES = Set.of("Low", "High");
  private static final OsVersion MONTEREY = version("12");
  private static final OsVersion WITH_PRIORITY = version("12.3");

  private final Optional<OsVersion> installed;
  private final List<AvailableOsUpdate> available;
  private final List<FieldError> wrong = new ArrayList<>();

  /**
   * @param installed what the Mac runs; empty where it has not said, then nothing is held against
   *     it
   */
  OsUpdateRules(Optional<OsVersion> installed, List<AvailableOsUpdate> available) {
    this.installed = installed;
    this.available = available;
  }

  private static OsVersion version(String text) {
    return OsVersion.parse(text).orElseThrow();
  }

  /**
   * @throws MdmException invalid
   */
  OsUpdateItem check(OsUpdateWish wish) {
    if (wish.version().isPresent() == wish.productKey().isPresent()) {
      wrong("version", "Name either the version or the product_key of an update.");
    }
    wish.version().ifPresent(this::checkVersion);
    Optional<OsUpdateAction> action = action(wish);
    boolean major = isMajor(wish);
    wish.maxUserDeferrals().ifPresent(count -> checkDeferrals(count, action, major));
    wish.priority().ifPresent(priority -> checkPriority(priority, major));
    if (!wrong.isEmpty()) {
      throw new MdmException(MdmException.Kind.INVALID, CODE, wrong.get(0).reason(), wrong);
    }
    return new OsUpdateItem(
        wish.productKey(),
        wish.version(),
        action.orElseThrow(),
        wish.maxUserDeferrals(),
        wish.priority());
  }

  private void checkVersion(String text) {
    Optional<OsVersion> wanted = OsVersion.parse(text);
    if (wanted.isEmpty()) {
      wrong("version", "Write the version as 14.6.1.");
    } else if (isOlderThan(MONTEREY)) {
      wrong(
          "version",
          "macOS older than 12 takes no version: scan and name the product_key of an update.");
    } else if (installed.filter(has -> has.compareTo(wanted.get()) >= 0).isPresent()) {
      wrong("version", "The Mac runs macOS " + installed.get() + " already.");
    }
  }

  private Optional<OsUpdateAction> action(OsUpdateWish wish) {
    String label = wish.installAction().orElse(OsUpdateAction.DEFAULT.label());
    Optional<OsUpdateAction> action = OsUpdateAction.find(label);
    if (action.isEmpty()) {
      wrong("install_action", "Choose one of " + String.join(", ", OsUpdateAction.labels()) + ".");
    } else if (isOlderThan(version(action.get().minimumVersion()))) {
      wrong(
          "install_action", label + " needs macOS " + action.get().minimumVersion() + " or later.");
    }
    return action;
  }

  private void checkDeferrals(int count, Optional<OsUpdateAction> action, boolean major) {
    if (count < 0) {
      wrong(DEFERRALS, "Write how often a user may put the update off.");
    } else if (action.filter(OsUpdateAction.INSTALL_LATER::equals).isEmpty()) {
      wrong(DEFERRALS, "It goes with install_action InstallLater only.");
    } else if (isOlderThan(MONTEREY)) {
      wrong(DEFERRALS, "It needs macOS 12 or later.");
    } else if (major) {
      wrong(DEFERRALS, "It counts for minor updates only; this one is major.");
    }
  }

  private void checkPriority(String priority, boolean major) {
    if (!PRIORITIES.contains(priority)) {
      wrong("priority", "Choose Low or High.");
    } else if (isOlderThan(WITH_PRIORITY)) {
      wrong("priority", "It needs macOS 12.3 or later.");
    } else if (major) {
      wrong("priority", "It counts for minor updates only; this one is major.");
    }
  }

  /** As the Mac said of the product, else by the first number of the version. */
  private boolean isMajor(OsUpdateWish wish) {
    Optional<OsVersion> wanted = wish.version().flatMap(OsVersion::parse);
    return available.stream()
            .filter(each -> wish.productKey().filter(each.productKey()::equals).isPresent())
            .anyMatch(AvailableOsUpdate::isMajor)
        || wanted.isPresent()
            && installed.isPresent()
            && wanted.get().parts().get(0) > installed.get().parts().get(0);
  }

  private boolean isOlderThan(OsVersion other) {
    return installed.filter(has -> has.compareTo(other) < 0).isPresent();
  }

  private void wrong(String field, String reason) {
    wrong.add(new FieldError(field, reason));
  }
}
