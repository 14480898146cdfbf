package io.pomona.enrollment.migration.rest;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.Migration;
import io.pomona.api.enrollment.MigrationCounts;
import io.pomona.api.enrollment.MigrationState;
import io.pomona.api.enrollment.MigrationStep;
import io.pomona.api.organization.Actor;
import io.pomona.api.organization.Permission;
import io.pomona.api.organization.TeamId;
import io.pomona.api.organization.TeamStore;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.MultipartForm;
import io.pomona.api.rest.Requires;
import io.pomona.api.rest.TeamNumber;
import io.pomona.api.rest.UploadedFile;
import io.pomona.enrollment.HostNumbers;
import io.pomona.enrollment.migration.ImportReport;
import io.pomona.enrollment.migration.MigrationBoard;
import io.pomona.enrollment.migration.MigrationImports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The board of Macs that come from another MDM. */
@Component
@Path("migration")
@Produces(MediaType.APPLICATION_JSON)
public final class MigrationResource implements AdminResource {
  private final MigrationBoard board;
  private final MigrationImports imports;
  private final TeamStore teams;

  @Activate
  public MigrationResource(
      @Reference MigrationBoard board,
      @Reference MigrationImports imports,
      @Reference TeamStore teams) {
    this.board = board;
    this.imports = imports;
    this.teams = teams;
  }

  /**
   * A page of the board.
   *
   * @param count of all that the filters name
   * @param counts of the whole board of the teams that are asked for
   */
  public record MigrationsAnswer(List<MigrationView> macs, long count, CountsView counts) {}

  /** How many Macs are how far. */
  public record CountsView(long total, long done, Map<String, Map<String, Long>> steps) {
    static CountsView of(MigrationCounts counts) {
      Map<String, Map<String, Long>> steps = new LinkedHashMap<>();
      for (MigrationStep step : MigrationStep.values()) {
        steps.put(step.label(), states(counts.steps().getOrDefault(step, Map.of())));
      }
      return new CountsView(counts.total(), counts.done(), steps);
    }

    private static Map<String, Long> states(Map<MigrationState, Long> counted) {
      Map<String, Long> states = new LinkedHashMap<>();
      for (MigrationState state : MigrationState.values()) {
        states.put(state.label(), counted.getOrDefault(state, 0L));
      }
      return states;
    }
  }

  /** One Mac. */
  public record MigrationAnswer(MigrationView mac) {}

  /**
   * What is said of which hosts.
   *
   * @param marks null where nothing is said
   */
  public record ManyRequest(List<Long> hosts, MarksRequest marks) {}

  /** How many were changed. */
  public record ChangedAnswer(long changed) {}

  @GET
  @Requires(Permission.VIEW_HOSTS)
  public MigrationsAnswer list(@Context Actor actor, @Context UriInfo uri) {
    MigrationQuery query = new MigrationQuery(uri);
    Map<TeamId, String> names = teams.names();
    List<Migration> page = board.list(actor, query.filter(), query.page());
    MigrationCounts counts = board.counts(actor, query.among());
    return new MigrationsAnswer(
        page.stream().map(mac -> MigrationView.of(mac, names)).toList(),
        query.isWhole() ? counts.total() : board.count(actor, query.filter()),
        CountsView.of(counts));
  }

  @GET
  @Path("export")
  @Produces(MediaType.WILDCARD)
  @Requires(Permission.VIEW_HOSTS)
  public Response export(@Context Actor actor, @Context UriInfo uri) {
    MigrationQuery query = new MigrationQuery(uri);
    board.count(actor, query.filter());
    return Response.ok(
            new MigrationExport(board, actor, query.filter(), teams.names()),
            "text/csv; charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"migration.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("{id}")
  @Requires(Permission.VIEW_HOSTS)
  public MigrationAnswer get(@Context Actor actor, @PathParam("id") long id) {
    return answer(board.require(actor, id));
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_HOSTS)
  public ChangedAnswer add(@Context Actor actor, ManyRequest request) {
    return new ChangedAnswer(
        board.put(actor, hosts(request), MarksRequest.change(request.marks())));
  }

  @POST
  @Path("import")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Requires(Permission.EDIT_HOSTS)
  public ImportReport take(@Context Actor actor, MultipartForm form) {
    UploadedFile file =
        form.file("macs")
            .orElseThrow(
                () ->
                    MdmException.invalid(
                        "enrollment.missing",
                        "macs",
                        "Send a CSV file as the file \"macs\" of the form."));
    Optional<TeamId> team = TeamNumber.of(form.field("team_id").orElse(""));
    return imports.run(actor, team, file.content(), flag(form, "dry_run"));
  }

  private static boolean flag(MultipartForm form, String name) {
    return switch (form.field(name).orElse("")) {
      case "true", "1" -> true;
      case "false", "0", "" -> false;
      default ->
          throw MdmException.invalid("enrollment.bad_flag", name, name + " must be true or false.");
    };
  }

  @POST
  @Path("marks")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_HOSTS)
  public ChangedAnswer mark(@Context Actor actor, ManyRequest request) {
    return new ChangedAnswer(
        board.mark(actor, hosts(request), MarksRequest.change(request.marks())));
  }

  private static HostNumbers hosts(ManyRequest request) {
    return HostNumbers.of(Optional.ofNullable(request).map(ManyRequest::hosts));
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  @Requires(Permission.EDIT_HOSTS)
  public MigrationAnswer change(
      @Context Actor actor, @PathParam("id") long id, MarksRequest request) {
    return answer(board.mark(actor, id, MarksRequest.change(request)));
  }

  @DELETE
  @Path("{id}")
  @Requires(Permission.EDIT_HOSTS)
  public Map<String, Object> remove(@Context Actor actor, @PathParam("id") long id) {
    board.remove(actor, id);
    return Map.of();
  }

  private MigrationAnswer answer(Migration mac) {
    return new MigrationAnswer(MigrationView.of(mac, teams.names()));
  }
}
