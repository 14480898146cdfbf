package io.pomona.abm.setup;

import io.pomona.abm.AbmConfig;
import io.pomona.api.MdmException;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.BootstrapPackageStore;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.abm.SetupStepStatus;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.protocol.flatpackage.PackageRefusal;
import io.pomona.protocol.flatpackage.PackageStream;
import io.pomona.protocol.flatpackage.PackageStream.Content;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The packages that people upload for the Macs of a team. */
@Component(service = BootstrapPackages.class, configurationPid = AbmConfig.PID)
public final class BootstrapPackages {
  // Whoever uploads takes less time than this.
  private static final Duration UPLOAD = Duration.ofDays(1);
  private static final int FORGOTTEN_AT_ONCE = 10;
  private static final int LONGEST_NAME = 255;

  private final BootstrapPackageStore packages;
  private final LargeFileStore files;
  private final Access access;
  private final long limit;
  private final Clock clock;

  @Activate
  public BootstrapPackages(
      @Reference BootstrapPackageStore packages,
      @Reference LargeFileStore files,
      @Reference Access access,
      AbmConfig config) {
    this(packages, files, access, config.setup_package_megabytes() << 20, Clock.systemUTC());
  }

  BootstrapPackages(
      BootstrapPackageStore packages,
      LargeFileStore files,
      Access access,
      long limit,
      Clock clock) {
    this.packages = packages;
    this.files = files;
    this.access = access;
    this.limit = limit;
    this.clock = clock;
  }

  /**
   * A file that was stored and is nobody's package yet; it is forgotten if it does not become one.
   */
  public record Received(String name, LargeFileId file, Content content) {}

  /**
   * Takes a package off the wire.
   *
   * @throws MdmException invalid when it is none, or not signed; too large
   */
  public Received receive(String name, InputStream content) {
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (plain.isBlank() || plain.length() > LONGEST_NAME) {
      throw MdmException.invalid("abm.no_name", "package", "The file needs a name.");
    }
    LargeFileId file = files.begin(clock.instant());
    PackageStream stream = new PackageStream(LargeFileStore.PART, BootstrapPackage.CHUNK, limit);
    try {
      return new Received(
          plain, file, stream.read(content, (place, part) -> files.append(file, place, part)));
    } catch (IOException e) {
      files.delete(file);
      throw MdmException.malformed("abm.upload_broken", "The upload broke off; send it again.")
          .causedBy(e);
    } catch (PackageRefusal e) {
      files.delete(file);
      throw refused(e);
    } catch (MdmException e) {
      files.delete(file);
      throw e;
    }
  }

  private static MdmException refused(PackageRefusal refusal) {
    String code = "abm." + refusal.reason();
    return refusal.isTooLarge()
        ? new MdmException(MdmException.Kind.TOO_LARGE, code, refusal.getMessage())
        : MdmException.invalid(code, "package", refusal.getMessage()).causedBy(refusal);
  }

  /** Whoever may not is told so before the bytes have come. */
  public void requireEdit(Actor actor, Optional<TeamId> team) {
    require(actor, Permission.EDIT_SETUP, team);
  }

  /** What was received and is not to become a package. */
  public void drop(Received received) {
    files.delete(received.file());
  }

  /** Makes it the package of the team, in place of the one before. */
  public BootstrapPackage publish(Actor actor, Optional<TeamId> team, Received received) {
    require(actor, Permission.EDIT_SETUP, team);
    BootstrapPackage added =
        new BootstrapPackage(
            team,
            received.name(),
            received.file(),
            received.content().size(),
            received.content().sha256(),
            received.content().chunkSha256s(),
            Tokens.fresh(),
            clock.instant());
    List<ActivityDraft> activities = new ArrayList<>();
    packages
        .of(team)
        .ifPresent(before -> activities.add(told(actor, "deleted_bootstrap_package", before)));
    activities.add(told(actor, "added_bootstrap_package", added));
    packages.put(added, activities);
    return added;
  }

  /**
   * @throws MdmException not found when the team has none
   */
  public BootstrapPackage find(Actor actor, Permission needed, Optional<TeamId> team) {
    require(actor, needed, team);
    return packages.of(team).orElseThrow(BootstrapPackages::none);
  }

  public void delete(Actor actor, Optional<TeamId> team) {
    require(actor, Permission.EDIT_SETUP, team);
    if (!remove(actor, team)) {
      throw none();
    }
  }

  /** Whose right it is has been asked; nothing to delete is no error. */
  boolean remove(Actor actor, Optional<TeamId> team) {
    return packages
        .of(team)
        .filter(
            before ->
                packages.delete(
                    team,
                    List.of(told(actor, "deleted_bootstrap_package", before)),
                    clock.instant()))
        .isPresent();
  }

  public Map<SetupStepStatus, Long> summary(Actor actor, Optional<TeamId> team) {
    require(actor, Permission.VIEW_SETUP, team);
    return packages.summary(team);
  }

  /** Forgets what was uploaded and never became a package, or is one no longer. */
  public void forget() {
    Instant now = clock.instant();
    int forgotten = FORGOTTEN_AT_ONCE;
    while (forgotten == FORGOTTEN_AT_ONCE) {
      forgotten =
          files.forget(now.minus(UPLOAD), now.minus(PackageDownloads.LIFE), FORGOTTEN_AT_ONCE);
    }
  }

  private void require(Actor actor, Permission permission, Optional<TeamId> team) {
    access.require(actor, permission, team, BootstrapPackages::unknownTeam);
  }

  private static ActivityDraft told(Actor actor, String type, BootstrapPackage about) {
    ActivityDraft draft =
        ActivityDraft.of(actor, type).with("bootstrap_package_name", about.name());
    return about.team().map(team -> draft.with("team_id", team.value())).orElse(draft);
  }

  private static MdmException unknownTeam() {
    return MdmException.notFound("organization.team_not_found", "There is no such team.");
  }

  private static MdmException none() {
    return MdmException.notFound(
        "abm.no_bootstrap_package", "There is no bootstrap package for this team.");
  }
}
