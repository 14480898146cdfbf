package io.pomona.simulator.mac;

import io.pomona.simulator.mac.Carried.Aftermath;
import io.pomona.simulator.mac.command.Answer;
import io.pomona.simulator.mac.command.Command;
import java.util.List;

/**
 * EraseDevice. Since macOS 12 all content is erased by key; where the preflight of that fails, the
 * command says whether the disk is obliterated instead. An Error does not say that nothing is
 * erased.
 */
final class Erasure {

  private static final int FIRST_BY_KEY = 12;
  private static final List<String> BEHAVIOURS =
      List.of("Default", "DoNotObliterate", "ObliterateWithWarning", "Always");

  private final MacHardware mac;
  private final boolean preflightFails;

  Erasure(MacHardware mac, boolean preflightFails) {
    this.mac = mac;
    this.preflightFails = preflightFails;
  }

  Carried carryOut(Command command) {
    String behaviour = command.arguments().text("ObliterationBehavior").orElse("Default");
    if (mac.pinRequiredForErase() && LockCommands.pin(command.arguments()).isEmpty()) {
      return Carried.of(
          LockCommands.refused("A PIN of six characters is required to erase this Mac"));
    } else if (!BEHAVIOURS.contains(behaviour)) {
      return Carried.of(
          Answer.formatError(
              ErrorItem.mdmClient(97, "Unknown ObliterationBehavior '" + behaviour + "'")));
    } else if (!preflightFails || mac.majorVersion() < FIRST_BY_KEY) {
      return new Carried(Answer.acknowledged(), Aftermath.ERASED);
    }
    return afterFailedPreflight(behaviour);
  }

  private static Carried afterFailedPreflight(String behaviour) {
    return switch (behaviour) {
      case "DoNotObliterate" -> Carried.of(preflightFailed());
      case "Default" -> new Carried(preflightFailed(), Aftermath.ERASED);
      default -> new Carried(Answer.acknowledged(), Aftermath.ERASED);
    };
  }

  private static Answer preflightFailed() {
    return LockCommands.refused("Erase All Content and Settings is not possible: preflight failed");
  }
}
