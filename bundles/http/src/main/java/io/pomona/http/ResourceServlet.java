package io.pomona.http;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hosts resources that come and go. CXF fixes its resources at start, so a change only marks the
 * engine as stale; the next request builds a new one, after those under way have ended or have had
 * their time. Bundles are thus replaced while Macs poll and no request meets half an application.
 *
 * @param <R> the marker of its side
 */
abstract class ResourceServlet<R> extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger("io.pomona.http");
  private static final int MOST_SUCCESSORS = 100;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration UNDER_WAY = Duration.ofSeconds(5);
  private static final String NOT_READY = "This part of the server is not ready; try again soon.";

  private final transient List<R> resources = new CopyOnWriteArrayList<>();
  private final transient List<Object> providers;
  private final transient RequestGuard guard;
  private final transient Object building = new Object();
  private final transient Departures departures = new Departures(PATIENCE);
  private transient volatile boolean stale = true;
  private transient volatile Optional<Engine> engine = Optional.empty();

  /**
   * @param providers what reads, checks and writes on this side
   */
  ResourceServlet(List<Object> providers, RequestGuard guard) {
    this.providers = List.copyOf(providers);
    this.guard = guard;
  }

  /** The web server may initialise a servlet anew when its own configuration changes. */
  @Override
  public void init(ServletConfig config) throws ServletException {
    super.init(config);
    stale = true;
  }

  final void add(R resource) {
    resources.add(resource);
    stale = true;
    departures.arrived();
  }

  final void remove(R resource) {
    departures.departed();
    resources.remove(resource);
    stale = true;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Optional<LimitedRequest> admitted = guard.admit(request, response);
    if (admitted.isPresent()) {
      try (LimitedRequest limited = admitted.get()) {
        serve(limited, response);
      }
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    if (stale) {
      departures.await();
      rebuild();
    }
    Optional<Engine> entered = entered();
    if (entered.isEmpty()) {
      guard.refuse(request, response, MdmException.unavailable("http.not_ready", NOT_READY));
      return;
    }
    try {
      entered.get().service(request, response);
    } finally {
      entered.get().leave();
    }
  }

  /** One that was retired meanwhile has a successor as soon as that is built. */
  private Optional<Engine> entered() {
    for (int successors = 0; successors < MOST_SUCCESSORS; successors++) {
      Optional<Engine> present = engine;
      if (present.isEmpty() || present.get().enter()) {
        return present;
      }
      awaitTheOneBeingBuilt();
    }
    return Optional.empty();
  }

  private void awaitTheOneBeingBuilt() {
    synchronized (building) {
      LOG.debug("A request met resources that had just been replaced");
    }
  }

  private void rebuild() throws ServletException {
    synchronized (building) {
      if (stale) {
        replace();
      }
    }
  }

  private void replace() throws ServletException {
    stale = false;
    engine.ifPresent(before -> before.retire(UNDER_WAY));
    Optional<Engine> successor = Optional.empty();
    boolean built = false;
    try {
      successor = resources.isEmpty() ? Optional.empty() : Optional.of(start(getServletConfig()));
      built = true;
    } finally {
      // Also after an Error, as of a class that a bundle lacks: the retired one serves nobody.
      engine = successor;
      stale |= !built;
    }
  }

  private Engine start(ServletConfig config) throws ServletException {
    CXFNonSpringJaxrsServlet servlet =
        new CXFNonSpringJaxrsServlet(new ResourceApplication(List.copyOf(resources), providers));
    servlet.init(config);
    // Without one CXF would search for the class loader of each request, in vain.
    servlet.getBus().setExtension(ResourceServlet.class.getClassLoader(), ClassLoader.class);
    return new Engine(servlet);
  }

  @Override
  public void destroy() {
    synchronized (building) {
      engine.ifPresent(before -> before.retire(UNDER_WAY));
      engine = Optional.empty();
      stale = true;
    }
  }
}
