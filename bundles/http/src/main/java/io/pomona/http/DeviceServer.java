package io.pomona.http;

import io.pomona.api.rest.DeviceResource;
import io.pomona.http.device.DeviceErrors;
import io.pomona.http.download.Downloads;
import java.time.Duration;
import java.util.List;
import javax.servlet.Servlet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletAsyncSupported;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * What Macs call, at {@code /mdm}. Has no authentication of its own: the resources check who signs.
 */
// Nothing is asynchronous here; but Jetty goes a longer way with each request when it may not be.
@Component(service = Servlet.class)
@HttpWhiteboardServletAsyncSupported
@HttpWhiteboardServletName("pomona-device")
@HttpWhiteboardServletPattern("/mdm/*")
public final class DeviceServer extends ResourceServlet<DeviceResource> {
  private static final long serialVersionUID = 1L;
  private static final int DOWNLOADS = 24;
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  @Activate
  public DeviceServer(@Reference Listening listening) {
    super(
        List.of(new DeviceErrors(), new Downloads(DOWNLOADS)),
        new RequestGuard(new MacBodies(new LargeBodies(PATIENCE)), DeviceErrors::answer));
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindResource(DeviceResource resource) {
    add(resource);
  }

  void unbindResource(DeviceResource resource) {
    remove(resource);
  }
}
