package io.pomona.http;

import io.pomona.api.pki.ServerTls;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives Karaf's web server the certificate that Pomona made for itself. Only where it is asked to:
 * in a Karaf that has its own HTTPS, that stays as it is.
 */
@Component(
    service = HttpsConnector.class,
    immediate = true,
    configurationPid = "io.pomona.http",
    configurationPolicy = ConfigurationPolicy.OPTIONAL)
@Designate(ocd = HttpsConnector.Config.class)
public final class HttpsConnector {
  private static final Logger LOG = LoggerFactory.getLogger(HttpsConnector.class);
  private static final String WEB_SERVER = "org.ops4j.pax.web";

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
  }

  @Activate
  public HttpsConnector(
      Config config, @Reference ServerTls tls, @Reference ConfigurationAdmin configurations)
      throws IOException {
    if (config.https_managed()) {
      apply(config, tls, configurations);
    }
  }

  private static void apply(Config config, ServerTls tls, ConfigurationAdmin configurations)
      throws IOException {
    List<String> hosts = new ArrayList<>(List.of(config.https_hosts()));
    Path folder = Path.of(System.getProperty("karaf.data", "data"), "pomona", "tls");
    ServerTls.TlsKeyStore keyStore = tls.keyStore(hosts);
    Path file = PrivateFile.write(folder.resolve("server.p12"), keyStore.pkcs12());
    String password = keyStore.password().revealText();
    boolean changed =
        update(
            configurations.getConfiguration(WEB_SERVER, "?"),
            Map.of(
                "org.osgi.service.http.secure.enabled",
                "true",
                "org.osgi.service.http.port.secure",
                Integer.toString(config.https_port()),
                "org.ops4j.pax.web.ssl.keystore",
                file.toString(),
                "org.ops4j.pax.web.ssl.keystore.type",
                "PKCS12",
                "org.ops4j.pax.web.ssl.keystore.password",
                password,
                "org.ops4j.pax.web.ssl.key.password",
                password,
                "org.ops4j.pax.web.ssl.protocols.included",
                "TLSv1.2,TLSv1.3"));
    if (changed) {
      LOG.info("HTTPS at port {} with the certificate for {}", config.https_port(), hosts);
    }
  }

  private static boolean update(Configuration configuration, Map<String, String> wanted)
      throws IOException {
    Dictionary<String, Object> properties =
        Optional.ofNullable(configuration.getProperties()).orElseGet(Hashtable::new);
    boolean same =
        wanted.entrySet().stream()
            .allMatch(entry -> entry.getValue().equals(properties.get(entry.getKey())));
    if (!same) {
      wanted.forEach(properties::put);
      configuration.update(properties);
    }
    return !same;
  }
}
