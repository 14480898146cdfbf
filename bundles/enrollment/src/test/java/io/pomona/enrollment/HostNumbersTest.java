package io.pomona.enrollment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.api.enrollment.HostId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.Test;

public class HostNumbersTest {
  private static List<HostId> of(List<Long> sent) {
    return new ArrayList<>(HostNumbers.of(Optional.of(sent)).ids());
  }

  private static String refusal(Optional<List<Long>> sent) {
    return assertThrows(MdmException.class, () -> HostNumbers.of(sent)).code();
  }

  private static List<Long> many(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @Test
  public void whatIsNamedTwiceIsMeantOnce() {
    assertEquals(List.of(new HostId(3), new HostId(1)), of(List.of(3L, 1L, 3L)));
    assertEquals(HostNumbers.MOST, of(many(HostNumbers.MOST)).size());
  }

  @Test
  public void noneAndTooManyAreRefusedAlike() {
    assertEquals("enrollment.missing", refusal(Optional.empty()));
    assertEquals("enrollment.missing", refusal(Optional.of(List.of())));
    assertEquals("enrollment.missing", refusal(Optional.of(Arrays.asList(1L, null))));
    assertEquals("enrollment.missing", refusal(Optional.of(many(HostNumbers.MOST + 1))));
  }

  @Test
  public void noHostHasANumberBelowOne() {
    assertEquals("enrollment.host_not_found", refusal(Optional.of(List.of(1L, 0L))));
    assertEquals("enrollment.host_not_found", refusal(Optional.of(List.of(-1L))));
  }
}
