package io.pomona.testkit.memory;

import io.pomona.api.organization.NewTeam;
import io.pomona.api.organization.TeamId;
import java.time.Instant;

record TeamRow(TeamId id, NewTeam said, Instant createdAt) {}
