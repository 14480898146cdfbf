package io.pomona.enrollment;

import io.pomona.api.organization.Team;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a Mac goes that nobody knew before somebody enrolled it by a login. */
@Component(service = SelfServiceTeam.class, configurationPid = EnrollmentConfig.PID)
public final class SelfServiceTeam {
  private static final Logger LOG = LoggerFactory.getLogger(SelfServiceTeam.class);

  private final TeamStore teams;
  private final String name;

  @Activate
  public SelfServiceTeam(@Reference TeamStore teams, EnrollmentConfig config) {
    this.teams = teams;
    this.name = config.self_service_team().strip();
  }

  /** None as well where the team of the configuration does not exist: the Mac still comes in. */
  Optional<TeamId> team() {
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<TeamId> team = teams.named(name).map(Team::id);
    if (team.isEmpty()) {
      LOG.warn(
          "There is no team {}: make it, or change self.service.team in"
              + " etc/io.pomona.enrollment.cfg. Macs enroll by self-service without a team.",
          name);
    }
    return team;
  }
}
