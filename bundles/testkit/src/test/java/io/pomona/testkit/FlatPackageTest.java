package io.pomona.testkit;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;

import io.pomona.protocol.flatpackage.FlatPackage;
import io.pomona.protocol.flatpackage.PackageRefusal;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

/** What is taken as a package, by its first bytes. */
public class FlatPackageTest {
  private static String refusal(byte[] head) {
    return assertThrows(PackageRefusal.class, () -> FlatPackage.require(head)).reason();
  }

  @Test
  public void aSignedDistributionPackageIsTaken() throws PackageRefusal {
    FlatPackage.require(SamplePackages.signed(0));
    FlatPackage.require(SamplePackages.signed(5000));
  }

  @Test
  public void whatMacosWouldNotInstallIsRefused() {
    assertEquals("package_not_signed", refusal(SamplePackages.unsigned()));
    assertEquals("no_distribution_package", refusal(SamplePackages.component()));
  }

  @Test
  public void aCertificateOutsideOfASignatureIsNone() {
    String toc = "<X509Certificate>MIIB</X509Certificate><file><name>Distribution</name></file>";
    assertEquals("package_not_signed", refusal(SamplePackages.of(toc, 0)));
  }

  @Test
  public void whatIsNoPackageIsRefused() {
    byte[] good = SamplePackages.signed(10);
    assertEquals("no_package", refusal(new byte[0]));
    assertEquals("no_package", refusal("%PDF-1.4 and more of it, so much".getBytes()));
    assertEquals("no_package", refusal(Arrays.copyOf(good, 60)));
    assertEquals("no_package", refusal(SamplePackages.of("<file", 10)));
    assertEquals(
        "no_package",
        refusal(SamplePackages.of("</toc></xar><!DOCTYPE x [<!ENTITY a 'b'>]><xar>&a;<toc>", 0)));
  }

  @Test
  public void aTableThatIsLargerThanItSaysIsRefused() {
    byte[] bomb = SamplePackages.of(" ".repeat(1 << 20), 10);
    ByteBuffer.wrap(bomb).putLong(16, 1000);
    assertEquals("no_package", refusal(bomb));
    ByteBuffer.wrap(bomb).putLong(16, Long.MAX_VALUE);
    assertEquals("no_package", refusal(bomb));
    ByteBuffer.wrap(bomb).putLong(8, Long.MAX_VALUE);
    assertEquals("no_package", refusal(bomb));
  }

  @Test
  public void whateverIsBrokenItIsRefusedInWords() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      byte[] broken = SamplePackages.signed(10);
      broken[random.nextInt(broken.length - 10)] ^= (byte) (1 << random.nextInt(8));
      try {
        FlatPackage.require(broken);
      } catch (PackageRefusal refused) {
        assertFalse(refused.getMessage().isEmpty());
      }
    }
  }
}
