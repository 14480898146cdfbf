package io.pomona.profiles;

import io.pomona.api.MdmException;
import io.pomona.api.MdmException.FieldError;
import io.pomona.api.MdmException.Kind;
import io.pomona.api.UnitOfWork;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.SettingsChange;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.NewProfile;
import io.pomona.profiles.ProfileSets.SetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All profiles of a team at once, for clients that send them apart from the settings. */
@Component(service = ProfileBatch.class, configurationPid = "io.pomona.profiles")
public final class ProfileBatch {
  private final ProfileSets sets;
  private final ProfileScope scope;
  private final UnitOfWork work;
  private final boolean mayRemoveMany;

  @Activate
  public ProfileBatch(
      @Reference ProfileSets sets,
      @Reference ProfileScope scope,
      @Reference UnitOfWork work,
      ProfileConfig config) {
    this(sets, scope, work, config.mass_removal().strip().equalsIgnoreCase("allow"));
  }

  ProfileBatch(ProfileSets sets, ProfileScope scope, UnitOfWork work, boolean mayRemoveMany) {
    this.sets = sets;
    this.scope = scope;
    this.work = work;
    this.mayRemoveMany = mayRemoveMany;
  }

  /** How a batch is to be taken. */
  public record Mode(boolean dryRun, boolean force) {}

  /**
   * @return what changed, or with a dry run would
   * @throws MdmException invalid with the reason of each file, or {@code profiles.mass_removal}
   */
  public List<SettingsChange> replace(
      Actor actor, Optional<TeamId> team, List<SetFile> files, Mode mode) {
    scope.require(actor, Permission.EDIT_PROFILES, team);
    List<FieldError> problems = new ArrayList<>();
    List<NewProfile> wanted = sets.read(team, files, problems);
    if (!problems.isEmpty()) {
      String message = problems.get(0).name() + ": " + problems.get(0).reason();
      throw new MdmException(Kind.INVALID, "profiles.bad_batch", message, problems);
    }
    Supplier<List<SettingsChange>> all =
        () -> {
          requireMeant(team, wanted, mode);
          return sets.replace(actor, team, wanted);
        };
    return mode.dryRun() ? work.rehearse(all) : work.run(all);
  }

  private void requireMeant(Optional<TeamId> team, List<NewProfile> wanted, Mode mode) {
    if (!mode.force() && !mayRemoveMany) {
      sets.massRemoval(team, wanted)
          .ifPresent(
              reason -> {
                throw MdmException.invalid("profiles.mass_removal", "profiles", reason);
              });
    }
  }
}
