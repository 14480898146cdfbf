package io.pomona.profiles.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.rest.UploadedFile;
import io.pomona.profiles.bulk.ProfileFile;
import io.pomona.profiles.bulk.ProfileFiles;
import io.pomona.profiles.bulk.ProfileImport;
import java.util.List;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes over many profiles at once. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportResource implements AdminResource {
  private static final String FILES = "profiles";

  private final ProfileImport imports;

  @Activate
  public ImportResource(@Reference ProfileImport imports) {
    this.imports = imports;
  }

  @POST
  @Path("configuration_profiles/import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_PROFILES)
  public ImportView take(@Context Actor actor, MultipartForm form) {
    List<UploadedFile> uploads = form.files(FILES);
    if (uploads.isEmpty()) {
      throw MdmException.invalid(
          "profiles.no_file",
          FILES,
          "Send a zip, or .mobileconfig files, each as a file \"profiles\" of the form.");
    }
    boolean dry = flag(form, "dry_run");
    return ImportView.of(
        imports.run(
            actor, TeamNumber.of(form.field("team_id").orElse("")), () -> files(uploads), dry));
  }

  private static List<ProfileFile> files(List<UploadedFile> uploads) {
    return ProfileFiles.of(
        uploads.stream().map(upload -> new ProfileFile(upload.name(), upload.content())).toList());
  }

  private static boolean flag(MultipartForm form, String name) {
    return switch (form.field(name).orElse("")) {
      case "true", "1" -> true;
      case "false", "0", "" -> false;
      default ->
          throw MdmException.invalid("profiles.bad_flag", name, name + " must be true or false.");
    };
  }
}
