package io.pomona.enrollment;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostFilter;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.HostLookup;
import io.pomona.api.enrollment.HostOrder;
import io.pomona.api.enrollment.HostStore;
import io.pomona.api.enrollment.MdmStatus;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The hosts as a person may see and change them: each one is authorized by its own team. */
@Component(service = {HostDirectory.class, HostLookup.class})
public final class HostDirectory implements HostLookup {
  private static final int SUGGESTED = 50;
  private static final int AT_ONCE = 1_000;

  private final HostStore hosts;
  private final Access access;

  @Activate
  public HostDirectory(@Reference HostStore hosts, @Reference Access access) {
    this.hosts = hosts;
    this.access = access;
  }

  public Host require(Actor actor, Permission permission, long id) {
    return authorized(actor, permission, id < 1 ? Optional.empty() : hosts.find(new HostId(id)));
  }

  /**
   * @param identifier UDID, serial number, name or number
   */
  public Host require(Actor actor, Permission permission, String identifier) {
    if (!access.mayAnywhere(actor, permission)) {
      access.require(actor, permission, Optional.empty());
    }
    Optional<Host> host = hosts.findByIdentifier(identifier, named(actor, permission));
    boolean number = identifier.matches("[1-9][0-9]{0,17}");
    return authorized(
        actor,
        permission,
        host.isEmpty() && number ? hosts.find(new HostId(Long.parseLong(identifier))) : host);
  }

  /** All of them, or a refusal when one of them does not exist. */
  public List<Host> requireAll(Actor actor, Permission permission, HostNumbers numbers) {
    List<Host> found = hosts.findAll(numbers.ids());
    if (found.size() < numbers.ids().size()) {
      throw HostNumbers.oneUnknown();
    }
    found.forEach(host -> access.require(actor, permission, host.team(), HostNumbers::oneUnknown));
    return found;
  }

  /** Among what the actor sees, so that a foreign Mac of the same name is none of it. */
  private TeamScope named(Actor actor, Permission permission) {
    return access.scope(
        actor,
        access.mayAnywhere(actor, Permission.VIEW_HOSTS) ? Permission.VIEW_HOSTS : permission);
  }

  @Override
  public List<String> suggest(Actor actor, String typed) {
    HostFilter filter =
        new HostFilter(typed, Set.of()).within(access.scope(actor, Permission.VIEW_HOSTS));
    return hosts.list(filter, PageRequest.first(SUGGESTED)).stream()
        .flatMap(
            host -> Stream.concat(Stream.of(host.facts().serialNumber()), host.udid().stream()))
        .filter(text -> !text.isEmpty())
        .toList();
  }

  @Override
  public Optional<Host> find(Actor actor, String identifier) {
    TeamScope seen = access.scope(actor, Permission.VIEW_HOSTS);
    return hosts.findByIdentifier(identifier, seen).or(() -> numbered(identifier, seen));
  }

  private Optional<Host> numbered(String text, TeamScope seen) {
    return text.matches("[1-9][0-9]{0,17}")
        ? hosts.find(new HostId(Long.parseLong(text))).filter(host -> seen.includes(host.team()))
        : Optional.empty();
  }

  private Host authorized(Actor actor, Permission permission, Optional<Host> host) {
    Host found = host.orElseThrow(HostDirectory::unknown);
    access.require(actor, permission, found.team(), HostDirectory::unknown);
    return found;
  }

  private static MdmException unknown() {
    return MdmException.notFound("enrollment.host_not_found", "There is no such host.");
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  /** Of the wanted what the actor may see. */
  public TeamScope visible(Actor actor, TeamScope wanted) {
    if (!access.mayAnywhere(actor, Permission.VIEW_HOSTS)) {
      access.require(actor, Permission.VIEW_HOSTS, Optional.empty());
    }
    if (!wanted.all()) {
      wanted
          .teams()
          .forEach(
              team ->
                  access.require(
                      actor, Permission.VIEW_HOSTS, Optional.of(team), HostDirectory::unknownTeam));
      if (wanted.none()) {
        access.require(actor, Permission.VIEW_HOSTS, Optional.empty());
      }
    }
    return wanted.and(access.scope(actor, Permission.VIEW_HOSTS));
  }

  /** The hosts that the filter names, as far as the actor may see them. */
  public List<Host> list(Actor actor, HostFilter filter, PageRequest page) {
    return list(actor, filter, HostOrder.byId(), page);
  }

  /** The same in another order. */
  public List<Host> list(Actor actor, HostFilter filter, HostOrder order, PageRequest page) {
    List<Host> found = hosts.list(filter.within(visible(actor, filter.scope())), order, page);
    found.forEach(host -> access.require(actor, Permission.VIEW_HOSTS, host.team()));
    return found;
  }

  /** All that match, for clients that do not page. */
  public List<Host> all(Actor actor, HostFilter filter, HostOrder order) {
    List<Host> all = new ArrayList<>();
    each(actor, filter, order, AT_ONCE, all::addAll);
    return all;
  }

  /**
   * All that match now, so many at a time; one that is gone or out of sight when its turn comes is
   * left out.
   */
  public void each(
      Actor actor, HostFilter filter, HostOrder order, int size, Consumer<List<Host>> reader) {
    TeamScope seen = visible(actor, filter.scope());
    List<HostId> ids = hosts.ids(filter.within(seen), order);
    for (int from = 0; from < ids.size(); from += size) {
      List<HostId> part = ids.subList(from, Math.min(from + size, ids.size()));
      Map<HostId, Host> found =
          hosts.findAll(part).stream()
              .filter(host -> seen.includes(host.team()))
              .collect(Collectors.toMap(Host::id, Function.identity()));
      found.values().forEach(host -> access.require(actor, Permission.VIEW_HOSTS, host.team()));
      reader.accept(part.stream().flatMap(id -> Stream.ofNullable(found.get(id))).toList());
    }
  }

  public long count(Actor actor, HostFilter filter) {
    boolean plain =
        filter.query().isEmpty()
            && filter.profiles().isEmpty()
            && filter.bootstrap().isEmpty()
            && filter.encryption().isEmpty()
            && filter.versions().isEmpty();
    return plain
        ? counted(actor, filter)
        : hosts.count(filter.within(visible(actor, filter.scope())));
  }

  private long counted(Actor actor, HostFilter filter) {
    return counts(actor, filter.scope()).entrySet().stream()
        .filter(entry -> filter.statuses().isEmpty() || filter.statuses().contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  public Map<MdmStatus, Long> counts(Actor actor, TeamScope scope) {
    return hosts.counts(visible(actor, scope));
  }

  public void delete(Actor actor, long id) {
    Host host = require(actor, Permission.EDIT_HOSTS, id);
    hosts.delete(host.id(), HostActivities.of(actor, "deleted_host", host));
  }
}
