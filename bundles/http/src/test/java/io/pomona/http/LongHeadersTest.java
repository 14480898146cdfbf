package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

public class LongHeadersTest {
  private static final String KEY = "org.ops4j.pax.web.config.file";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  @Test
  public void theWebServerReadsAFileOfOurs() throws IOException {
    Path file = Path.of(settings(new Hashtable<>()).get(KEY));
    assertTrue(Files.readString(file).contains("32768"));
    assertEquals(file.toString(), settings(configured(file.toString())).get(KEY));
  }

  @Test
  public void aFileOfTheOperatorStays() throws IOException {
    assertEquals(Map.of(), settings(configured("/etc/karaf/jetty.xml")));
  }

  private static Hashtable<String, Object> configured(String file) {
    return new Hashtable<>(Map.of(KEY, file));
  }

  private Map<String, String> settings(Dictionary<String, Object> properties) throws IOException {
    return new LongHeaders(folder.getRoot().toPath()).settings(server(properties));
  }

  private static WebServer server(Dictionary<String, Object> properties) {
    Configuration configuration = only(Configuration.class, "getProperties", properties);
    return new WebServer(only(ConfigurationAdmin.class, "getConfiguration", configuration));
  }

  /** Answers one question. */
  private static <T> T only(Class<T> type, String method, Object answer) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, called, arguments) -> {
              assertEquals(method, called.getName());
              return answer;
            });
    return type.cast(proxy);
  }
}
