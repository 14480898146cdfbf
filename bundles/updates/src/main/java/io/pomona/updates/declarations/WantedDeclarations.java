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
import io.pomona.protocol.declarative.DeclarationItems;
import io.pomona.protocol.declarative.DeclarationKind;
import io.pomona.protocol.inventory.DeviceInformation;
import io.pomona.updates.policy.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  private final DeclarationStore declarations;
  private final UpdatePolicyStore policies;
  private final HostStore hosts;

  @Activate
  public WantedDeclarations(
      @Reference DeclarationStore declarations,
      @Reference UpdatePolicyStore policies,
      @Reference HostStore hosts) {
    this.declarations = declarations;
    this.policies = policies;
    this.hosts = hosts;
  }

  public DeclarationItems of(Host host) {
    return of(List.of(host)).get(host.id());
  }

  /** For many at once: what is of a team is asked for once. */
  public Map<HostId, DeclarationItems> of(List<Host> all) {
    Map<Optional<TeamId>, List<Declaration>> uploaded = new HashMap<>();
    Map<Optional<TeamId>, Optional<UpdatePolicy>> required = new HashMap<>();
    Map<HostId, DeclarationItems> wanted = new HashMap<>();
    for (Host host : all) {
      wanted.put(
          host.id(),
          version(host)
              .map(
                  version ->
                      items(
                          version,
                          uploaded.computeIfAbsent(host.team(), this::uploaded),
                          required
                              .computeIfAbsent(host.team(), policies::of)
                              .filter(policy -> isToUpdate(policy, host))))
              .orElse(DeclarationItems.NONE));
    }
    return wanted;
  }

  /** Empty when it knows no declarations, or has not said what it runs. */
  static Optional<OsVersion> version(Host host) {
    return OsVersion.parse(host.facts().osVersion())
        .filter(version -> version.compareTo(DECLARATIVE) >= 0);
  }

  private List<Declaration> uploaded(Optional<TeamId> team) {
    return declarations.list(team).stream().map(TeamDeclaration::declaration).toList();
  }

  private boolean isToUpdate(UpdatePolicy policy, Host host) {
    return Stage.of(policy, host.facts().osVersion(), Instant.EPOCH).way() == Way.DECLARATION
        && isSupervised(host);
  }

  /** Any Mac is since macOS 11 whose user approved of its enrollment, unless it says otherwise. */
  private boolean isSupervised(Host host) {
    return hosts
        .inventory(host.id())
        .deviceInformation()
        .flatMap(answer -> new DeviceInformation(answer).supervised())
        .orElse(true);
  }

  private static DeclarationItems items(
      OsVersion version, List<Declaration> uploaded, Optional<UpdatePolicy> required) {
    if (uploaded.isEmpty() && required.isEmpty()) {
      return DeclarationItems.NONE;
    }
    List<Declaration> all = new ArrayList<>(uploaded);
    List<String> own = new ArrayList<>(List.of(OwnDeclarations.STATUS));
    all.add(OwnDeclarations.status(version));
    required.map(OwnDeclarations::update).ifPresent(all::add);
    required.ifPresent(policy -> own.add(OwnDeclarations.UPDATE));
    all.add(OwnDeclarations.activation(OwnDeclarations.ACTIVATION, own));
    List<String> unnamed = unnamed(uploaded);
    if (!unnamed.isEmpty()) {
      all.add(OwnDeclarations.activation(OwnDeclarations.UPLOADED, unnamed));
    }
    return new DeclarationItems(all);
  }

  /** The configurations that no uploaded activation names. */
  private static List<String> unnamed(List<Declaration> uploaded) {
    Set<String> named = new HashSet<>();
    uploaded.forEach(declaration -> named.addAll(declaration.activates()));
    return uploaded.stream()
        .filter(declaration -> declaration.kind() == DeclarationKind.CONFIGURATION)
        .map(Declaration::identifier)
        .filter(identifier -> !named.contains(identifier))
        .sorted()
        .toList();
  }
}
