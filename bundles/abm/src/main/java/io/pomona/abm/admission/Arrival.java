package io.pomona.abm.admission;

import io.pomona.api.enrollment.Host;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.dep.MachineInfo;
import java.util.Optional;

/**
 * A Mac at the door that may come in.
 *
 * @param host empty for one that an admin lets in and that nobody has heard of
 * @param byAdmission whether it comes in only because an admin has said so
 */
public record Arrival(MachineInfo machine, Optional<Host> host, boolean byAdmission) {
  public Optional<TeamId> team() {
    return host.flatMap(Host::team);
  }
}
