package io.pomona.enrollment;

import io.pomona.api.organization.StatusCheck;
import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where a Mac goes that nobody knew before somebody enrolled it by a login. A team that the
 * configuration names and nobody has, such as one that was renamed since, is told by the status.
 */
@Component(
    service = {SelfServiceTeam.class, StatusCheck.class},
    configurationPid = EnrollmentConfig.PID)
public final class SelfServiceTeam implements StatusCheck {
  private static final String NAME = "enrollment.self_service_team";
  private static final String FOUND = "New Macs of self-service come into the team %s.";
  private static final String MISSING =
      "New Macs of self-service come into no team, since there is no team %s. Make it, or change"
          + " self.service.team in etc/io.pomona.enrollment.cfg.";

  private final TeamStore teams;
  private final String name;

  @Activate
  public SelfServiceTeam(@Reference TeamStore teams, EnrollmentConfig config) {
    this.teams = teams;
    this.name = config.self_service_team().strip();
  }

  /** None as well where the team of the configuration does not exist: the Mac still comes in. */
  Optional<TeamId> team() {
    return name.isEmpty() ? Optional.empty() : teams.named(name).map(Team::id);
  }

  @Override
  public List<StatusLine> check() {
    if (name.isEmpty()) {
      return List.of();
    }
    return List.of(team().isPresent() ? line(Level.OK, FOUND) : line(Level.WARNING, MISSING));
  }

  private StatusLine line(Level level, String message) {
    return new StatusLine(NAME, level, message.formatted(name));
  }
}
