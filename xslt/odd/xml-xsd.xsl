<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to the XSD of the attributes in the xml: namespace, which siglum.xsd imports. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:xsd="https://siglum.example/ns/odd/xsd" exclude-result-prefixes="r xsd">

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:include href="modules/simple-types.xsl"/>

  <xsl:mode on-no-match="fail" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <xs:schema targetNamespace="http://www.w3.org/XML/1998/namespace">
      <xsl:comment expand-text="yes"> Made from {root()/r:schema/@ident}.odd by xslt/odd: change that file, not this one. </xsl:comment>
      <xsl:for-each-group select="//r:attribute[starts-with(@name, 'xml:')]" group-by="string(@name)">
        <xsl:variable name="types" as="element()+" select="current-group()/*[not(self::r:suggestion)]"/>
        <xsl:if test="some $other in tail($types) satisfies not(deep-equal($other, $types[1]))">
          <xsl:sequence select="error((), current-grouping-key() || ' has more than one datatype')"/>
        </xsl:if>
        <xs:attribute name="{substring-after(current-grouping-key(), 'xml:')}">
          <xs:simpleType><xsl:sequence select="xsd:definition(xsd:spelt-out($types[1]))"/></xs:simpleType>
        </xs:attribute>
      </xsl:for-each-group>
    </xs:schema>
  </xsl:template>

</xsl:stylesheet>
