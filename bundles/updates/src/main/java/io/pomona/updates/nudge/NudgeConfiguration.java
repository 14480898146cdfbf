package io.pomona.updates.nudge;

import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.UpdatePolicyStore;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nudge's settings for those who bring them to Macs by other means. */
@Component(service = NudgeConfiguration.class)
public final class NudgeConfiguration {
  private final UpdatePolicyStore policies;

  @Activate
  public NudgeConfiguration(@Reference UpdatePolicyStore policies) {
    this.policies = policies;
  }

  /** As Nudge's JSON has them; empty where the team requires nothing. */
  public Optional<Map<String, Object>> of(Optional<TeamId> team) {
    return policies.of(team).map(policy -> new NudgeSettings(policy).sections());
  }
}
