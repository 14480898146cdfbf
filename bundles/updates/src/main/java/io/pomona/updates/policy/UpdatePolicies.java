package io.pomona.updates.policy;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.TeamVersions;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamScope;
import io.pomona.api.updates.HostUpdate.State;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.api.updates.UpdateSettings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The macOS that teams require. Whoever calls has asked whether the actor may. */
@Component(service = UpdatePolicies.class)
public final class UpdatePolicies {
  private static final String CHANGED = "edited_macos_min_version";

  private final UpdatePolicyStore store;
  private final HostStore hosts;
  private final Clock clock;

  @Activate
  public UpdatePolicies(@Reference UpdatePolicyStore store, @Reference HostStore hosts) {
    this(store, hosts, Clock.systemUTC());
  }

  UpdatePolicies(UpdatePolicyStore store, HostStore hosts, Clock clock) {
    this.store = store;
    this.hosts = hosts;
    this.clock = clock;
  }

  public Optional<UpdatePolicy> of(Optional<TeamId> team) {
    return store.of(team);
  }

  /** As they were set, with the usual time and what no zone of its own means. */
  public UpdateSettings settings(Optional<TeamId> team) {
    return store.settings(team);
  }

  /** The zone of the organization. */
  public ZoneId zone() {
    return store.settings(Optional.empty()).zone().orElse(UpdatePolicy.USUAL_ZONE);
  }

  /**
   * Changes what is wanted.
   *
   * @return whether anything was otherwise before
   * @throws MdmException invalid, with all that is wrong
   */
  public boolean change(Actor actor, Optional<TeamId> team, UpdateForm wanted) {
    List<FieldError> problems = wanted.problems();
    if (!problems.isEmpty()) {
      throw new MdmException(
          MdmException.Kind.INVALID,
          "updates.bad_policy",
          "What is required of macOS is not right: see the fields.",
          problems);
    }
    UpdateSettings before = store.settings(team);
    UpdateSettings after = wanted.over(before);
    if (after.equals(before)) {
      return false;
    }
    store.put(team, after, told(actor, team, before, after), clock.instant());
    return true;
  }

  private static ActivityDraft told(
      Actor actor, Optional<TeamId> team, UpdateSettings before, UpdateSettings after) {
    ActivityDraft draft = ActivityDraft.of(actor, CHANGED);
    ActivityDraft of = team.map(id -> draft.with("team_id", id.value())).orElse(draft);
    return with(with(of, "", after), "previous_", before);
  }

  private static ActivityDraft with(ActivityDraft draft, String when, UpdateSettings settings) {
    return draft
        .with(when + UpdateForm.VERSION, settings.minimumVersion().orElse(""))
        .with(when + UpdateForm.DEADLINE, settings.deadline().map(LocalDate::toString).orElse(""))
        .with(when + UpdateForm.TIME, settings.time().map(LocalTime::toString).orElse(""))
        .with(when + UpdateForm.ZONE, settings.zone().map(ZoneId::getId).orElse(""));
  }

  /** What is required now, in words, with how many Macs it reaches. */
  public String words(Optional<TeamId> team) {
    return store
        .of(team)
        .map(policy -> words(policy, behind(team, policy)))
        .orElse("no macOS is required");
  }

  private String words(UpdatePolicy policy, long behind) {
    return "macOS "
        + policy.minimumVersion()
        + " required by "
        + policy.deadline()
        + " "
        + policy.time()
        + " "
        + policy.zone()
        + ", for "
        + behind
        + (behind == 1 ? " Mac" : " Macs")
        + " below it"
        + warning(policy).map(text -> "; " + text).orElse("");
  }

  /** A deadline that has passed is taken: files that were right yesterday are still right. */
  public Optional<String> warning(Optional<TeamId> team) {
    return store.of(team).flatMap(this::warning);
  }

  private Optional<String> warning(UpdatePolicy policy) {
    return Optional.of(
            "the deadline has passed already: Macs below it are overdue at once, and cannot put the"
                + " update off")
        .filter(text -> !clock.instant().isBefore(policy.instant()));
  }

  private long behind(Optional<TeamId> team, UpdatePolicy policy) {
    Instant now = clock.instant();
    return hosts.osVersions(TeamScope.of(team)).entrySet().stream()
        .filter(entry -> Stage.of(policy, entry.getKey(), now).isToUpdate())
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Enrolled Macs of a team by what they run. */
  public UpdateSummary summary(Optional<TeamId> team) {
    Optional<UpdatePolicy> policy = store.of(team);
    Map<String, Long> versions = hosts.osVersions(TeamScope.of(team));
    long failed = policy.map(required -> failed(team, required, versions.keySet())).orElse(0L);
    return UpdateSummary.of(policy, versions, failed, clock.instant());
  }

  /** As the list of hosts is filtered by it, so that both agree. */
  private long failed(Optional<TeamId> team, UpdatePolicy policy, Set<String> versions) {
    Instant now = clock.instant();
    Set<String> behind =
        versions.stream()
            .filter(version -> Stage.of(policy, version, now).mayBe(State.FAILED))
            .collect(Collectors.toSet());
    HostFilter filter = HostFilter.all().within(TeamScope.of(team));
    return behind.isEmpty()
        ? 0
        : hosts.count(
            filter.withVersions(Optional.of(new TeamVersions(Map.of(team, behind), true))));
  }
}
