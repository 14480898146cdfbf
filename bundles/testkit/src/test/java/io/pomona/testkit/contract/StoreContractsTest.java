package io.pomona.testkit.contract;

import static org.junit.Assert.assertEquals;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;

public class StoreContractsTest {
  /** A new contract that nobody runs holds for nobody. */
  @Test
  public void everyContractOfAStoreIsRun() throws Exception {
    URI here = StoreContract.class.getResource("StoreContract.class").toURI();
    try (Stream<Path> files = Files.list(Path.of(here).getParent())) {
      Set<String> contracts =
          files
              .map(file -> file.getFileName().toString().replace(".class", ""))
              .filter(StoreContractsTest::isContract)
              .collect(Collectors.toSet());
      assertEquals(
          contracts,
          StoreContracts.ALL.stream().map(Class::getSimpleName).collect(Collectors.toSet()));
    }
  }

  private static boolean isContract(String name) {
    try {
      Class<?> found = Class.forName(StoreContract.class.getPackageName() + "." + name);
      return StoreContract.class.isAssignableFrom(found) && found != StoreContract.class;
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
