package io.pomona.itests.architecture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;

/** The rules of docs/architecture.md, read off the manifests that the build has made. */
public class ArchitectureTest {
  private static final Set<String> REPACKAGED = Set.of("camel", "openjpa");
  private static final Set<String> VOCABULARY = Set.of("protocol", "api");

  private final List<BuiltBundle> bundles = BuiltBundle.all();

  @Test
  public void everyBundleOfTheHouseWasBuilt() {
    Set<String> names = bundles.stream().map(BuiltBundle::folder).collect(Collectors.toSet());
    assertTrue(
        names.toString(),
        names.containsAll(
            Set.of(
                "protocol",
                "api",
                "store",
                "http",
                "pki",
                "organization",
                "enrollment",
                "apns",
                "commands",
                "profiles",
                "abm",
                "escrow",
                "updates",
                "simulator",
                "camel",
                "openjpa")));
  }

  @Test
  public void aBundleIsNamedLikeItsFolder() {
    bundles.forEach(b -> assertEquals("io.pomona." + b.folder(), b.symbolicName()));
    bundles.stream()
        .filter(b -> !REPACKAGED.contains(b.folder()))
        .forEach(b -> assertEquals(b.folder(), "Apache-2.0", b.license()));
  }

  @Test
  public void onlyTheVocabularyExportsPackages() {
    Map<String, Set<String>> exporters = new TreeMap<>();
    bundles.stream()
        .filter(b -> !VOCABULARY.contains(b.folder()) && !REPACKAGED.contains(b.folder()))
        .filter(b -> !b.exports().isEmpty())
        .forEach(b -> exporters.put(b.folder(), b.exports()));
    assertEquals(Map.of(), exporters);
  }

  @Test
  public void noSliceImportsAnother() {
    Map<String, Set<String>> wrong = new TreeMap<>();
    for (BuiltBundle bundle : bundles) {
      Set<String> others = new TreeSet<>(bundle.importsUnder("io.pomona"));
      others.removeAll(bundle.importsUnder("io.pomona.api", "io.pomona.protocol"));
      others.removeAll(bundle.importsUnder("io.pomona." + bundle.folder()));
      if (!others.isEmpty()) {
        wrong.put(bundle.folder(), others);
      }
    }
    assertEquals(Map.of(), wrong);
  }

  @Test
  public void eachFrameworkHasOneHome() {
    onlyIn(Set.of("store", "openjpa"), "jakarta.persistence", "org.apache.openjpa");
    onlyIn(Set.of("http"), "org.apache.cxf");
    onlyIn(Set.of("organization"), "com.nimbusds");
    onlyIn(Set.of("abm"), "com.github.scribejava");
    onlyIn(Set.of("enrollment"), "org.commonmark");
    onlyIn(Set.of("protocol", "pki", "simulator"), "org.bouncycastle", "com.dd.plist");
    onlyIn(
        Set.of("protocol", "http", "organization", "simulator", "store"),
        "com.fasterxml.jackson.core",
        "com.fasterxml.jackson.databind");
  }

  @Test
  public void theApiKnowsTheJdkAndTheProtocolOnly() {
    Set<String> others = new TreeSet<>(named("api").imports());
    others.removeIf(
        name ->
            name.startsWith("java.")
                || name.startsWith("javax.security.")
                || name.startsWith("io.pomona.api")
                || name.startsWith("io.pomona.protocol")
                || name.startsWith("org.osgi."));
    assertEquals(Set.of(), others);
  }

  @Test
  public void theProtocolHasNoServicesAndKnowsNothingOfUs() {
    assertEquals(
        named("protocol").importsUnder("io.pomona.protocol"),
        named("protocol").importsUnder("io.pomona"));
  }

  @Test
  public void theSimulatorSharesNothingWithTheServer() {
    assertEquals(
        named("simulator").importsUnder("io.pomona.simulator"),
        named("simulator").importsUnder("io.pomona"));
  }

  private BuiltBundle named(String folder) {
    return bundles.stream().filter(b -> b.folder().equals(folder)).findFirst().orElseThrow();
  }

  private void onlyIn(Set<String> homes, String... packages) {
    bundles.stream()
        .filter(b -> !homes.contains(b.folder()) && !REPACKAGED.contains(b.folder()))
        .forEach(b -> assertEquals(b.folder(), Set.of(), b.importsUnder(packages)));
  }
}
