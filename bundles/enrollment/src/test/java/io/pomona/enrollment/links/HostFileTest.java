package io.pomona.enrollment.links;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

public class HostFileTest {
  private static List<HostLine> read(String text) {
    return HostFile.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  public void oneColumnIsEnough() {
    assertEquals(
        List.of(
            new HostLine(1, "C02P000001", "", "", ""), new HostLine(3, "C02P000002", "", "", "")),
        read("c02p000001\r\n\r\n C02P000002 "));
  }

  @Test
  public void aFirstLineNamesTheColumns() {
    assertEquals(
        List.of(new HostLine(2, "C02P000001", "Jane's, \"the\" Mac", "Sales", "")),
        read("\ufeffTeam,serial_number,name\nSales,C02P000001,\"Jane's, \"\"the\"\" Mac\"\n"));
  }

  @Test
  public void whatIsNoSuchFileIsRefused() {
    for (String text : List.of("", "\n\n", "serial\n", "serial,colour\nC02P,red", "a,b,c,d,e")) {
      assertThrows(text, MdmException.class, () -> read(text));
    }
    assertThrows(MdmException.class, () -> read("C02P000001,\"never closed"));
    assertThrows(MdmException.class, () -> HostFile.read(new byte[] {(byte) 0xff, (byte) 0xfe}));
    assertThrows(MdmException.class, () -> read("C02P000001\n".repeat(HostFile.MOST + 1)));
  }

  @Test
  public void faultsAreNamed() {
    assertEquals("serial", new HostLine(1, "no serial", "", "", "").fault().get().name());
    assertEquals("serial", new HostLine(1, "", "", "", "").fault().get().name());
    assertEquals("name", new HostLine(1, "C02P", "x".repeat(256), "", "").fault().get().name());
    assertEquals("email", new HostLine(1, "C02P", "", "", "jane").fault().get().name());
    assertTrue(new HostLine(1, "C02P", "<b>", "", "jane@example.com").fault().isEmpty());
  }
}
