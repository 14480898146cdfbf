package io.pomona.profiles.bulk;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.ProfileLibrary;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.profiles.ProfileScope;
import io.pomona.profiles.lint.ProfileInspection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Takes over many profiles at once, such as those that another MDM has exported. Each file stands
 * for itself, and what was taken over is found unchanged by the next attempt.
 */
@Component(service = ProfileImport.class)
public final class ProfileImport {
  private final ProfileLibrary library;
  private final ProfileStore profiles;
  private final ProfileScope scope;
  private final ProfileInspection inspection;

  @Activate
  public ProfileImport(
      @Reference ProfileLibrary library,
      @Reference ProfileStore profiles,
      @Reference ProfileScope scope,
      @Reference ProfileInspection inspection) {
    this.library = library;
    this.profiles = profiles;
    this.scope = scope;
    this.inspection = inspection;
  }

  /**
   * @param files read only for who may add profiles there
   * @param dry says what would be done
   * @throws MdmException forbidden; invalid when there is no file at all; whatever {@code files}
   *     throws
   */
  public ImportReport run(
      Actor actor, Optional<TeamId> team, Supplier<List<ProfileFile>> files, boolean dry) {
    scope.require(actor, Permission.EDIT_PROFILES, team);
    List<ProfileFile> all = files.get();
    if (all.isEmpty()) {
      throw MdmException.invalid(
          "profiles.nothing_to_import", "profiles", "There is no .mobileconfig to import.");
    }
    ImportRun run =
        new ImportRun(
            inspection.within(team),
            inspection.neighbours(team, stored -> true),
            profiles.list(team));
    List<ImportedFile> planned = all.stream().map(run::plan).toList();
    return new ImportReport(
        dry, dry ? planned : new Additions(library, actor, team).store(all, planned));
  }
}
