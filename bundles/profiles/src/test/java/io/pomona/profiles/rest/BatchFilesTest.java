package io.pomona.profiles.rest;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import io.pomona.api.MdmException;
import io.pomona.profiles.ProfileSets.SetFile;
import io.pomona.profiles.rest.BatchProfileResource.BatchRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The files of a batch as clients of all these years send them. */
public class BatchFilesTest {
  private static final String WIFI = base64("wifi");
  private static final String DOCK = base64("dock");

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Each as {@code field=content}. */
  private static List<String> read(Object profiles) {
    return BatchFiles.of(new BatchRequest(profiles)).stream().map(BatchFilesTest::words).toList();
  }

  private static String words(SetFile file) {
    return file.field() + "=" + new String(file.content(), StandardCharsets.UTF_8);
  }

  @Test
  public void anObjectHasANameForEachFile() {
    Map<String, Object> byName = new LinkedHashMap<>();
    byName.put("Wi-Fi", WIFI);
    byName.put("Dock", DOCK);
    assertEquals(List.of("Wi-Fi=wifi", "Dock=dock"), read(byName));
    assertEquals(List.of(), read(Map.of()));
  }

  @Test
  public void aListHasFilesOrObjectsWithTheirContents() {
    List<String> both = List.of("profiles[0]=wifi", "profiles[1]=dock");
    assertEquals(both, read(List.of(WIFI, DOCK)));
    assertEquals(
        both, read(List.of(Map.of("name", "Wi-Fi", "contents", WIFI), Map.of("profile", DOCK))));
  }

  @Test
  public void anEmptyListIsNoneAndNothingIsRefused() {
    assertEquals(List.of(), read(List.of()));
    for (BatchRequest nothing : Arrays.asList(null, new BatchRequest(null), new BatchRequest(7))) {
      MdmException refused = assertThrows(MdmException.class, () -> BatchFiles.of(nothing));
      assertEquals("profiles.no_profiles", refused.code());
    }
  }

  @Test
  public void whatIsNoBase64IsNamed() {
    MdmException refused =
        assertThrows(MdmException.class, () -> read(Map.of("Wi-Fi", "<no base64>")));
    assertEquals("profiles.bad_base64", refused.code());
    assertEquals("Wi-Fi is no Base64.", refused.getMessage());
  }
}
