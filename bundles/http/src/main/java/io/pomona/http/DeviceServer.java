package io.pomona.http;

import io.pomona.api.rest.DeviceResource;
import io.pomona.http.device.DeviceErrors;
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

/**
 * What Macs call, at {@code /mdm}. Has no authentication of its own: the resources check who signs.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("pomona-device")
@HttpWhiteboardServletPattern("/mdm/*")
public final class DeviceServer implements Servlet {
  // Inventory answers of real Macs are several megabytes.
  private static final long BODY_LIMIT = 16L << 20;

  private final ResourceServlet<DeviceResource> servlet =
      new ResourceServlet<>(
          resources -> new ResourceApplication(resources, List.of(new DeviceErrors())),
          new RequestGuard(BODY_LIMIT, false));

  @Activate
  public DeviceServer() {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bind(DeviceResource resource) {
    servlet.add(resource);
  }

  void unbind(DeviceResource resource) {
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
    return "Pomona device endpoints";
  }

  @Override
  public void destroy() {
    servlet.destroy();
  }
}
