package io.pomona.protocol.signature;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.protocol.signature.ContentSignature.State;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.Test;

public class ContentSignatureTest {
  private static final byte[] CONTENT = "what was signed".getBytes(StandardCharsets.UTF_8);

  private final TestSigner signer = TestSigner.create("CN=Signer");

  @Test
  public void tellsWhoHasSigned() {
    ContentSignature signature = ContentSignature.of(signer.attached(CONTENT));
    assertEquals(State.GOOD, signature.state());
    assertEquals(Optional.of("CN=Signer"), signature.signer());
    assertTrue(signature.notAfter().orElseThrow().isAfter(Instant.now()));
    assertEquals(State.GOOD, ContentSignature.of(signer.attachedInPieces(CONTENT)).state());
  }

  @Test
  public void seesThatAByteWasChanged() {
    byte[] cms = signer.attached(CONTENT);
    String text = new String(cms, StandardCharsets.ISO_8859_1);
    cms[text.indexOf("what was signed")] = 'W';
    assertEquals(State.BROKEN, ContentSignature.of(cms).state());
  }

  @Test
  public void whatIsNoSignedContentIsBroken() {
    assertEquals(State.BROKEN, ContentSignature.of(signer.detached(CONTENT)).state());
    assertEquals(State.BROKEN, ContentSignature.of(new byte[] {0x30, 0x00}).state());
    assertEquals(State.BROKEN, ContentSignature.of(new byte[] {0x30, (byte) 0x82, 1, 2}).state());
  }
}
