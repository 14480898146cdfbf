package io.pomona.http;

import io.pomona.api.pki.DeviceAuthorities;
import io.pomona.api.pki.ServerTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives Karaf's web server the certificate that Pomona made for itself, and Macs a port of their
 * own where they show theirs. Only where it is asked to: a Karaf that has its own HTTPS keeps it.
 */
@Component(
    service = {HttpsConnector.class, ConfigurationListener.class},
    immediate = true,
    configurationPid = HttpsConnector.PID)
@Designate(ocd = HttpsConnector.Config.class)
public final class HttpsConnector implements ConfigurationListener {
  static final String PID = "io.pomona.http";
  private static final Logger LOG = LoggerFactory.getLogger(HttpsConnector.class);
  private static final long RENEWAL_HOURS = 6;

  /** {@code etc/io.pomona.http.cfg}. */
  @ObjectClassDefinition(name = "Pomona HTTP")
  public @interface Config {
    @AttributeDefinition(description = "Set up HTTPS with a certificate that Pomona makes")
    boolean https_managed() default false;

    @AttributeDefinition(description = "The address that HTTPS listens at")
    String https_address() default "0.0.0.0";

    @AttributeDefinition(description = "The HTTPS port")
    int https_port() default 8443;

    @AttributeDefinition(description = "Host names and addresses in the certificate")
    String[] https_hosts() default {"localhost", "127.0.0.1"};

    @AttributeDefinition(description = "The port at which Macs show their certificate; 0 is none")
    int mtls_port() default 0;
  }

  private final Config config;
  private final DeviceAuthorities authorities;
  private final WebServer server;
  private final Path folder;
  private final ManagedCertificate certificate;
  private final ScheduledExecutorService watch;
  private List<String> trusted = List.of();

  @Activate
  public HttpsConnector(
      Config config,
      @Reference ServerTls tls,
      @Reference DeviceAuthorities authorities,
      @Reference ConfigurationAdmin configurations)
      throws IOException {
    this(
        config,
        tls,
        authorities,
        new WebServer(configurations),
        Path.of(System.getProperty("karaf.data", "data"), "pomona", "tls").toAbsolutePath(),
        Executors.newSingleThreadScheduledExecutor());
  }

  HttpsConnector(
      Config config,
      ServerTls tls,
      DeviceAuthorities authorities,
      WebServer server,
      Path folder,
      ScheduledExecutorService watch)
      throws IOException {
    this.config = config;
    this.authorities = authorities;
    this.server = server;
    this.folder = folder;
    this.certificate = new ManagedCertificate(tls, hosts(), folder);
    this.watch = watch;
    if (config.https_managed()) {
      listen();
    }
  }

  private void listen() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(https());
    if (config.mtls_port() > 0) {
      settings.putAll(macs());
      // A new device CA must be trusted by TLS as well, also when another node has made it.
      watch.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.MINUTES);
    } else {
      settings.putAll(new LongHeaders(folder).settings(server));
    }
    server.apply(settings);
    watch.scheduleWithFixedDelay(this::renew, RENEWAL_HOURS, RENEWAL_HOURS, TimeUnit.HOURS);
    LOG.info("HTTPS at port {} for {}", config.https_port(), hosts());
  }

  /** Whoever saves the web server's own file replaces all of its settings, ours among them. */
  @Override
  public void configurationEvent(ConfigurationEvent event) {
    if (config.https_managed()
        && event.getType() == ConfigurationEvent.CM_UPDATED
        && event.getPid().equals(WebServer.PID)
        && !watch.isShutdown()) {
      watch.execute(this::restore);
    }
  }

  private void restore() {
    try {
      server.apply(Map.of());
    } catch (IOException | RuntimeException e) {
      LOG.warn("HTTPS is not as it should be: save io.pomona.http.cfg again", e);
    }
  }

  private Map<String, String> https() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>(certificate.news());
    settings.put("org.osgi.service.http.enabled", "false");
    settings.put("org.osgi.service.http.secure.enabled", "true");
    settings.put("org.osgi.service.http.port.secure", Integer.toString(config.https_port()));
    settings.put("org.ops4j.pax.web.listening.addresses", config.https_address());
    settings.put("org.ops4j.pax.web.ssl.protocols.included", "TLSv1.2,TLSv1.3");
    return settings;
  }

  // A .cfg file gives a list as one text with commas.
  private List<String> hosts() {
    return Arrays.stream(config.https_hosts())
        .flatMap(hosts -> Arrays.stream(hosts.split(",")))
        .map(String::strip)
        .filter(host -> !host.isEmpty())
        .toList();
  }

  private Map<String, String> macs() throws IOException {
    MacConnector connector = new MacConnector(folder, config.https_address(), config.mtls_port());
    List<byte[]> certificates = authorities.trusted();
    trusted = MacConnector.fingerprints(certificates);
    return connector.settings(certificates);
  }

  private void follow() {
    try {
      if (!MacConnector.fingerprints(authorities.trusted()).equals(trusted)) {
        server.apply(macs());
        LOG.info("The port for Macs trusts {} device CAs", trusted.size());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The port for Macs could not follow the device CAs; tried again in a minute", e);
    }
  }

  /** The web server starts anew with another certificate; what could not be told is told again. */
  private void renew() {
    try {
      Map<String, String> news = certificate.news();
      server.apply(news);
      if (!news.isEmpty()) {
        LOG.info("HTTPS at port {} has another certificate", config.https_port());
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn(
          "The server's certificate could not be looked after; tried again in {} hours",
          RENEWAL_HOURS,
          e);
    }
  }

  @Deactivate
  void stop() {
    watch.shutdownNow();
    server.close();
  }
}
