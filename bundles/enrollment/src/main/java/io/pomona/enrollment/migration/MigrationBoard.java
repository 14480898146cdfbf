package io.pomona.enrollment.migration;

import io.pomona.api.MdmException;
import io.pomona.api.PageRequest;
import io.pomona.api.enrollment.Host;
import io.pomona.api.enrollment.HostId;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationChange;
import io.pomona.api.enrollment.MigrationCounts;
import io.pomona.api.enrollment.MigrationEdit;
import io.pomona.api.enrollment.MigrationFilter;
import io.pomona.api.enrollment.MigrationStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.enrollment.HostDirectory;
import io.pomona.enrollment.HostNumbers;
import java.time.Clock;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The Macs that come from another MDM, as a person may see and change them. */
@Component(service = MigrationBoard.class)
public final class MigrationBoard {
  private final MigrationStore migrations;
  private final HostDirectory directory;
  private final Access access;
  private final Clock clock = Clock.systemUTC();

  @Activate
  public MigrationBoard(
      @Reference MigrationStore migrations,
      @Reference HostDirectory directory,
      @Reference Access access) {
    this.migrations = migrations;
    this.directory = directory;
    this.access = access;
  }

  public List<Migration> list(Actor actor, MigrationFilter filter, PageRequest page) {
    List<Migration> found = migrations.list(visible(actor, filter), page);
    found.forEach(mac -> access.require(actor, Permission.VIEW_HOSTS, mac.host().team()));
    return found;
  }

  public long count(Actor actor, MigrationFilter filter) {
    return migrations.count(visible(actor, filter));
  }

  public MigrationCounts counts(Actor actor, MigrationFilter filter) {
    return migrations.counts(visible(actor, filter));
  }

  private MigrationFilter visible(Actor actor, MigrationFilter filter) {
    return filter.within(directory.visible(actor, filter.scope()));
  }

  public Migration require(Actor actor, long id) {
    Host host = directory.require(actor, Permission.VIEW_HOSTS, id);
    return migrations.find(host.id()).orElseThrow(MigrationBoard::notThere);
  }

  /** Puts all of them on the board, or none when one of them does not exist. */
  public int put(Actor actor, HostNumbers hosts, MigrationChange change) {
    return migrations.put(
        required(actor, hosts), edit(actor, change, MigrationActivities.added(actor)));
  }

  /** Marks those of them that are on the board; none when one of them does not exist. */
  public int mark(Actor actor, HostNumbers hosts, MigrationChange change) {
    if (change.isNone()) {
      throw MdmException.invalid("enrollment.missing", "marks", "Say which marks are to be set.");
    }
    return migrations.mark(
        required(actor, hosts), edit(actor, change, MigrationActivities.marked(actor, change)));
  }

  public Migration mark(Actor actor, long id, MigrationChange change) {
    Host host = directory.require(actor, Permission.EDIT_HOSTS, id);
    if (mark(actor, HostNumbers.of(id), change) == 0) {
      throw notThere();
    }
    return migrations.find(host.id()).orElseThrow(MigrationBoard::notThere);
  }

  public void remove(Actor actor, long id) {
    Host host = directory.require(actor, Permission.EDIT_HOSTS, id);
    MigrationEdit edit = edit(actor, MigrationChange.NONE, MigrationActivities.removed(actor));
    if (migrations.remove(List.of(host.id()), edit) == 0) {
      throw notThere();
    }
  }

  private MigrationEdit edit(
      Actor actor, MigrationChange change, MigrationActivities.Telling telling) {
    return new MigrationEdit(
        change,
        actor.name(),
        clock.instant(),
        access.scope(actor, Permission.EDIT_HOSTS),
        telling::of);
  }

  private List<HostId> required(Actor actor, HostNumbers hosts) {
    return directory.requireAll(actor, Permission.EDIT_HOSTS, hosts).stream()
        .map(Host::id)
        .toList();
  }

  private static MdmException notThere() {
    return MdmException.notFound(
        "enrollment.not_migrating", "This Mac is not on the migration board; add it first.");
  }
}
