package io.pomona.enrollment.csv;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.Test;

public class CsvFileTest {

  private static final int MOST = 5;

  private static List<CsvRow> read(String text) {
    return CsvFile.read(
        text.getBytes(StandardCharsets.UTF_8),
        MOST,
        why -> MdmException.malformed("test.bad", why));
  }

  @Test
  public void aRowKnowsItsLineWhateverIsEmptyOrGoesOverSeveral() {
    assertEquals(
        List.of(
            new CsvRow(1, List.of("a", "b")),
            new CsvRow(3, List.of("two\nlines", "c")),
            new CsvRow(5, List.of("d"))),
        read("\ufeffa, b\r\n\r\n\"two\nlines\",c\r\nd"));
  }

  @Test
  public void semicolonsSeparateWhereTheFirstLineHasNoComma() {
    assertEquals(
        List.of(new CsvRow(1, List.of("a", "b")), new CsvRow(2, List.of("c", "d,e"))),
        read("a;b\nc;\"d,e\""));
  }

  @Test
  public void aCellThatIsNotThereIsEmpty() {
    CsvRow row = read("a").get(0);
    assertEquals("", row.cell(1));
    assertEquals("", row.cell(-1));
  }

  @Test
  public void whatIsNoSuchFileIsRefusedInTheWordsOfWhoAsks() {
    for (String text : List.of("a,\"never closed", "a,\"b\"c")) {
      assertEquals("test.bad", assertThrows(MdmException.class, () -> read(text)).code());
    }
    assertThrows(
        MdmException.class,
        () ->
            CsvFile.read(
                new byte[] {(byte) 0xff}, MOST, why -> MdmException.malformed("test.bad", why)));
  }

  @Test
  public void fewBytesDoNotBecomeMuchMemory() {
    assertEquals(MOST, read("a\n".repeat(MOST) + "\n\n").size());
    assertEquals(CsvFile.CELLS, read("a" + ",".repeat(CsvFile.CELLS - 1)).get(0).cells().size());
    assertThrows(MdmException.class, () -> read("a\n".repeat(MOST + 1)));
    assertThrows(MdmException.class, () -> read(",".repeat(CsvFile.CELLS)));
  }
}
