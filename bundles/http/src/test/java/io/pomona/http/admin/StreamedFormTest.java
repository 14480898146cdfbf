package io.pomona.http.admin;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import io.pomona.api.MdmException;
import io.pomona.api.rest.FormStream.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

/** Forms that are read as they come, in whatever pieces they come. */
public class StreamedFormTest {
  private static final String BOUNDARY = "pomona-1";

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static StreamedForm form(byte[] body, int piece) {
    return new StreamedForm(new Pieces(body, piece), bytes(BOUNDARY));
  }

  private static byte[] body(byte[] file) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(
        bytes(
            "--pomona-1\r\nContent-Disposition: form-data; name=\"package\";"
                + " filename=\"to\\\"ols.pkg\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
    body.write(file);
    body.write(
        bytes(
            "\r\n--pomona-1\r\ncontent-disposition: form-data; name=team_id\r\n\r\n17"
                + "\r\n--pomona-1--\r\n"));
    return body.toByteArray();
  }

  @Test
  public void filesAndFieldsComeInTheirOrder() throws IOException {
    Random random = new Random(3);
    for (int size : new int[] {0, 1, 100, 65_535, 65_536, 300_000}) {
      byte[] file = new byte[size];
      random.nextBytes(file);
      for (int piece : new int[] {1, 7, 8192, 1 << 20}) {
        StreamedForm form = form(body(file), piece);
        Part first = form.next().orElseThrow();
        assertEquals("package", first.name());
        assertEquals(Optional.of("to\"ols.pkg"), first.fileName());
        assertArrayEquals(file, first.content().readAllBytes());
        Part second = form.next().orElseThrow();
        assertEquals("team_id", second.name());
        assertEquals(Optional.empty(), second.fileName());
        assertEquals("17", new String(second.content().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), form.next());
      }
    }
  }

  private static StreamedForm named(String parameters) {
    return form(
        bytes(
            "--pomona-1\r\nContent-Disposition: form-data; "
                + parameters
                + "\r\n\r\n1\r\n--pomona-1--\r\n"),
        8192);
  }

  @Test
  public void aLongNameIsReadOrRefused() {
    for (String piece : new String[] {"a", "\\\""}) {
      String fits = piece.repeat(3_900 / piece.length());
      assertEquals(
          Optional.of(fits.replace("\\", "")),
          named("name=n; filename=\"" + fits + "\"").next().orElseThrow().fileName());
      String unclosed = "name=n; filename=\"" + fits;
      assertEquals("n", named(unclosed).next().orElseThrow().name());
      String longer = piece.repeat(15_000 / piece.length());
      MdmException e =
          assertThrows(MdmException.class, () -> named("name=\"" + longer + "\"").next());
      assertEquals("http.bad_form", e.code());
    }
  }

  @Test
  public void whatLooksLikeABoundaryIsContent() throws IOException {
    byte[] file = bytes("\r\n--pomona-\r\n--pomona1\r\n-\r\n--\r\n--pomona-2 --pomona-1\r");
    assertArrayEquals(file, form(body(file), 5).next().orElseThrow().content().readAllBytes());
  }

  @Test
  public void whatIsNotReadIsSkipped() throws IOException {
    StreamedForm form = form(body(new byte[200_000]), 100);
    form.next();
    assertEquals("team_id", form.next().orElseThrow().name());
  }

  @Test
  public void whatBreaksOffIsRefused() throws IOException {
    byte[] whole = body(bytes("content"));
    for (int length = 0; length < whole.length - 4; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThrows(
          "of " + length,
          MdmException.class,
          () -> {
            StreamedForm form = form(part, 10);
            for (Optional<Part> each = form.next(); each.isPresent(); each = form.next()) {
              read(each.get());
            }
          });
    }
  }

  private static void read(Part part) {
    try {
      part.content().readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  public void endlessHeadersAndPartsAreRefused() {
    assertThrows(
        MdmException.class,
        () -> form(bytes("--pomona-1\r\n" + "x: y\r\n".repeat(10_000)), 4096).next());
    assertThrows(
        MdmException.class, () -> form(bytes("--pomona-1\r\n" + "x".repeat(50_000)), 4096).next());
    String part = "--pomona-1\r\nContent-Disposition: form-data; name=a\r\n\r\nb\r\n";
    StreamedForm many = form(bytes(part.repeat(200)), 4096);
    MdmException refused =
        assertThrows(
            MdmException.class,
            () -> {
              for (int i = 0; i < 200; i++) {
                assertTrue(many.next().isPresent());
              }
            });
    assertEquals("http.too_many_parts", refused.code());
  }

  /** Gives no more than so many bytes at a time, as a network does. */
  private static final class Pieces extends InputStream {
    private final InputStream body;
    private final int piece;

    Pieces(byte[] body, int piece) {
      this.body = new ByteArrayInputStream(body);
      this.piece = piece;
    }

    @Override
    public int read() throws IOException {
      return body.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      return body.read(into, offset, Math.min(piece, length));
    }
  }
}
