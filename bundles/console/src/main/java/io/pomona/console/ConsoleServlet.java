package io.pomona.console;

import io.pomona.api.console.ConsolePage;
import java.io.IOException;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletName;
import org.osgi.service.http.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * The files of the console, which hold nothing of anybody, and the modules of added pages. Any
 * other address below it is one of the console's own pages, which its script shows.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletName("pomona-console")
@HttpWhiteboardServletPattern("/console/*")
public final class ConsoleServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String PAGES = "/pages/";
  private static final String MODULE = ".js";

  private final transient ConsoleFiles files = new ConsoleFiles();
  private final transient ConsolePages pages;

  @Activate
  public ConsoleServlet(@Reference ConsolePages pages) {
    this.pages = pages;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = Optional.ofNullable(request.getPathInfo()).orElse("/");
    Optional<ConsoleFile> file =
        path.startsWith(PAGES) && path.endsWith(MODULE) ? module(path) : files.at(path);
    SecurityHeaders.set(response);
    if (file.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      file.get().answer(request, response);
    }
  }

  private Optional<ConsoleFile> module(String path) {
    String id = path.substring(PAGES.length(), path.length() - MODULE.length());
    return pages.find(id).map(ConsolePage::module).map(ConsoleFiles::module);
  }
}
