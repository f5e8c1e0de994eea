<?xml version="1.0" encoding="UTF-8"?>
<!-- Resolved ODD to Schematron: one pattern per constraint, in the order of the ODD.

     The name of the constraint becomes the id of its assertion, which is the code that people see. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron" xmlns:r="https://siglum.example/ns/resolved"
    xmlns:xs="http://www.w3.org/2001/XMLSchema" exclude-result-prefixes="r xs">

  <xsl:output method="xml" indent="yes" encoding="UTF-8" suppress-indentation="sch:assert sch:report"/>

  <xsl:mode on-no-match="shallow-copy" on-multiple-match="fail"/>

  <xsl:template match="/" as="element()">
    <sch:schema queryBinding="xslt3">
      <xsl:comment> Made from siglum.odd by xslt/odd: change that file, not this one. </xsl:comment>
      <sch:ns prefix="tei" uri="{r:schema/@ns}"/>
      <xsl:for-each-group select="r:schema/r:constraint/sch:ns[@prefix != 'tei']" group-by="string(@prefix)">
        <xsl:apply-templates select="."/>
      </xsl:for-each-group>
      <xsl:apply-templates select="r:schema/r:constraint/(sch:let | xsl:*), r:schema/r:constraint"/>
    </sch:schema>
  </xsl:template>

  <xsl:template match="r:constraint" as="element(sch:pattern)">
    <xsl:variable name="assertions" as="element()*" select=".//sch:assert | .//sch:report"/>
    <xsl:if test="count($assertions[not(@id)]) gt 1">
      <xsl:sequence select="error((), @ident || ': several assertions of one constraint need an id each')"/>
    </xsl:if>
    <sch:pattern>
      <xsl:choose>
        <xsl:when test="sch:pattern"><xsl:apply-templates select="sch:pattern/(@*, *)"/></xsl:when>
        <xsl:when test="sch:rule"><xsl:apply-templates select="sch:rule"/></xsl:when>
        <xsl:otherwise>
          <sch:rule context="tei:{@element}">
            <xsl:apply-templates select="* except (sch:ns, sch:let, xsl:*)"/>
          </sch:rule>
        </xsl:otherwise>
      </xsl:choose>
    </sch:pattern>
  </xsl:template>

  <xsl:template match="sch:assert | sch:report" as="element()" priority="1">
    <xsl:copy copy-namespaces="no">
      <xsl:attribute name="id" select="ancestor::r:constraint/@ident"/>
      <xsl:attribute name="role" select="'error'"/>
      <xsl:apply-templates select="@*"/>
      <xsl:apply-templates select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- Line breaks of the ODD are no part of a message or an expression. -->
  <xsl:template match="sch:*/@test | sch:*/@context" as="attribute()">
    <xsl:attribute name="{name()}" select="replace(., '\s+', ' ')"/>
  </xsl:template>

  <xsl:template match="sch:* | xsl:*" as="element()">
    <xsl:copy copy-namespaces="no"><xsl:apply-templates select="@*, node()"/></xsl:copy>
  </xsl:template>

  <xsl:template match="sch:assert//text() | sch:report//text()" as="text()">
    <xsl:value-of select="replace(., '\s+', ' ')"/>
  </xsl:template>

</xsl:stylesheet>
