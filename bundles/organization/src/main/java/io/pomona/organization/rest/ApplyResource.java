package io.pomona.organization.rest;

import io.pomona.api.MdmException;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.apply.AppliedChange;
import io.pomona.organization.apply.SpecApplication;
import io.pomona.organization.apply.SpecApplication.Mode;
import io.pomona.organization.apply.SpecExport;
import io.pomona.organization.apply.SpecFile;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Settings as files: applied in one go, and given back in the same form. */
@Component(service = AdminResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ApplyResource implements AdminResource {
  private final SpecApplication application;
  private final SpecExport export;

  @Activate
  public ApplyResource(@Reference SpecApplication application, @Reference SpecExport export) {
    this.application = application;
    this.export = export;
  }

  /** A file with what it refers to, as {@link SpecFile} has it. */
  public record FileBody(String name, String content, Map<String, byte[]> attachments) {
    private static FileBody of(SpecFile file) {
      return new FileBody(file.name(), file.content(), file.attachments());
    }

    private SpecFile file() {
      if (attachments != null && attachments.values().stream().anyMatch(Objects::isNull)) {
        throw MdmException.malformed(
            "organization.no_settings", "Send each attachment of " + name + " in Base64.");
      }
      return new SpecFile(
          Optional.ofNullable(name).orElse("file"),
          Optional.ofNullable(content).orElse(""),
          Optional.ofNullable(attachments).orElse(Map.of()));
    }

    @Override
    public String toString() {
      return "FileBody[" + name + "]";
    }
  }

  /** What is applied, and what an export gives. */
  public record FilesBody(List<FileBody> files) {}

  /**
   * Something that changed or would.
   *
   * @param line where its document begins
   */
  public record ChangeView(
      String file, int line, String scope, String section, String action, String text) {
    private static ChangeView of(AppliedChange change) {
      return new ChangeView(
          change.file(),
          change.line(),
          change.scope(),
          change.section(),
          change.change().action().label(),
          change.change().text());
    }
  }

  /** All changes; none when it was so already. */
  public record ApplyAnswer(boolean dryRun, List<ChangeView> changes) {}

  @POST
  @Path("apply")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_SETTINGS)
  public ApplyAnswer apply(
      @Context Actor actor,
      @QueryParam("dry_run") @DefaultValue("false") boolean dryRun,
      @QueryParam("force") @DefaultValue("false") boolean force,
      FilesBody body) {
    if (body == null || body.files() == null || body.files().stream().anyMatch(Objects::isNull)) {
      throw MdmException.malformed("organization.no_settings", "Send the files to apply.");
    }
    List<SpecFile> files = body.files().stream().map(FileBody::file).toList();
    List<AppliedChange> changes = application.files(actor, files, new Mode(dryRun, force));
    return new ApplyAnswer(dryRun, changes.stream().map(ChangeView::of).toList());
  }

  @GET
  @Path("export")
  @Requires(Permission.VIEW_CONFIG)
  public FilesBody export(@Context Actor actor) {
    return new FilesBody(export.files(actor).stream().map(FileBody::of).toList());
  }
}
