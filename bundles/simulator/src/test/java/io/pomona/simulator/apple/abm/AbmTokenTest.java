package io.pomona.simulator.apple.abm;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import io.pomona.simulator.crypto.Certificates;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.cms.CMSEnvelopedData;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.jcajce.JceKeyTransEnvelopedRecipient;
import org.junit.Rule;
import org.junit.Test;

public class AbmTokenTest {

  @Rule public final AbmScene scene = new AbmScene();

  @Test
  public void theTokenOpensWithTheKeyThatWasUploaded() throws CMSException, IOException {
    for (TokenCipher cipher : TokenCipher.values()) {
      AbmDocument token = opened(scene.abm.person().downloadToken(scene.server, cipher));
      ServerToken now = scene.server.token().orElseThrow();
      assertEquals(now.consumerKey(), token.text("consumer_key").orElseThrow());
      assertEquals(now.accessSecret(), token.text("access_secret").orElseThrow());
      assertTrue(token.time("access_token_expiry").orElseThrow().isAfter(scene.clock.instant()));
    }
  }

  @Test
  public void renewingKeepsTheConsumerKeyAndAnotherServerHasAnother() {
    ServerToken first = scene.server.token().orElseThrow();
    scene.abm.person().downloadToken(scene.server);
    ServerToken second = scene.server.token().orElseThrow();
    AbmServer other = scene.abm.person("Another").addServer("Other", AbmScene.pem());
    scene.abm.person("Another").downloadToken(other);

    assertEquals(first.consumerKey(), second.consumerKey());
    assertNotEquals(first.accessToken(), second.accessToken());
    assertNotEquals(first.consumerKey(), other.token().orElseThrow().consumerKey());
    assertNotEquals(scene.server.organization().id(), other.organization().id());
  }

  private static AbmDocument opened(byte[] file) throws CMSException, IOException {
    String text = new String(file, StandardCharsets.US_ASCII);
    String body = text.substring(text.indexOf("\r\n\r\n"));
    byte[] content =
        new CMSEnvelopedData(Base64.getMimeDecoder().decode(body))
            .getRecipientInfos()
            .iterator()
            .next()
            .getContent(
                new JceKeyTransEnvelopedRecipient(AbmScene.KEY.key())
                    .setProvider(Certificates.BOUNCY_CASTLE));
    String message = new String(content, StandardCharsets.UTF_8);
    String json =
        message.substring(
            message.indexOf("-----BEGIN MESSAGE-----") + 23,
            message.indexOf("-----END MESSAGE-----"));
    return AbmDocument.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
