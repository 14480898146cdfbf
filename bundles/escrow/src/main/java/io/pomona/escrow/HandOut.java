package io.pomona.escrow;

import io.pomona.api.commands.CommandRecord;
import io.pomona.api.commands.CommandTimelineStore;
import io.pomona.api.commands.CommandTrail;
import io.pomona.api.organization.TeamScope;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether a Mac had fetched a command that ended without its answer: then it may have done it. */
@Component(service = HandOut.class)
public final class HandOut {
  private final CommandTimelineStore timeline;

  @Activate
  public HandOut(@Reference CommandTimelineStore timeline) {
    this.timeline = timeline;
  }

  public boolean isOf(CommandRecord command) {
    return timeline
        .ofCommand(
            command.uuid(),
            Optional.of(command.host()),
            TeamScope.everywhere(),
            Optional.empty(),
            1)
        .stream()
        .map(CommandTrail::handedOutAt)
        .anyMatch(Optional::isPresent);
  }
}
