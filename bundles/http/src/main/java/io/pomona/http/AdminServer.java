package io.pomona.http;

import io.pomona.api.enrollment.ClientAddresses;
import io.pomona.api.organization.Access;
import io.pomona.api.organization.Sessions;
import io.pomona.api.rest.AdminResource;
import io.pomona.http.admin.AdminErrors;
import io.pomona.http.admin.AdminProviders;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** The admin API at {@code /api}. */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("pomona-admin")
@HttpWhiteboardServletPattern("/api/*")
public final class AdminServer extends ResourceServlet<AdminResource> {
  private static final long serialVersionUID = 1L;

  private transient volatile Optional<ClientAddresses> addresses = Optional.empty();

  @Activate
  public AdminServer(
      @Reference Listening listening, @Reference Sessions sessions, @Reference Access access) {
    super(
        AdminProviders.all(sessions, access),
        new RequestGuard(new AdminBodies(), AdminErrors::answer));
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    super.service(
        addresses
            .<HttpServletRequest>map(known -> new ForwardedRequest(request, known))
            .orElse(request),
        response);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindAddresses(ClientAddresses present) {
    addresses = Optional.of(present);
  }

  void unbindAddresses(ClientAddresses gone) {
    addresses = addresses.filter(present -> present != gone);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindResource(AdminResource resource) {
    add(resource);
  }

  void unbindResource(AdminResource resource) {
    remove(resource);
  }
}
