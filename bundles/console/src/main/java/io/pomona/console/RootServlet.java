package io.pomona.console;

import java.io.IOException;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;

/**
 * Who types no more than the server's name wants the console: where Pomona is alone in its Karaf,
 * as its configuration says by naming the pattern, which is the empty text.
 */
@Component(
    service = Servlet.class,
    configurationPid = "io.pomona.console.root",
    configurationPolicy = ConfigurationPolicy.REQUIRE)
@HttpWhiteboardServletName("pomona-root")
public final class RootServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_FOUND);
    response.setHeader("Location", "/console/");
  }
}
