package io.pomona.api.enrollment;

import io.pomona.api.organization.TeamId;
import java.util.Optional;

/**
 * A Mac that is made known before it enrolls.
 *
 * @param name empty text for none
 * @param email whose Mac it will be, as an admin says; empty text for nobody
 */
public record NewHost(String serialNumber, String name, Optional<TeamId> team, String email) {}
