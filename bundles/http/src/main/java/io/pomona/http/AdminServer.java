package io.pomona.http;

import io.pomona.api.organization.Access;
import io.pomona.api.organization.Sessions;
import io.pomona.api.rest.AdminResource;
import io.pomona.http.admin.AdminProviders;
import java.io.IOException;
import java.util.List;
import javax.servlet.Servlet;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
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
public final class AdminServer implements Servlet {
  private static final long BODY_LIMIT = 32L << 20;

  private final ResourceServlet<AdminResource> servlet;

  @Activate
  public AdminServer(@Reference Sessions sessions, @Reference Access access) {
    List<Object> providers = AdminProviders.all(sessions, access);
    this.servlet =
        new ResourceServlet<>(
            resources -> new ResourceApplication(resources, providers),
            new RequestGuard(BODY_LIMIT, true));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(AdminResource resource) {
    servlet.add(resource);
  }

  void unbind(AdminResource resource) {
    servlet.remove(resource);
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    servlet.init(config);
  }

  @Override
  public ServletConfig getServletConfig() {
    return servlet.getServletConfig();
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    servlet.service(request, response);
  }

  @Override
  public String getServletInfo() {
    return "Pomona admin API";
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
