package io.pomona.commands;

import io.pomona.api.commands.CommandHistoryStore;
import io.pomona.api.commands.CommandUuid;
import io.pomona.api.organization.DeviceEvent;
import io.pomona.api.organization.DeviceEvents;
import io.pomona.api.organization.DeviceEvents.Interest;
import io.pomona.api.organization.DeviceTopic;
import io.pomona.protocol.command.CommandReport;
import io.pomona.protocol.command.CommandStatus;
import java.time.Instant;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells of what Macs report on commands those who want to know, before the Mac is answered. */
@Component(service = ReportEvents.class)
public final class ReportEvents {
  private final DeviceEvents events;
  private final CommandHistoryStore history;

  @Activate
  public ReportEvents(@Reference DeviceEvents events, @Reference CommandHistoryStore history) {
    this.events = events;
    this.history = history;
  }

  /** A Mac that only asks for work is nothing to tell of, and costs nothing. */
  public void tell(CommandReport report, byte[] body, Instant now) {
    if (report.status() == CommandStatus.IDLE) {
      return;
    }
    Interest interest = events.interest(DeviceTopic.CONNECT);
    if (interest != Interest.NOTHING) {
      events.tell(
          new DeviceEvent(
              DeviceTopic.CONNECT,
              report.channel(),
              Optional.of(report.status().wireName()),
              report.commandUuid(),
              interest == Interest.PAYLOAD ? harmless(report, body) : Optional.empty(),
              now));
    }
  }

  /** Of an answer to a command that is not known here the worst is assumed. */
  private Optional<byte[]> harmless(CommandReport report, byte[] body) {
    return report
        .commandUuid()
        .filter(uuid -> uuid.matches("[A-Za-z0-9._-]{1,64}"))
        .flatMap(uuid -> history.find(new CommandUuid(uuid), report.channel()))
        .filter(command -> !Secrecy.ofAnswer(command.requestType()))
        .map(command -> body);
  }
}
