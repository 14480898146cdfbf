package io.pomona.commands.device;

import io.pomona.api.commands.CommandQueueStore;
import io.pomona.api.commands.CommandReportEntry;
import io.pomona.api.enrollment.DeviceIdentities;
import io.pomona.api.enrollment.EnrollmentStore;
import io.pomona.api.pki.VerifiedCertificate;
import io.pomona.api.rest.DeviceResource;
import io.pomona.commands.ReportEvents;
import io.pomona.protocol.command.CommandReport;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.Consumes;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Where Macs report and get their next command. Every poll comes through here: bytes in and out.
 */
// The header of a trusted proxy is one setting for both sides of the endpoint: enrollment's.
@Component(service = DeviceResource.class, configurationPid = "io.pomona.enrollment")
@Path("apple/mdm")
public final class ConnectResource implements DeviceResource {
  /** What of {@code io.pomona.enrollment} counts here. */
  public @interface ProxyConfig {
    String proxy_header() default "Client-Cert";
  }

  private static final String PLIST = "application/xml; charset=UTF-8";

  private final DeviceIdentities identities;
  private final EnrollmentStore enrollments;
  private final CommandQueueStore queue;
  private final ReportEvents events;
  private final MacRequest requests;
  private final Clock clock;

  @Activate
  public ConnectResource(
      @Reference DeviceIdentities identities,
      @Reference EnrollmentStore enrollments,
      @Reference CommandQueueStore queue,
      @Reference ReportEvents events,
      ProxyConfig config) {
    this(identities, enrollments, queue, events, config.proxy_header(), Clock.systemUTC());
  }

  ConnectResource(
      DeviceIdentities identities,
      EnrollmentStore enrollments,
      CommandQueueStore queue,
      ReportEvents events,
      String proxyHeader,
      Clock clock) {
    this.identities = identities;
    this.enrollments = enrollments;
    this.queue = queue;
    this.events = events;
    this.requests = new MacRequest(proxyHeader);
    this.clock = clock;
  }

  @PUT
  @Consumes("application/x-apple-aspen-mdm")
  public Response connect(byte[] body, @Context HttpServletRequest request) {
    VerifiedCertificate certificate = identities.certificate(requests.of(body, request));
    CommandReport report = MacReports.read(body);
    identities.require(certificate, report.channel());
    Instant now = clock.instant();
    enrollments.seen(report.channel(), now);
    Optional<byte[]> next = queue.exchange(new CommandReportEntry(report, body), now);
    events.tell(report, body, now);
    // Without an entity CXF need not look for somebody who writes it: most polls end here.
    return next.map(command -> Response.ok(command, PLIST)).orElseGet(Response::ok).build();
  }
}
