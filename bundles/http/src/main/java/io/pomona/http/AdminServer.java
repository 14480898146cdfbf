package io.pomona.http;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Sessions;
import io.pomona.api.rest.AdminResource;
import io.pomona.http.admin.AdminErrors;
import io.pomona.http.admin.AdminProviders;
import javax.servlet.Servlet;
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

  @Activate
  public AdminServer(
      @Reference Listening listening, @Reference Sessions sessions, @Reference Access access) {
    super(
        AdminProviders.all(sessions, access),
        new RequestGuard(new AdminBodies(), AdminErrors::answer));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindResource(AdminResource resource) {
    add(resource);
  }

  void unbindResource(AdminResource resource) {
    remove(resource);
  }
}
