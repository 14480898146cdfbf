package io.pomona.protocol.signature;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class SignedContentTest {
  private final TestSigner signer = TestSigner.create("CN=Signer");

  @Test
  public void takesTheContentOut() {
    for (int length : new int[] {0, 1, 63, 64, 65, 1000, 100_000}) {
      byte[] content = new byte[length];
      java.util.Arrays.fill(content, (byte) 'x');
      assertArrayEquals(content, SignedContent.unwrap(signer.attached(content)));
      assertArrayEquals(content, SignedContent.unwrap(signer.attachedInPieces(content)));
    }
  }

  @Test
  public void refusesADetachedSignature() {
    assertThrows(
        MalformedSignatureException.class,
        () -> SignedContent.unwrap(signer.detached(new byte[] {1})));
  }
}
