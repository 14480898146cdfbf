package io.pomona.updates.declarations;

import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.organization.TeamId;
import io.pomona.api.updates.DeclarationStore;
import io.pomona.api.updates.HostUpdate.Way;
import io.pomona.api.updates.TeamDeclaration;
import io.pomona.api.updates.UpdatePolicy;
import io.pomona.api.updates.UpdatePolicyStore;
import io.pomona.protocol.command.catalogue.OsVersion;
import io.pomona.protocol.declarative.Declaration;
import io.pomona.protocol.declarative.DeclarationItem;
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.DeclarationKind;
import io.pomona.protocol.declarative.DeclarationTypes;
import io.pomona.updates.declarations.TeamItems.Uploaded;
import io.pomona.updates.policy.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the device channel of a Mac is to have: what people uploaded for its team, and the macOS
 * that its team requires while it is older. Channels of users have nothing.
 */
@Component(service = WantedDeclarations.class)
public final class WantedDeclarations {
  /** The first macOS that knows declarations. */
  private static final OsVersion DECLARATIVE = new OsVersion(List.of(13));

  /** The first one that a declaration can make update. */
  private static final OsVersion ENFORCED = new OsVersion(List.of(14));

  private final DeclarationStore declarations;
  private final TeamItems uploaded;
  private final UpdatePolicyStore policies;
  private final HostStore hosts;

  @Activate
  public WantedDeclarations(
      @Reference DeclarationStore declarations,
      @Reference UpdatePolicyStore policies,
      @Reference HostStore hosts) {
    this.declarations = declarations;
    this.uploaded = new TeamItems(declarations);
    this.policies = policies;
    this.hosts = hosts;
  }

  public DeclarationItems of(Host host) {
    return of(List.of(host)).get(host.id());
  }

  /** For many at once: what is of a team is asked for once. */
  public Map<HostId, DeclarationItems> of(List<Host> all) {
    Map<Optional<TeamId>, Uploaded> teams = new HashMap<>();
    Map<HostId, UpdatePolicy> required = required(all);
    Map<HostId, DeclarationItems> wanted = new HashMap<>();
    for (Host host : all) {
      wanted.put(
          host.id(),
          version(host)
              .map(
                  version ->
                      items(
                          version,
                          teams.computeIfAbsent(host.team(), uploaded::of),
                          Optional.ofNullable(required.get(host.id()))))
              .orElse(DeclarationItems.NONE));
    }
    return wanted;
  }

  /** With its payload: of what people uploaded, only this one is read. */
  Optional<Declaration> find(Host host, DeclarationKind kind, String identifier) {
    return version(host)
        .flatMap(
            version ->
                identifier.startsWith(OwnDeclarations.PREFIX)
                    ? own(host, version, identifier)
                    : declarations.find(host.team(), identifier).map(TeamDeclaration::declaration))
        .filter(declaration -> declaration.kind() == kind);
  }

  /**
   * Those of people that require a macOS which this Mac does not run yet, by identifier: while one
   * does, the Mac ignores ScheduleOSUpdate.
   */
  public List<String> enforcing(Host host) {
    return version(host).filter(version -> version.compareTo(ENFORCED) >= 0).stream()
        .flatMap(
            version ->
                uploaded.of(host.team()).items().stream()
                    .filter(item -> item.type().equals(DeclarationTypes.UPDATE_ENFORCEMENT))
                    .map(DeclarationItem::identifier)
                    .filter(identifier -> isToCome(host.team(), identifier, version)))
        .toList();
  }

  private boolean isToCome(Optional<TeamId> team, String identifier, OsVersion runs) {
    return declarations
        .find(team, identifier)
        .map(row -> row.declaration().values().get("TargetOSVersion"))
        .map(String::valueOf)
        .filter(text -> OsVersion.parse(text).filter(it -> runs.compareTo(it) >= 0).isEmpty())
        .isPresent();
  }

  /** Empty when it knows no declarations, or has not said what it runs. */
  static Optional<OsVersion> version(Host host) {
    return OsVersion.parse(host.facts().osVersion())
        .filter(version -> version.compareTo(DECLARATIVE) >= 0);
  }

  /** Of whom it is to be declared. Who has not said otherwise is supervised, as any is since 11. */
  private Map<HostId, UpdatePolicy> required(List<Host> all) {
    Map<Optional<TeamId>, Optional<UpdatePolicy>> teams = new HashMap<>();
    Map<HostId, UpdatePolicy> required = new HashMap<>();
    for (Host host : all) {
      teams
          .computeIfAbsent(host.team(), policies::of)
          .filter(policy -> isToUpdate(policy, host))
          .ifPresent(policy -> required.put(host.id(), policy));
    }
    required.keySet().removeAll(hosts.unsupervised(List.copyOf(required.keySet())));
    return required;
  }

  private static boolean isToUpdate(UpdatePolicy policy, Host host) {
    return Stage.of(policy, host.facts().osVersion(), Instant.EPOCH).way() == Way.DECLARATION;
  }

  private static DeclarationItems items(
      OsVersion version, Uploaded uploaded, Optional<UpdatePolicy> required) {
    List<DeclarationItem> all = new ArrayList<>(uploaded.items());
    OwnDeclarations.all(version, uploaded, required).stream()
        .map(DeclarationItem::of)
        .forEach(all::add);
    return new DeclarationItems(all);
  }

  private Optional<Declaration> own(Host host, OsVersion version, String identifier) {
    Optional<UpdatePolicy> required = Optional.ofNullable(required(List.of(host)).get(host.id()));
    return OwnDeclarations.all(version, uploaded.of(host.team()), required).stream()
        .filter(declaration -> declaration.identifier().equals(identifier))
        .findFirst();
  }
}
