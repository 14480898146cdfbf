package io.pomona.enrollment;

import io.pomona.api.commands.CommandOutcome;
import io.pomona.api.commands.CommandOutcomeListener;
import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandState;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostInventory;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MacFacts;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.protocol.inventory.SecurityInfo;
import io.pomona.protocol.plist.MalformedPlistException;
import io.pomona.protocol.plist.PlistDict;
import io.pomona.protocol.plist.PlistReader;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what Macs answer to the questions after their details. */
@Component
public final class Inventory implements CommandOutcomeListener {
  private static final Logger LOG = LoggerFactory.getLogger(Inventory.class);

  private final HostStore hosts;

  @Activate
  public Inventory(@Reference HostStore hosts) {
    this.hosts = hosts;
  }

  @Override
  public String owner() {
    return InventoryCommands.OWNER;
  }

  @Override
  public void ended(CommandOutcome outcome) {
    if (outcome.command().state() == CommandState.ACKNOWLEDGED) {
      outcome
          .answer()
          .flatMap(body -> read(body, outcome.command()))
          .ifPresent(answer -> keep(answer, outcome.command()));
    }
  }

  private static Optional<PlistDict> read(byte[] body, CommandRecord command) {
    try {
      return Optional.of(PlistReader.read(body));
    } catch (MalformedPlistException e) {
      LOG.info("Answer {} of {} cannot be read", command.uuid().value(), command.channel());
      return Optional.empty();
    }
  }

  private void keep(PlistDict answer, CommandRecord command) {
    switch (command.requestType()) {
      case "DeviceInformation" -> details(DeviceInformation.read(answer), command);
      case "SecurityInfo" -> security(SecurityInfo.read(answer), command);
      default -> LOG.debug("Nothing to keep of {}", command.requestType());
    }
  }

  private void details(DeviceInformation answer, CommandRecord command) {
    Optional<MacFacts> facts =
        hosts.find(command.host()).map(host -> ReportedFacts.of(answer, isNameless(host)));
    if (facts.isPresent()) {
      HostInventory report = new HostInventory(Optional.of(answer.values()), Optional.empty());
      hosts.report(command.channel().deviceChannel(), facts, report, at(command));
    }
  }

  private static boolean isNameless(Host host) {
    return host.facts().serialNumber().isEmpty();
  }

  private void security(SecurityInfo answer, CommandRecord command) {
    HostInventory report = new HostInventory(Optional.empty(), Optional.of(answer.values()));
    hosts.report(command.channel().deviceChannel(), Optional.empty(), report, at(command));
  }

  // When it was answered, however late we hear of it.
  private static Instant at(CommandRecord command) {
    return command.updatedAt();
  }
}
