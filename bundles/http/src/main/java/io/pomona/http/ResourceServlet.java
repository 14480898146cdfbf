package io.pomona.http;

import io.pomona.api.MdmException;
import io.pomona.http.error.GoneClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;
import org.apache.cxf.logging.FaultListener;
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
  private final transient AtomicLong changes = new AtomicLong(1);
  private transient volatile long built;
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
    changes.incrementAndGet();
  }

  final void add(R resource) {
    resources.add(resource);
    changes.incrementAndGet();
    departures.arrived();
  }

  final void remove(R resource) {
    departures.departed();
    resources.remove(resource);
    changes.incrementAndGet();
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
    if (stale()) {
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

  /** Until the new one stands, so that whoever comes meanwhile waits for it. */
  private boolean stale() {
    return built != changes.get();
  }

  private void rebuild() throws ServletException {
    synchronized (building) {
      if (stale()) {
        replace(changes.get());
      }
    }
  }

  private void replace(long change) throws ServletException {
    engine.ifPresent(before -> before.retire(UNDER_WAY));
    Optional<Engine> successor = Optional.empty();
    try {
      successor = resources.isEmpty() ? Optional.empty() : Optional.of(start(getServletConfig()));
      built = change;
    } finally {
      // Also after an Error, as of a class that a bundle lacks: the retired one serves nobody.
      engine = successor;
    }
  }

  private Engine start(ServletConfig config) throws ServletException {
    CXFNonSpringJaxrsServlet servlet =
        new CXFNonSpringJaxrsServlet(new ResourceApplication(List.copyOf(resources), providers));
    servlet.init(config);
    servlet.getBus().setProperty(FaultListener.class.getName(), new GoneClient());
    // Without one CXF would search for the class loader of each request, in vain.
    servlet.getBus().setExtension(ResourceServlet.class.getClassLoader(), ClassLoader.class);
    return new Engine(servlet);
  }

  @Override
  public void destroy() {
    synchronized (building) {
      engine.ifPresent(before -> before.retire(UNDER_WAY));
      engine = Optional.empty();
      changes.incrementAndGet();
    }
  }
}
