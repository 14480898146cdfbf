package io.pomona.organization.rest;

import io.pomona.api.organization.Permission;
import io.pomona.api.organization.StatusCheck.StatusLine;
import io.pomona.api.rest.AdminResource;
import io.pomona.api.rest.Requires;
import io.pomona.organization.StatusReport;
import java.util.List;
import java.util.Locale;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How the parts of the server are. */
@Component
@Path("status")
@Produces(MediaType.APPLICATION_JSON)
public final class StatusResource implements AdminResource {
  private final StatusReport report;

  @Activate
  public StatusResource(@Reference StatusReport report) {
    this.report = report;
  }

  /** One line. */
  public record LineView(String name, String level, String message) {
    static LineView of(StatusLine line) {
      return new LineView(
          line.name(), line.level().name().toLowerCase(Locale.ROOT), line.message());
    }
  }

  /** All lines. */
  public record StatusAnswer(List<LineView> status) {}

  @GET
  @Requires(Permission.VIEW_STATUS)
  public StatusAnswer status() {
    return new StatusAnswer(report.lines().stream().map(LineView::of).toList());
  }
}
