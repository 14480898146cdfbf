package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.ActivityDraft;
import io.pomona.api.organization.ActivityStore;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.profiles.HostProfileStore;
import io.pomona.api.profiles.Profile;
import io.pomona.api.profiles.ProfileId;
import io.pomona.api.profiles.ProfileLibrary;
import io.pomona.api.profiles.ProfileStatus;
import io.pomona.api.profiles.ProfileStore;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.rest.UploadedFile;
import io.pomona.profiles.CustomProfiles;
import io.pomona.profiles.ProfileScope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What today's and the early paths have in common. */
@Component(service = ProfileCatalog.class)
public final class ProfileCatalog {
  private static final String MEDIA_TYPE = "application/x-apple-aspen-config";
  private static final String EXTENSION = ".mobileconfig";

  private final ProfileStore profiles;
  private final HostProfileStore hostProfiles;
  private final ProfileLibrary library;
  private final ProfileScope scope;
  private final ActivityStore activities;

  @Activate
  public ProfileCatalog(
      @Reference ProfileStore profiles,
      @Reference HostProfileStore hostProfiles,
      @Reference ProfileLibrary library,
      @Reference ProfileScope scope,
      @Reference ActivityStore activities) {
    this.profiles = profiles;
    this.hostProfiles = hostProfiles;
    this.library = library;
    this.scope = scope;
    this.activities = activities;
  }

  Profile add(Actor actor, MultipartForm form) {
    return library.add(
        actor, TeamNumber.of(form.field("team_id").orElse("")), file(form).content());
  }

  /** Its team is that of the profile, whether the form names it or not. */
  Profile replace(Actor actor, String uuid, MultipartForm form) {
    Profile present = scope.known(actor, Permission.EDIT_PROFILES, profiles.findByUuid(uuid));
    Optional<String> named = form.field("team_id");
    if (named.isPresent() && !TeamNumber.of(named.get()).equals(present.team())) {
      throw MdmException.invalid(
          "profiles.other_team",
          "team_id",
          "The profile is of another team. Name its team or none; to give the file to another team, upload it there.");
    }
    return library.replace(actor, present.id(), file(form).content());
  }

  /** The one file of an upload. */
  static UploadedFile file(MultipartForm form) {
    UploadedFile file =
        form.file("profile")
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "profiles.no_file",
                        "profile",
                        "Send the .mobileconfig as the file \"profile\" of the form."));
    if (!file.name().toLowerCase(Locale.ROOT).endsWith(EXTENSION)) {
      throw MdmException.invalid(
          "profiles.bad_extension", "profile", "The file name must end with .mobileconfig.");
    }
    return file;
  }

  List<Profile> list(Actor actor, Optional<TeamId> team) {
    scope.require(actor, Permission.VIEW_PROFILES, team);
    return profiles.list(team);
  }

  Profile byId(Actor actor, long id) {
    return scope.known(actor, Permission.VIEW_PROFILES, profiles.find(new ProfileId(id)));
  }

  Profile byUuid(Actor actor, String uuid) {
    return scope.known(actor, Permission.VIEW_PROFILES, profiles.findByUuid(uuid));
  }

  private void delete(Actor actor, Optional<Profile> found) {
    library.delete(actor, found.orElseThrow(CustomProfiles::unknown).id());
  }

  void deleteByUuid(Actor actor, String uuid) {
    delete(actor, profiles.findByUuid(uuid));
  }

  void deleteById(Actor actor, long id) {
    delete(actor, profiles.find(new ProfileId(id)));
  }

  SummaryView summary(Actor actor, Optional<TeamId> team) {
    scope.require(actor, Permission.VIEW_PROFILES, team);
    return SummaryView.of(hostProfiles.summary(team));
  }

  /** How many hosts of their team have each of these of it how far, by UUID. */
  Map<String, SummaryView> progress(Optional<TeamId> team, List<Profile> profiles) {
    Map<ProfileId, Map<ProfileStatus, Long>> progress = hostProfiles.progress(team, profiles);
    return profiles.stream()
        .collect(
            Collectors.toMap(Profile::uuid, profile -> SummaryView.of(progress.get(profile.id()))));
  }

  /** A profile may hold passwords: who reads it is told in the feed. */
  byte[] read(Actor actor, Profile profile) {
    byte[] content = profiles.content(profile.id()).orElseThrow(CustomProfiles::unknown);
    ActivityDraft draft =
        ActivityDraft.of(actor, "downloaded_macos_profile")
            .with("profile_name", profile.name())
            .with("profile_identifier", profile.identifier());
    activities.append(
        profile.team().map(team -> draft.with("team_id", team.value())).orElse(draft),
        Instant.now());
    return content;
  }

  Response download(Actor actor, Profile profile) {
    return Response.ok(read(actor, profile), MEDIA_TYPE)
        .header("Content-Disposition", "attachment; filename=\"" + fileName(profile) + "\"")
        .build();
  }

  /** Safe in a header and in every file system. */
  static String fileName(Profile profile) {
    String name = profile.name().replaceAll("[^A-Za-z0-9 ._-]", "_").strip();
    return profile.createdAt().toString().substring(0, 10) + "_" + name + EXTENSION;
  }
}
