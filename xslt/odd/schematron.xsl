<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to Schematron: one pattern per constraint, in the order of the ODD.

     The name of the constraint becomes the id of its assertion, which is the code that people see.
     A prefix that the ODD binds as XML does, without sch:ns, is bound here, too. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:rule="https://siglum.example/ns/odd/rule" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    exclude-result-prefixes="r rule xs">

  <xsl:output method="xml" indent="yes" encoding="UTF-8" suppress-indentation="sch:assert sch:report"/>

  <xsl:include href="modules/codes.xsl"/>

  <xsl:mode on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <sch:schema queryBinding="xslt3">
      <xsl:comment expand-text="yes"> Made from {root()/r:schema/@ident}.odd by xslt/odd: change that file, not this one. </xsl:comment>
      <sch:ns prefix="tei" uri="{r:schema/@ns}"/>
      <xsl:for-each-group select="r:schema/r:constraint//sch:ns[@prefix != 'tei']" group-by="string(@prefix)">
        <sch:ns prefix="{@prefix}" uri="{@uri}"/>
      </xsl:for-each-group>
      <xsl:apply-templates select="r:schema/r:constraint/xsl:*, r:schema/r:constraint"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="r:constraint" as="element(sch:pattern)*">
    <xsl:variable name="parts" as="element()*" select="* except (sch:ns, xsl:*)"/>
    <xsl:choose>
      <xsl:when test="sch:pattern"><xsl:apply-templates select="sch:pattern"/></xsl:when>
      <xsl:otherwise>
        <sch:pattern>
          <xsl:choose>
            <xsl:when test="sch:rule"><xsl:apply-templates select="$parts"/></xsl:when>
            <xsl:otherwise>
              <sch:rule context="{@context}"><xsl:apply-templates select="$parts"/></sch:rule>
            </xsl:otherwise>
          </xsl:choose>
        </sch:pattern>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" as="element()" priority="1">
    <xsl:copy copy-namespaces="no">
      <xsl:attribute name="id" select="rule:code(.)"/>
      <xsl:attribute name="role" select="rule:role(.)"/>
      <xsl:apply-templates select="@* except (@id, @role)"/>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="sch:*/@test | sch:*/@context" as="attribute()">
    <xsl:attribute name="{name()}" select="rule:one-line(.)"/>
  </xsl:template>

  <xsl:template match="sch:* | xsl:*" as="element()">
    <xsl:copy copy-namespaces="no"><xsl:apply-templates select="@*, node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="sch:assert//text() | sch:report//text()" as="text()">
    <xsl:value-of select="rule:one-line(.)"/>
  </xsl:template>

</xsl:stylesheet>
