package io.pomona.http;

import io.pomona.api.MdmException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.servlet.ServletConfig;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.jaxrs.servlet.CXFNonSpringJaxrsServlet;

/**
 * Hosts resources that come and go. CXF fixes its resources at start, so a change only marks the
 * engine as stale; the next request builds a new one, after those under way have ended. Bundles are
 * thus replaced while Macs poll and no request meets half an application.
 *
 * @param <R> the marker of its side
 */
abstract class ResourceServlet<R> extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String NOT_READY = "This part of the server is not ready; try again soon.";

  private final transient List<R> resources = new CopyOnWriteArrayList<>();
  private final transient List<Object> providers;
  private final transient RequestGuard guard;
  private final transient ReadWriteLock lock = new ReentrantReadWriteLock();
  private final transient Departures departures = new Departures(PATIENCE);
  private transient volatile boolean stale = true;
  private transient Optional<CXFNonSpringJaxrsServlet> engine = Optional.empty();

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
    lock.readLock().lock();
    try {
      if (engine.isPresent()) {
        engine.get().service(request, response);
      } else {
        guard.refuse(request, response, MdmException.unavailable("http.not_ready", NOT_READY));
      }
    } finally {
      lock.readLock().unlock();
    }
  }

  private void rebuild() throws ServletException {
    lock.writeLock().lock();
    try {
      if (stale) {
        stale = false;
        engine.ifPresent(CXFNonSpringJaxrsServlet::destroy);
        engine = resources.isEmpty() ? Optional.empty() : Optional.of(start(getServletConfig()));
      }
    } catch (ServletException | RuntimeException e) {
      stale = true;
      throw e;
    } finally {
      lock.writeLock().unlock();
    }
  }

  private CXFNonSpringJaxrsServlet start(ServletConfig config) throws ServletException {
    CXFNonSpringJaxrsServlet servlet =
        new CXFNonSpringJaxrsServlet(new ResourceApplication(List.copyOf(resources), providers));
    servlet.init(config);
    // Without one CXF would search for the class loader of each request, in vain.
    servlet.getBus().setExtension(ResourceServlet.class.getClassLoader(), ClassLoader.class);
    return servlet;
  }

  @Override
  public void destroy() {
    lock.writeLock().lock();
    try {
      engine.ifPresent(CXFNonSpringJaxrsServlet::destroy);
      engine = Optional.empty();
      stale = true;
    } finally {
      lock.writeLock().unlock();
    }
  }
}
