package io.pomona.http;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Karaf's web server by its configuration; it takes a change over within half a second. */
final class WebServer {
  static final String PID = "org.ops4j.pax.web";

  /** Names the file that Karaf would write the settings back to, where everybody may read them. */
  private static final String FILE = "felix.fileinstall.filename";

  private final ConfigurationAdmin configurations;
  private final Map<String, String> ours = new LinkedHashMap<>();
  private boolean closed;

  WebServer(ConfigurationAdmin configurations) {
    this.configurations = configurations;
  }

  /** Merges the settings into what others have set; the same again changes nothing. */
  synchronized void apply(Map<String, String> settings) throws IOException {
    if (closed) {
      return;
    }
    ours.putAll(settings);
    Configuration configuration = configurations.getConfiguration(PID, "?");
    Dictionary<String, Object> properties =
        Optional.ofNullable(configuration.getProperties()).orElseGet(Hashtable::new);
    ours.forEach(properties::put);
    properties.remove(FILE);
    configuration.updateIfDifferent(properties);
  }

  /** What is set now, by whomever. */
  Optional<String> value(String name) throws IOException {
    return Optional.ofNullable(configurations.getConfiguration(PID, "?").getProperties())
        .map(properties -> properties.get(name))
        .map(Object::toString);
  }

  /** What is set stays. Nothing of ours comes after what a successor sets. */
  synchronized void close() {
    closed = true;
  }
}
