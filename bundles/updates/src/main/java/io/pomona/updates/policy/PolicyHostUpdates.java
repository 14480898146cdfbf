package io.pomona.updates.policy;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.HostUpdate;
import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.HostUpdates;
import io.pomona.api.updates.NudgeInstall;
import io.pomona.api.updates.NudgeInstallStore;
import io.pomona.api.updates.NudgePackageStore;
import io.pomona.api.updates.ReportedUpdate;
import io.pomona.api.updates.ReportedUpdateStore;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.api.updates.UpdateVersions;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * Compares what Macs run with what their teams require, in four statements at most. What Macs
 * report by declarations is taken into account where there is somebody to ask.
 */
@Component(service = {HostUpdates.class, UpdateVersions.class})
public final class PolicyHostUpdates implements HostUpdates, UpdateVersions {
  private final UpdatePolicyStore policies;
  private final NudgePackageStore packages;
  private final NudgeInstallStore installs;
  private final HostStore hosts;
  private final Clock clock;

  private volatile Optional<ReportedUpdateStore> reports = Optional.empty();

  @Activate
  public PolicyHostUpdates(
      @Reference UpdatePolicyStore policies,
      @Reference NudgePackageStore packages,
      @Reference NudgeInstallStore installs,
      @Reference HostStore hosts) {
    this(policies, packages, installs, hosts, Clock.systemUTC());
  }

  PolicyHostUpdates(
      UpdatePolicyStore policies,
      NudgePackageStore packages,
      NudgeInstallStore installs,
      HostStore hosts,
      Clock clock) {
    this.policies = policies;
    this.packages = packages;
    this.installs = installs;
    this.hosts = hosts;
    this.clock = clock;
  }

  @Reference(
      name = "reports",
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "forget")
  void ask(ReportedUpdateStore store) {
    reports = Optional.of(store);
  }

  void forget(ReportedUpdateStore store) {
    reports = reports.filter(present -> present != store);
  }

  @Override
  public Map<HostId, HostUpdate> of(List<Host> asked) {
    Map<Optional<TeamId>, UpdatePolicy> required = policies.all();
    Instant now = clock.instant();
    Map<HostId, Stage> stages = new HashMap<>();
    for (Host host : asked) {
      Optional.ofNullable(required.get(host.team()))
          .map(policy -> Stage.of(policy, host.facts().osVersion(), now))
          .ifPresent(stage -> stages.put(host.id(), stage));
    }
    HostWords words = words(stages);
    Map<HostId, HostUpdate> updates = new HashMap<>();
    asked.forEach(
        host ->
            updates.put(
                host.id(),
                update(host, Optional.ofNullable(required.get(host.team())), stages, words)));
    return updates;
  }

  @Override
  public TeamVersions versions(State state) {
    if (state == State.NONE) {
      throw MdmException.invalid(
          "updates.bad_state",
          "macos_updates",
          "Use up_to_date, pending, overdue, failed, unsupported or unknown.");
    }
    Map<Optional<TeamId>, Set<String>> teams = new HashMap<>();
    policies.all().forEach((team, policy) -> teams.put(team, versions(team, policy, state)));
    return new TeamVersions(teams, state == State.FAILED);
  }

  private Set<String> versions(Optional<TeamId> team, UpdatePolicy policy, State state) {
    Instant now = clock.instant();
    return hosts.osVersions(TeamScope.of(team)).keySet().stream()
        .filter(version -> Stage.of(policy, version, now).mayBe(state))
        .collect(Collectors.toSet());
  }

  private HostWords words(Map<HostId, Stage> stages) {
    List<HostId> declared = by(stages, Way.DECLARATION);
    List<HostId> nudged = by(stages, Way.NUDGE);
    Map<HostId, ReportedUpdate> reported =
        declared.isEmpty() ? Map.of() : reports.map(store -> store.of(declared)).orElse(Map.of());
    Map<HostId, NudgeInstall> told = nudged.isEmpty() ? Map.of() : installs.of(nudged);
    return new HostWords(
        reported,
        told,
        !nudged.isEmpty() && packages.find().isPresent(),
        hosts.unsupervised(declared));
  }

  private static List<HostId> by(Map<HostId, Stage> stages, Way way) {
    return stages.entrySet().stream()
        .filter(entry -> entry.getValue().way() == way)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static HostUpdate update(
      Host host, Optional<UpdatePolicy> policy, Map<HostId, Stage> stages, HostWords words) {
    Optional<String> version =
        Optional.of(host.facts().osVersion()).filter(text -> !text.isEmpty());
    if (policy.isEmpty()) {
      return new HostUpdate(
          version, Optional.empty(), Optional.empty(), Optional.empty(), State.NONE, Way.NONE, "");
    }
    HostWords.Said said = words.of(host, stages.get(host.id()));
    return new HostUpdate(
        version,
        policy.map(UpdatePolicy::minimumVersion),
        policy.map(UpdatePolicy::instant),
        policy.map(UpdatePolicy::localDeadline),
        said.state(),
        said.way(),
        said.detail());
  }
}
