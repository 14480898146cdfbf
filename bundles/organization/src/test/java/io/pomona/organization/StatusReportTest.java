package io.pomona.organization;

import static org.junit.Assert.assertEquals;

import io.pomona.api.organization.StatusCheck;
import io.pomona.api.organization.StatusCheck.Level;
import io.pomona.api.organization.StatusCheck.StatusLine;
import java.util.List;
import org.junit.Test;

public class StatusReportTest {
  @Test
  public void linesAreSortedAndAFailingCheckIsALine() {
    StatusReport report = new StatusReport();
    StatusCheck good = () -> List.of(new StatusLine("b", Level.OK, "Fine."));
    StatusCheck bad =
        () -> {
          throw new IllegalStateException("broken");
        };
    report.bindCheck(good);
    report.bindCheck(bad);
    List<StatusLine> lines = report.lines();
    assertEquals(2, lines.size());
    assertEquals(1, lines.stream().filter(line -> line.level() == Level.ERROR).count());
    report.unbindCheck(bad);
    assertEquals(List.of(new StatusLine("b", Level.OK, "Fine.")), report.lines());
  }
}
