package io.pomona.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.ServiceTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the web server on a thread of its own, as nobody's start may wait for it. */
@Component(
    immediate = true,
    service = {},
    configurationPid = HttpsConnector.PID)
public final class ListeningWatch {
  private static final Logger LOG = LoggerFactory.getLogger(ListeningWatch.class);
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  // What the OSGi Http Whiteboard has of a running server, by its port.
  private static final String FILTER =
      "(&(objectClass=org.osgi.service.http.runtime.HttpServiceRuntime)(osgi.http.endpoint=*:%s/))";

  private final BundleContext bundle;
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(task -> new Thread(task, "http.listening"));
  private Optional<ServiceRegistration<Listening>> registration = Optional.empty();
  private boolean stopped;

  @Activate
  public ListeningWatch(BundleContext bundle, HttpsConnector.Config config)
      throws InvalidSyntaxException {
    this.bundle = bundle;
    if (config.https_managed()) {
      int port = config.https_port();
      ServiceTracker<Object, Object> server =
          new ServiceTracker<>(bundle, bundle.createFilter(FILTER.formatted(port)), null);
      thread.execute(() -> await(server, port));
    } else {
      ready();
    }
  }

  private void await(ServiceTracker<Object, Object> server, int port) {
    server.open();
    try {
      if (server.waitForService(PATIENCE.toMillis()) == null) {
        LOG.warn("The web server does not listen at port {} yet; its own lines say why", port);
      }
      ready();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      server.close();
    }
  }

  // Outside of the lock: all servlets start in here.
  private void ready() {
    ServiceRegistration<Listening> registered =
        bundle.registerService(Listening.class, new Listening(), null);
    if (isEndedBy(registered)) {
      registered.unregister();
    }
  }

  /** Whether it was stopped before it had begun. */
  private synchronized boolean isEndedBy(ServiceRegistration<Listening> registered) {
    registration = Optional.of(registered).filter(each -> !stopped);
    return stopped;
  }

  @Deactivate
  void stop() {
    thread.shutdownNow();
    Optional<ServiceRegistration<Listening>> registered;
    synchronized (this) {
      stopped = true;
      registered = registration;
    }
    registered.ifPresent(ServiceRegistration::unregister);
  }
}
