package io.pomona.simulator.crypto;

import java.util.Map;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.cms.CMSAttributeTableGenerationException;
import org.bouncycastle.cms.CMSAttributeTableGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;

/** Signed attributes as macOS writes them: without the algorithm protection that BC adds. */
public final class PlainAttributes implements CMSAttributeTableGenerator {

  private final CMSAttributeTableGenerator usual;

  /** These attributes besides content type, digest and signing time. */
  public PlainAttributes(AttributeTable more) {
    this.usual = new DefaultSignedAttributeTableGenerator(more);
  }

  public PlainAttributes() {
    this.usual = new DefaultSignedAttributeTableGenerator();
  }

  @Override
  @SuppressWarnings("rawtypes") // BC's signature
  public AttributeTable getAttributes(Map parameters) throws CMSAttributeTableGenerationException {
    return usual.getAttributes(parameters).remove(CMSAttributes.cmsAlgorithmProtect);
  }
}
