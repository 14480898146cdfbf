package io.pomona.camel;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one Camel context. The routes of every published {@link RoutesBuilder} run in it. */
@Component(service = RoutesContext.class, immediate = true)
public final class RoutesContext {

  private static final Logger LOG = LoggerFactory.getLogger(RoutesContext.class);
  private static final long STOP_SECONDS = 10;

  private final DefaultCamelContext context = new DefaultCamelContext(false);
  private final Map<RoutesBuilder, List<RouteDefinition>> running = new IdentityHashMap<>();

  @Activate
  public RoutesContext() throws Exception {
    withCamelLoader(
        () -> {
          context.getCamelContextExtension().setName("pomona");
          context.setApplicationContextClassLoader(DefaultCamelContext.class.getClassLoader());
          context.disableJMX();
          context.getShutdownStrategy().setTimeout(STOP_SECONDS);
          context.start();
        });
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "remove")
  public synchronized void add(RoutesBuilder routes) {
    List<RouteDefinition> before = List.copyOf(context.getRouteDefinitions());
    try {
      withCamelLoader(() -> context.addRoutes(routes));
      running.put(routes, newSince(before));
      LOG.info("Started the routes of {}: {}", routes.getClass().getName(), ids(newSince(before)));
    } catch (Exception e) {
      LOG.warn("The routes of {} did not start and stay off", routes.getClass().getName(), e);
      newSince(before).forEach(this::withdraw);
    }
  }

  public synchronized void remove(RoutesBuilder routes) {
    List<RouteDefinition> ended = running.remove(routes);
    if (ended != null) {
      ended.forEach(this::withdraw);
      LOG.info("Stopped the routes of {}: {}", routes.getClass().getName(), ids(ended));
    }
  }

  @Deactivate
  public synchronized void stop() throws Exception {
    running.clear();
    withCamelLoader(context::stop);
  }

  private List<RouteDefinition> newSince(List<RouteDefinition> before) {
    List<RouteDefinition> added = new ArrayList<>(context.getRouteDefinitions());
    added.removeAll(before);
    return added;
  }

  private void withdraw(RouteDefinition route) {
    try {
      withCamelLoader(
          () -> {
            if (context.getRoute(route.getRouteId()) != null) {
              context.getRouteController().stopRoute(route.getId(), STOP_SECONDS, TimeUnit.SECONDS);
            }
            context.removeRouteDefinition(route);
          });
    } catch (Exception e) {
      LOG.warn("Route {} did not stop cleanly", route.getRouteId(), e);
    }
  }

  private static List<String> ids(List<RouteDefinition> routes) {
    return routes.stream().map(RouteDefinition::getRouteId).toList();
  }

  /** Camel finds its components and converters through the thread's class loader. */
  private static void withCamelLoader(Step step) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    thread.setContextClassLoader(DefaultCamelContext.class.getClassLoader());
    try {
      step.run();
    } finally {
      thread.setContextClassLoader(callers);
    }
  }

  private interface Step {
    void run() throws Exception;
  }
}
