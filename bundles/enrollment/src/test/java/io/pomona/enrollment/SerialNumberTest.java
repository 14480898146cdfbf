package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class SerialNumberTest {
  @Test
  public void isReadAsMacsWriteIt() {
    SerialNumber serial = new SerialNumber(" c02p-0001 ");
    assertEquals("C02P-0001", serial.text());
    assertEquals(Optional.empty(), serial.fault());
  }

  @Test
  public void whatIsNoneIsSaidSo() {
    for (String text : List.of("", "C02", "C02P 0001", "<b>C02P</b>", "X".repeat(65))) {
      String fault = new SerialNumber(text).fault().orElse("");
      assertTrue(text, fault.contains("4 to 64 letters"));
    }
  }
}
