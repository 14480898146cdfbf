package io.pomona.enrollment.csv;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

public class CsvLineTest {

  @Test
  public void nothingIsAFormulaToASpreadsheet() {
    assertEquals(
        "'=1+1,'+1,'-1,'@SUM,plain\r\n", CsvLine.of(List.of("=1+1", "+1", "-1", "@SUM", "plain")));
    assertEquals("x;'=1; '@SUM;y\r\n", CsvLine.of(List.of("x;=1; @SUM;y")));
  }

  @Test
  public void quotesCommasAndLinesStayWithinACell() {
    assertEquals("\"a \"\"b\"\", c\",\"d\ne\"\r\n", CsvLine.of(List.of("a \"b\", c", "d\ne")));
  }
}
