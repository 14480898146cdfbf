package io.pomona.itests.karaf;

import static org.ops4j.pax.exam.CoreOptions.vmOption;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.ops4j.pax.exam.Option;

/** The JVM options that Karaf's own start script gives on Java 17. */
final class KarafJvm {
  private static final List<String> OPENED =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.net",
          "java.base/java.security",
          "java.base/java.text",
          "java.base/java.time",
          "java.base/java.util",
          "java.desktop/java.awt.font",
          "java.naming/javax.naming.spi",
          "java.rmi/sun.rmi.transport.tcp");
  private static final List<String> EXPORTED =
      List.of(
          "java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED",
          "java.base/sun.net.www.protocol.file=ALL-UNNAMED",
          "java.base/sun.net.www.protocol.ftp=ALL-UNNAMED",
          "java.base/sun.net.www.protocol.http=ALL-UNNAMED",
          "java.base/sun.net.www.protocol.https=ALL-UNNAMED",
          "java.base/sun.net.www.protocol.jar=ALL-UNNAMED",
          "java.base/sun.net.www.content.text=ALL-UNNAMED",
          "jdk.naming.rmi/com.sun.jndi.url.rmi=ALL-UNNAMED",
          "java.rmi/sun.rmi.registry=ALL-UNNAMED");

  private KarafJvm() {}

  static List<Option> options(String karafVersion) {
    List<Option> options = new ArrayList<>();
    options.add(vmOption("-Xmx512m"));
    options.add(vmOption("--add-reads=java.xml=java.logging"));
    EXPORTED.forEach(name -> options.add(vmOption("--add-exports=" + name)));
    OPENED.forEach(name -> options.add(vmOption("--add-opens=" + name + "=ALL-UNNAMED")));
    patch(options, "java.base", "org.apache.karaf.specs.locator", karafVersion);
    patch(options, "java.xml", "org.apache.karaf.specs.java.xml", karafVersion);
    options.add(vmOption("-classpath"));
    options.add(vmOption("lib/jdk9plus/*" + File.pathSeparator + "lib/boot/*"));
    return options;
  }

  private static void patch(List<Option> options, String module, String jar, String version) {
    options.add(vmOption("--patch-module"));
    options.add(vmOption(module + "=lib/endorsed/" + jar + "-" + version + ".jar"));
  }
}
