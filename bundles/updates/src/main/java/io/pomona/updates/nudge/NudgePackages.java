package io.pomona.updates.nudge;

import io.pomona.api.MdmException;
import io.pomona.api.abm.BootstrapPackage;
import io.pomona.api.abm.LargeFileId;
import io.pomona.api.abm.LargeFileStore;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.updates.NudgePackage;
import io.pomona.api.updates.NudgePackageStore;
import io.pomona.protocol.flatpackage.PackageRefusal;
import io.pomona.protocol.flatpackage.PackageStream;
import io.pomona.protocol.flatpackage.PackageStream.Content;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one package of Nudge, which an admin uploads. */
@Component(service = NudgePackages.class)
public final class NudgePackages {
  private static final long LIMIT = 256L << 20;
  private static final int LONGEST_NAME = 255;

  private final NudgePackageStore packages;
  private final LargeFileStore files;
  private final Access access;
  private final Clock clock;

  @Activate
  public NudgePackages(
      @Reference NudgePackageStore packages,
      @Reference LargeFileStore files,
      @Reference Access access) {
    this(packages, files, access, Clock.systemUTC());
  }

  NudgePackages(NudgePackageStore packages, LargeFileStore files, Access access, Clock clock) {
    this.packages = packages;
    this.files = files;
    this.access = access;
    this.clock = clock;
  }

  /** Whoever may not is told so before the bytes have come. */
  public void requireEdit(Actor actor) {
    access.require(actor, Permission.EDIT_NUDGE, Optional.empty());
  }

  /**
   * Takes it off the wire, in place of the one before.
   *
   * @throws MdmException invalid when it is no package, or not signed; too large; forbidden
   */
  public NudgePackage add(Actor actor, String name, InputStream content) {
    requireEdit(actor);
    String plain = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    if (plain.isBlank() || plain.length() > LONGEST_NAME) {
      throw MdmException.invalid("updates.no_name", "package", "The file needs a name.");
    }
    LargeFileId file = files.begin(clock.instant());
    try {
      return publish(actor, plain, file, received(file, content));
    } catch (RuntimeException e) {
      files.delete(file);
      throw e;
    }
  }

  private Content received(LargeFileId file, InputStream content) {
    try {
      return new PackageStream(LargeFileStore.PART, BootstrapPackage.CHUNK, LIMIT)
          .read(content, (place, part) -> files.append(file, place, part));
    } catch (IOException e) {
      throw MdmException.malformed("updates.upload_broken", "The upload broke off; send it again.")
          .causedBy(e);
    } catch (PackageRefusal e) {
      throw refused(e);
    }
  }

  private static MdmException refused(PackageRefusal refusal) {
    String code = "updates." + refusal.reason();
    return refusal.isTooLarge()
        ? new MdmException(MdmException.Kind.TOO_LARGE, code, refusal.getMessage())
        : MdmException.invalid(code, "package", refusal.getMessage()).causedBy(refusal);
  }

  private NudgePackage publish(Actor actor, String name, LargeFileId file, Content content) {
    NudgePackage added =
        new NudgePackage(
            name, file, content.size(), content.sha256(), content.chunkSha256s(), clock.instant());
    List<ActivityDraft> activities = new ArrayList<>();
    packages.find().ifPresent(before -> activities.add(deleted(actor, before)));
    activities.add(
        ActivityDraft.of(actor, "added_nudge_package")
            .with("name", added.name())
            .with("sha256", added.sha256()));
    packages.put(added, activities);
    return added;
  }

  private static ActivityDraft deleted(Actor actor, NudgePackage before) {
    return ActivityDraft.of(actor, "deleted_nudge_package").with("name", before.name());
  }

  /**
   * @throws MdmException not found when there is none
   */
  public NudgePackage find(Actor actor) {
    requireEdit(actor);
    return packages.find().orElseThrow(NudgePackages::none);
  }

  /** It stays on the Macs that have it. */
  public void delete(Actor actor) {
    NudgePackage before = find(actor);
    if (!packages.delete(List.of(deleted(actor, before)), clock.instant())) {
      throw none();
    }
  }

  private static MdmException none() {
    return MdmException.notFound(
        "updates.no_nudge_package", "There is no Nudge package; upload one.");
  }
}
