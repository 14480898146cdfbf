package io.pomona.http;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.api.Secret;
import io.pomona.api.organization.ExpirySource.Expiring;
import io.pomona.api.pki.DeviceAuthorities;
import io.pomona.api.pki.ServerTls;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** The certificate of a server that nobody restarts. */
public class HttpsConnectorTest {
  private static final String PASSWORD = "org.ops4j.pax.web.ssl.keystore.password";

  @ClassRule public static final TemporaryFolder MADE = new TemporaryFolder();

  private static KeyStoreBytes first;
  private static KeyStoreBytes second;

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<Runnable> daily = new ArrayList<>();
  private final ScheduledExecutorService watch = new Watch();
  private final List<Dictionary<String, Object>> applied = new ArrayList<>();
  private Dictionary<String, Object> properties = new Hashtable<>();
  private boolean refuses;
  private final ConfigurationAdmin configurations = configurations();
  private final Tls tls = new Tls();

  @BeforeClass
  public static void make() throws Exception {
    first = keyStore("first");
    second = keyStore("second");
  }

  @After
  public void end() {
    watch.shutdownNow();
  }

  @Test
  public void anotherCertificateIsServedWithoutARestart() throws Exception {
    connect();
    assertEquals(1, applied.size());
    pass();
    assertEquals("the same certificate", 1, applied.size());
    Object before = properties.get(PASSWORD);

    tls.next = second;
    pass();
    assertEquals(2, applied.size());
    assertNotEquals(before, properties.get(PASSWORD));
    assertTrue(served().contains("second"));
    assertEquals("8443", properties.get("org.osgi.service.http.port.secure"));
  }

  @Test
  public void whatTheWebServerCouldNotBeToldItIsToldAgain() throws Exception {
    connect();
    tls.next = second;
    refuses = true;
    pass();
    assertEquals(1, applied.size());
    refuses = false;
    pass();
    assertEquals(2, applied.size());
    assertTrue(served().contains("second"));
  }

  @Test
  public void itsEndIsTold() throws Exception {
    assertEquals(List.of(), new CertificateExpiry(config(true), configurations).expiring());
    connect();
    Expiring told = new CertificateExpiry(config(true), configurations).expiring().get(0);
    assertEquals("http.certificate", told.name());
    assertEquals(824, Duration.between(Instant.now(), told.notAfter()).plusHours(2).toDays());
    assertTrue(told.renewal(), told.renewal().contains("renewed itself"));

    Expiring own = new CertificateExpiry(config(false), configurations).expiring().get(0);
    assertTrue(own.renewal(), own.renewal().contains("org.ops4j.pax.web.cfg"));
  }

  @Test
  public void aKeyStoreThatOnlyTheWebServerCanOpenIsNobodysLine() throws Exception {
    connect();
    properties.put(PASSWORD, "ENC(abc)");
    assertEquals(List.of(), new CertificateExpiry(config(false), configurations).expiring());
    properties.put("org.ops4j.pax.web.ssl.keystore", "file:/nowhere");
    assertEquals(List.of(), new CertificateExpiry(config(false), configurations).expiring());
  }

  private void connect() throws IOException {
    Path data = folder.getRoot().toPath().resolve("tls");
    DeviceAuthorities none = answering(DeviceAuthorities.class, (method, arguments) -> List.of());
    new HttpsConnector(config(true), tls, none, new WebServer(configurations), data, watch);
  }

  private void pass() {
    daily.forEach(Runnable::run);
  }

  private String served() throws IOException {
    Path file = Path.of((String) properties.get("org.ops4j.pax.web.ssl.keystore"));
    String password = (String) properties.get(PASSWORD);
    return ServedCertificates.in(Files.readAllBytes(file), password).toString();
  }

  private static KeyStoreBytes keyStore(String name) throws Exception {
    Path file = MADE.getRoot().toPath().resolve(name + ".p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String order =
        "%s -genkeypair -alias pomona -keyalg EC -dname CN=%s -validity 824 -storetype PKCS12"
            + " -keystore %s -storepass of-%s";
    String[] words = order.formatted(keytool, name, file, name).split(" ");
    assertEquals(0, new ProcessBuilder(words).start().waitFor());
    return new KeyStoreBytes(Files.readAllBytes(file), "of-" + name);
  }

  private ConfigurationAdmin configurations() {
    Configuration configuration =
        answering(
            Configuration.class,
            (method, arguments) ->
                switch (method) {
                  case "getProperties" -> new Hashtable<>((Hashtable<?, ?>) properties);
                  case "updateIfDifferent" -> update((Dictionary<String, Object>) arguments[0]);
                  default -> throw new IllegalStateException(method);
                });
    return answering(ConfigurationAdmin.class, (method, arguments) -> configuration);
  }

  private boolean update(Dictionary<String, Object> wanted) throws IOException {
    if (refuses) {
      throw new IOException("The disk is full");
    }
    boolean differs = !wanted.equals(properties);
    if (differs) {
      properties = wanted;
      applied.add(wanted);
    }
    return differs;
  }

  private record KeyStoreBytes(byte[] pkcs12, String password) {}

  private interface Answers {
    Object to(String method, Object[] arguments) throws IOException;
  }

  private static <T> T answering(Class<T> type, Answers answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answers.to(method.getName(), arguments)));
  }

  private static HttpsConnector.Config config(boolean managed) {
    return new HttpsConnector.Config() {
      @Override
      public boolean https_managed() {
        return managed;
      }

      @Override
      public String https_address() {
        return "127.0.0.1";
      }

      @Override
      public int https_port() {
        return 8443;
      }

      @Override
      public String[] https_hosts() {
        return new String[] {"localhost"};
      }

      @Override
      public int mtls_port() {
        return 0;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return HttpsConnector.Config.class;
      }
    };
  }

  private static final class Tls implements ServerTls {
    private KeyStoreBytes next = first;

    @Override
    public TlsKeyStore keyStore(List<String> hosts) {
      return new TlsKeyStore(next.pkcs12(), Secret.of(next.password()));
    }

    @Override
    public List<byte[]> roots() {
      return List.of();
    }
  }

  /** Runs what is to be done now and then when the test says so. */
  private final class Watch extends ScheduledThreadPoolExecutor {
    Watch() {
      super(0);
    }

    @Override
    public ScheduledFuture<?> scheduleWithFixedDelay(
        Runnable task, long initial, long delay, TimeUnit unit) {
      assertTrue(unit.toHours(initial) <= 24 && unit.toHours(delay) <= 24);
      daily.add(task);
      return super.schedule(() -> {}, 365, TimeUnit.DAYS);
    }
  }
}
